//! Ways to apply, buttons, contacts, sources.

use crate::board::Item;
use crate::compose::chat_link;
use crate::locale::{TextKey, key};
use crate::model::{
    Contacts, Email, Enrolment, EnrolmentWay, Kind, LegalAct, NewsFigure, Opportunity, PartialDate, ProgrammeEntry,
    ProjectAccess,
};
use crate::text::letter_case::capitalize;
use crate::text::mail_address::MailAddress;

use super::{Action, ApplicationWay, FactRow, FactSheetBuilder, Line};

impl<'b> FactSheetBuilder<'b> {
    /// Ways to apply.
    pub(super) fn application_ways(&self, item: &'b Item) -> Vec<ApplicationWay<'b>> {
        let facts = &item.facts;
        let word = facts.enrolment.placeholder().or(facts.application.placeholder());
        if let Some(word) = word {
            let free = word == crate::model::NOT_OFFERED;
            let text = if free {
                self.vocabulary_word("enrolment", "non previsto")
            } else {
                self.vocabulary_word("fact", word)
            };
            let details = if free { self.access_conditions(item) } else { Vec::new() };
            return vec![ApplicationWay { head: self.in_page_language(text), details }];
        }
        let mut ways: Vec<ApplicationWay<'b>> =
            facts.enrolment_ways().iter().filter_map(|way| self.application_way(item, way)).collect();
        if let Some(url) = facts.requested_action.value().and_then(|action| action.url.as_ref()) {
            let head = Line { href: Some(url.as_str().to_owned()), ..self.in_page_language(url.as_str()) };
            ways.push(ApplicationWay { head, details: Vec::new() });
        }
        ways
    }

    pub(super) fn application_way(&self, item: &'b Item, way: &'b Enrolment) -> Option<ApplicationWay<'b>> {
        let contacts = self.board.contacts_of(item);
        let own = |key: TextKey| self.in_page_language(self.locale.text(key));
        // The address of certified mail is a mailbox, or a street.
        let certified = way.channel == Some(EnrolmentWay::CertifiedEmail);
        let mailbox = way.address.as_deref().filter(|_| certified).and_then(MailAddress::new);
        let mut lines = Vec::new();
        match way.channel.unwrap_or(EnrolmentWay::Form) {
            EnrolmentWay::Form | EnrolmentWay::Platform => {
                let key = if way.channel == Some(EnrolmentWay::Platform) {
                    key::channel_platform_line
                } else {
                    key::channel_form_line
                };
                lines.push(own(key));
                lines.extend(
                    way.url
                        .as_ref()
                        .map(|url| Line { href: Some(url.as_str().to_owned()), ..self.in_page_language(url.as_str()) }),
                );
            }
            EnrolmentWay::Email | EnrolmentWay::CertifiedEmail => {
                let known = contacts.and_then(|contacts| {
                    if certified { contacts.certified_email.first() } else { contacts.email.first() }
                });
                match way.email.as_ref().or(known).map(Email::address).or(mailbox.as_ref()) {
                    Some(email) => lines.push(Line {
                        href: Some(email.link(way.subject.as_deref())),
                        ..self.format(key::channel_email_line, &[("email", self.isolate_ltr(email.as_str()).into())])
                    }),
                    None => lines.push(own(if certified { key::channel_pec } else { key::action_email })),
                }
            }
            EnrolmentWay::Telephone => {
                match way.telephone.as_ref().or(contacts.and_then(|contacts| contacts.telephone.first())) {
                    Some(telephone) => lines.push(Line {
                        href: Some(format!("tel:{}", telephone.dialled())),
                        ..self.format(
                            key::channel_telephone_line,
                            &[("telephone", self.isolate_ltr(telephone.as_written()).into())],
                        )
                    }),
                    None => lines.push(own(key::action_call)),
                }
            }
            EnrolmentWay::Whatsapp => {
                let numbers = contacts.and_then(|contacts| contacts.whatsapp.first().or(contacts.telephone.first()));
                match way.telephone.as_ref().or(numbers) {
                    Some(telephone) => lines.push(Line {
                        href: Some(chat_link(telephone)),
                        ..self.format(
                            key::channel_whatsapp_line,
                            &[("telephone", self.isolate_ltr(telephone.as_written()).into())],
                        )
                    }),
                    None => lines.push(own(key::action_whatsapp)),
                }
            }
            EnrolmentWay::ByHand => lines.push(own(key::channel_by_hand)),
            EnrolmentWay::RegisteredMail => lines.push(own(key::channel_registered)),
            EnrolmentWay::FirstLesson => lines.push(own(key::channel_first_lesson)),
            EnrolmentWay::Referral => lines.push(own(key::channel_referral)),
            EnrolmentWay::None => lines.push(own(key::channel_none)),
        }
        if mailbox.is_none() {
            lines.extend(way.address.as_deref().map(|address| self.name_line(address)));
        }
        if let Some(subject) = &way.subject {
            // It is written as it stands; a translation says what it means.
            let meaning = self.in_board_language(subject).text;
            let meaning = if meaning == subject.trim() { String::new() } else { format!(" ({meaning})") };
            let line = self.format(key::subject_line, &[("subject", self.isolate_ltr(subject).into())]);
            lines.push(Line { text: format!("{}{meaning}", line.text).into(), ..line });
        }
        if !way.attachments.is_empty() {
            let documents = way
                .attachments
                .iter()
                .map(|name| self.vocabulary_line("document", name).text.into_owned())
                .collect::<Vec<_>>();
            let documents = self.locale.join_and(documents.iter().map(String::as_str));
            lines.push(self.format(key::attach, &[("documents", documents.into())]));
        }
        lines.extend(self.slot_lines(&way.days, &way.hours));
        if !way.referred_by.is_empty() {
            let services = self.join_names(&way.referred_by);
            lines.push(self.format(key::referred_by, &[("services", services.into())]));
        }
        lines.extend(way.note.as_deref().map(|note| self.in_board_language(note)));
        let mut lines = lines.into_iter();
        lines.next().map(|head| ApplicationWay { head, details: lines.collect() })
    }

    /// At most four buttons: ways to apply, then contacts, without repeated targets or labels.
    pub(super) fn actions(&self, item: &'b Item) -> Vec<Action<'b>> {
        let contacts = self.board.contacts_of(item);
        let mut actions: Vec<Action<'b>> = Vec::new();
        let mut add = |icon, label: &'b str, href: String| {
            // A mailbox with another subject counts as the same target.
            let target = |href: &str| href.split("?subject=").next().unwrap_or_default().to_owned();
            // Two buttons with the same label would confuse; the contacts list every number.
            let new = |action: &Action<'_>| action.label != label && target(&action.href) != target(&href);
            if actions.len() < 4 && actions.iter().all(new) {
                actions.push(Action { icon, label, href });
            }
        };
        let text = |key| self.locale.text(key);
        let form = if item.kind() == Kind::Job { key::action_apply } else { key::action_form };
        for way in item.facts.enrolment_ways() {
            match way.channel {
                Some(EnrolmentWay::Form | EnrolmentWay::Platform) => {
                    if let Some(url) = &way.url {
                        add("apply", text(form), url.as_str().to_owned());
                    }
                }
                Some(EnrolmentWay::Email) => {
                    if let Some(email) = way.email.as_ref().or(contacts.and_then(|contacts| contacts.email.first())) {
                        add("mail", text(key::action_email), email.address().link(way.subject.as_deref()));
                    }
                }
                Some(EnrolmentWay::Telephone) => {
                    if let Some(phone) =
                        way.telephone.as_ref().or(contacts.and_then(|contacts| contacts.telephone.first()))
                    {
                        add("phone", text(key::action_call), format!("tel:{}", phone.dialled()));
                    }
                }
                Some(EnrolmentWay::Whatsapp) => {
                    if let Some(phone) =
                        way.telephone.as_ref().or(contacts.and_then(|contacts| contacts.whatsapp.first()))
                    {
                        add("whatsapp", text(key::action_whatsapp), chat_link(phone));
                    }
                }
                _ => {}
            }
        }
        if let Some(url) = item.facts.requested_action.value().and_then(|action| action.url.as_ref()) {
            add("apply", text(form), url.as_str().to_owned());
        }
        for contacts in
            contacts.into_iter().chain(item.facts.editions().iter().filter_map(|edition| edition.contacts.as_ref()))
        {
            if let Some(phone) = contacts.telephone.first() {
                add("phone", text(key::action_call), format!("tel:{}", phone.dialled()));
            }
            if let Some(phone) = contacts.whatsapp.first() {
                add("whatsapp", text(key::action_whatsapp), chat_link(phone));
            }
            if let Some(email) = contacts.email.first() {
                add("mail", text(key::action_email), email.address().link(None));
            }
        }
        actions
    }

    /// Contacts, one row for each medium.
    pub(in crate::compose) fn contact_rows(&self, contacts: Option<&'b Contacts>) -> Vec<FactRow<'b>> {
        let Some(contacts) = contacts else { return Vec::new() };
        let phone_lines = contacts.telephone.iter().map(|phone| Line {
            href: Some(format!("tel:{}", phone.dialled())),
            ..self.in_page_language(phone.as_written())
        });
        let whatsapp_lines = contacts
            .whatsapp
            .iter()
            .map(|phone| Line { href: Some(chat_link(phone)), ..self.in_page_language(phone.as_written()) });
        let mail = contacts.email.iter().chain(&contacts.certified_email);
        let mail_lines =
            mail.map(|email| Line { href: Some(email.address().link(None)), ..self.in_page_language(email.as_str()) });
        let site_lines = contacts
            .site
            .iter()
            .map(|site| Line { href: Some(site.as_str().to_owned()), ..self.in_page_language(site.without_scheme()) });
        let hours = contacts.hours.as_deref().map(|hours| self.hours_in_words(hours));
        let note_lines = hours.into_iter().chain(contacts.note.as_deref().map(|note| self.in_board_language(note)));
        let row = |name, icon, label: &'b str, lines: Vec<Line<'b>>| {
            (!lines.is_empty()).then_some(FactRow { name, icon, label, lines })
        };
        let rows = [
            row("phone", "phone", self.locale.text(key::action_call), phone_lines.collect()),
            row("whatsapp", "whatsapp", self.locale.text(key::action_whatsapp), whatsapp_lines.collect()),
            row("mail", "mail", self.locale.text(key::action_email), mail_lines.collect()),
            row("web", "web", self.locale.text(key::action_site), site_lines.collect()),
            row("hours", "when", self.locale.text(key::row_answers), note_lines.collect()),
        ];
        rows.into_iter().flatten().collect()
    }

    pub(super) fn source_lines(&self, item: &'b Item) -> Vec<Line<'b>> {
        let Some(sources) = item.facts.sources.value() else { return Vec::new() };
        let lines = sources.iter().map(|source| {
            let url = source.url.as_ref();
            let text = source.name.as_deref().or(url.map(crate::model::Link::without_scheme)).unwrap_or_default();
            Line { href: url.map(|url| url.as_str().to_owned()), ..self.in_board_language(text) }
        });
        lines.filter(|line| !line.text.is_empty()).collect()
    }

    pub(super) fn access_lines(&self, access: &'b ProjectAccess) -> Vec<Line<'b>> {
        let kind = access.kind.map(|kind| self.in_page_language(self.vocabulary_word("access", kind.word())));
        let services = (!access.referred_by.is_empty()).then(|| {
            let services = self.join_names(&access.referred_by);
            self.format(key::referred_by, &[("services", services.into())])
        });
        kind.into_iter()
            .chain(services)
            .chain(access.text.as_deref().map(|text| self.in_board_language(text)))
            .collect()
    }

    /// «29 maggio 2024», without the weekday.
    fn format_date_of_act(&self, date: PartialDate) -> String {
        match date {
            PartialDate::Day(day) => self.locale.format_day(day),
            PartialDate::Month(..) | PartialDate::Year(_) => self.locale.format_partial_date(date),
        }
    }

    pub(super) fn act_line(&self, act: &'b LegalAct) -> Line<'b> {
        let kind = act.kind.map(|kind| self.vocabulary_word("act", kind.word()).to_owned()).unwrap_or_default();
        let name = match (&act.number, act.date) {
            (Some(number), Some(date)) => self.locale.format(
                key::act_of,
                &[
                    ("act", kind.into()),
                    ("number", self.isolate_ltr(number).into()),
                    ("date", self.format_date_of_act(date).into()),
                ],
            ),
            (_, Some(date)) => format!("{kind}, {}", self.format_date_of_act(date)),
            (Some(number), None) => format!("{kind} {number}"),
            (None, None) => kind,
        };
        match &act.authority {
            Some(authority) => self.in_page_language(format!("{name} ({})", self.isolate_ltr(authority))),
            None => self.in_page_language(name),
        }
    }

    /// «Adesso: il sabato 9:30-12:30»; before it is in force, «Da sabato 28 novembre 2026: il sabato 9:30-12:30».
    pub(super) fn new_state(&self, facts: &Opportunity, after: &'b str) -> String {
        let after = self.words(after);
        match facts.in_force_from.filter(|from| from.first_day() > self.board.today) {
            Some(start) => {
                let start = self.locale.format_start(start);
                let from = capitalize(&self.locale.format(key::date_from, &[("start", start.into())]));
                self.locale.format(key::name_and_value, &[("name", from.into()), ("value", after.into())])
            }
            None => self.locale.format(key::is_now, &[("value", after.into())]),
        }
    }

    pub(super) fn change_lines(&self, facts: &'b Opportunity) -> Vec<Line<'b>> {
        let value = |key, value: &'b str| self.format(key, &[("value", self.words(value).into())]);
        let before = facts.before.as_deref().map(|before| value(key::was, before));
        let after = facts.after.as_deref().map(|after| self.in_page_language(self.new_state(facts, after)));
        before.into_iter().chain(after).collect()
    }

    pub(super) fn figure_line(&self, count: &'b NewsFigure) -> Line<'b> {
        let number = self.locale.format_number(count.number);
        let item = self.in_board_language(count.item.as_str());
        Line {
            foreign: item.foreign,
            ..self.format(key::count_of, &[("item", item.text.into()), ("number", number.into())])
        }
    }

    /// «Domande da lunedì 2 novembre 2026»
    pub(super) fn opens_line(&self, from: PartialDate) -> Line<'b> {
        self.format(key::opens_on, &[("date", self.locale.format_start(from).into())])
    }

    /// «Prorogata: prima era lunedì 30 novembre 2026»
    pub(super) fn extended_line(&self, before: PartialDate) -> Line<'b> {
        self.format(key::extended_from, &[("date", self.locale.format_end(before).into())])
    }

    pub(super) fn step_lines(&self, facts: &'b Opportunity) -> Vec<Line<'b>> {
        let opens = facts.opens.or(facts.requested_action.value().and_then(|action| action.opens));
        let opens = opens.filter(|from| from.first_day() > self.board.today).map(|from| self.opens_line(from));
        let extended = facts.extended_from.map(|before| self.extended_line(before));
        let action = facts.requested_action.value().and_then(|action| action.text.as_deref());
        let action = action.map(|text| self.in_board_language(text));
        extended.into_iter().chain(opens).chain(self.text_lines(facts.steps.list())).chain(action).collect()
    }

    pub(super) fn programme_line(&self, entry: &'b ProgrammeEntry) -> Line<'b> {
        let day = entry.day.map(|day| {
            let is_near = self.is_near(day);
            let day = if is_near {
                self.locale.format_day_with_weekday(day)
            } else {
                self.locale.format_partial_date(PartialDate::Day(day))
            };
            self.in_page_language(day)
        });
        let time = entry.time.as_ref().map(|time| match (time.start, time.end) {
            (Some(start), None) => self.in_page_language(start.to_string()),
            _ => self.in_page_language(self.format_hours(time)),
        });
        let words = entry.title.iter().chain(&entry.speaker).map(|text| self.in_board_language(text));
        self.join_lines(day.into_iter().chain(time).chain(words), " · ")
    }
}

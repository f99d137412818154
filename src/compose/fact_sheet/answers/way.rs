//! How to apply: the first way in one line, then what it needs, then the other ways.

use crate::board::{Item, Status};
use crate::locale::key;
use crate::model::{AccessKind, Admission, Enrolment, NOT_OFFERED};
use crate::text::letter_case::uncapitalize;

use super::super::first_way::{ChosenWay, FirstWay};
use super::super::{FactSheetBuilder, Line};
use super::{Answer, AnswerLines};

impl<'b> FactSheetBuilder<'b> {
    pub(super) fn way_answer(&self, item: &'b Item) -> Option<Answer<'b>> {
        let is_booking_over = item.timing(self.board.today).is_booking_over(item);
        if is_booking_over || !matches!(item.status, Status::Open(_) | Status::Full(_)) {
            return None;
        }
        let Some(ChosenWay { way, named }) = self.first_way(item) else {
            let mut answer = self.contact_answer(item)?;
            answer.essential.extend(self.access_conditions(item));
            return Some(answer);
        };
        let icon = match way {
            FirstWay::Form(_) | FirstWay::Words => "apply",
            FirstWay::Call(_) => "phone",
            FirstWay::Whatsapp(_) => "whatsapp",
            FirstWay::Mail(_) => "mail",
            FirstWay::Come => "where",
        };
        let mut lines: Vec<Line<'b>> = match (way, named) {
            (FirstWay::Form(url), None) => {
                let form = self.in_page_language(self.locale.text(key::channel_form_line));
                let action = item.facts.requested_action.value().and_then(|action| action.text.as_deref());
                let form = Line { href: Some(url.as_str().to_owned()), ..form };
                std::iter::once(form).chain(action.map(|text| self.in_board_language(text))).collect()
            }
            (FirstWay::Come, None) => self.come_lines(item),
            (_, named) => named.map(|named| self.named_way_lines(item, named)).unwrap_or_default(),
        };
        let others =
            item.facts.enrolment_ways().iter().filter(|other| named.is_none_or(|named| !std::ptr::eq(*other, named)));
        if named.is_some() || !matches!(way, FirstWay::Come) {
            lines.extend(self.access_conditions(item));
        }
        lines.extend(others.filter_map(|other| self.other_way_line(item, other)));
        lines.extend(item.facts.selection.as_deref().map(|text| self.selection_line(text)));
        self.answer("way", icon, key::how_to_apply, lines)
    }

    /// «Vieni», whether one enrols or books, what to do at the door; of a desk its number too.
    fn come_lines(&self, item: &'b Item) -> Vec<Line<'b>> {
        let facts = &item.facts;
        let come = self.in_page_language(self.locale.text(key::way_come));
        let not_needed = (facts.enrolment.placeholder() == Some(NOT_OFFERED))
            .then(|| self.in_page_language(self.vocabulary_word("enrolment", NOT_OFFERED)));
        let entry = facts.entry.filter(|entry| *entry == Admission::ConfirmationWelcome);
        let entry = entry.map(|entry| self.in_page_language(self.vocabulary_word("entry", entry.word())));
        // «Non serve iscriversi» says «senza prenotazione» already.
        let is_said = not_needed.is_some() || entry.is_some();
        let access = facts.access.as_ref().filter(|access| !is_said && access.kind == Some(AccessKind::Free));
        let door = access.map_or_else(|| self.access_conditions(item), |access| self.access_lines(access));
        let contact = facts.enrolment.is_absent().then(|| self.contact_answer(item)).flatten();
        let contact = contact.map(|answer| self.another_way_line(&self.isolate_foreign(&answer.short)));
        std::iter::once(come).chain(not_needed).chain(entry).chain(door).chain(contact).collect()
    }

    /// «Su segnalazione di un servizio», «prendi il numero all'entrata».
    pub(in super::super) fn access_conditions(&self, item: &'b Item) -> Vec<Line<'b>> {
        let Some(access) = &item.facts.access else { return Vec::new() };
        let is_open = access.kind == Some(AccessKind::Free);
        self.access_lines(access).into_iter().skip(usize::from(is_open)).collect()
    }

    /// A named way; the address of a form is the target of its line.
    fn named_way_lines(&self, item: &'b Item, way: &'b Enrolment) -> Vec<Line<'b>> {
        let Some(way) = self.application_way(item, way) else { return Vec::new() };
        let (links, details): (Vec<Line<'b>>, Vec<Line<'b>>) =
            way.details.into_iter().partition(|line| line.text.contains("://"));
        let href = way.head.href.clone().or_else(|| links.into_iter().find_map(|line| line.href));
        let head = Line { href, ..way.head };
        std::iter::once(head).chain(details).collect()
    }

    /// «Oppure: vai di persona, via Tiburtina 520, martedì e venerdì 9:00–12:00».
    fn other_way_line(&self, item: &'b Item, way: &'b Enrolment) -> Option<Line<'b>> {
        let lines = self.named_way_lines(item, way);
        let texts: Vec<String> = lines.iter().map(|line| self.isolate_foreign(line)).collect();
        let way = self.locale.join_commas(&texts);
        (!texts.is_empty()).then(|| self.another_way_line(&way))
    }

    /// «Oppure: chiama 06 5550 0150».
    fn another_way_line(&self, way: &str) -> Line<'b> {
        self.format(key::way_or, &[("way", uncapitalize(way).into())])
    }

    /// «Selezione: un colloquio di dieci minuti».
    fn selection_line(&self, text: &'b str) -> Line<'b> {
        let label = self.in_page_language(self.locale.text(key::row_selection));
        self.join_lines([label, self.in_board_language(text)], self.locale.text(key::colon))
    }

    /// The first contact of an item that asks for nothing, as a way to ask.
    fn contact_answer(&self, item: &'b Item) -> Option<Answer<'b>> {
        let action = self.actions(item).into_iter().next()?;
        let contacts = self.board.contacts_of(item);
        let phone = contacts.and_then(|contacts| contacts.telephone.first()).filter(|_| action.icon == "phone");
        let whatsapp = contacts.and_then(|contacts| contacts.whatsapp.first()).filter(|_| action.icon == "whatsapp");
        let (icon, key, number) = match (phone, whatsapp) {
            (Some(phone), _) => ("phone", key::channel_telephone_line, Some(phone)),
            (_, Some(whatsapp)) => ("whatsapp", key::channel_whatsapp_line, Some(whatsapp)),
            _ => (action.icon, key::channel_telephone_line, None),
        };
        let text = number.map_or_else(
            || action.label.to_owned(),
            |number| self.locale.format(key, &[("telephone", self.isolate_ltr(number.as_written()).into())]),
        );
        let head = Line { href: Some(action.href), ..self.in_page_language(text) };
        let hours = contacts.and_then(|contacts| contacts.hours.as_deref()).map(|hours| self.hours_in_words(hours));
        self.answer("way", icon, key::how_to_apply, AnswerLines::new(std::iter::once(head).chain(hours), None))
    }
}

//! The one button of an item's page, which is the way to take part itself: «Chiama 06 5550 0110», «Vieni».

use serde::Serialize;

use super::first_way::{ChosenWay, FirstWay};
use super::{FactSheetBuilder, Line};
use crate::board::{Act, Board, Item, Status};
use crate::locale::{Locale, TextKey, key};
use crate::model::{Contacts, Enrolment, Kind, Link, Phone, TimeSlot, Weekday, parse_answering_hours};
use crate::text::mail_address::{MailAddress, mail_link};

/// The main way to take part in an item.
#[derive(Debug, Clone, Serialize)]
pub struct MainWay<'b> {
    /// Name of its pictogram.
    pub icon: &'static str,
    /// A verb, with the number to call: «Chiama 06 5550 0110».
    pub label: String,
    /// Where it leads: `tel:`, `mailto:`, WhatsApp, a form, a map.
    pub href: String,
    /// `geo:` URI of a place, for telephones.
    pub geo: Option<String>,
    /// What else there is to know: the number behind WhatsApp, the address, the host of a form.
    pub target: Option<String>,
    /// When somebody answers, or when to come.
    pub hours: Vec<Line<'b>>,
    /// The hours at which somebody answers, for the script: `2 570 780` is Tuesday from 9:30 to 13:00, in minutes of
    /// the day; separated by commas, empty if they are not known.
    pub slots: String,
    /// Message that the button opens.
    pub message: Option<ReadyMessage>,
}

/// A message that the reader only has to send.
#[derive(Debug, Clone, Serialize)]
pub struct ReadyMessage {
    /// Words in the board's language.
    pub text: String,
    /// Their meaning in the language of the page, if it is another.
    pub meaning: Option<String>,
}

/// Texts of what a reader does: label of the button, first sentence to write.
struct Wish {
    verb: TextKey,
    sentence: TextKey,
}

impl Wish {
    fn of(item: &Item, board: &Board) -> Self {
        if matches!(item.status, Status::Full(_)) {
            return Self { verb: key::action_wait, sentence: key::message_wait };
        }
        let act = item.timing(board.today).act_by.map(|(act, _)| act);
        match (act, item.kind()) {
            (Some(Act::Apply), _) | (None, Kind::Job) => Self { verb: key::action_apply, sentence: key::message_apply },
            (Some(Act::Request | Act::Other), _) | (None, Kind::Housing | Kind::News | Kind::Regulation) => {
                Self { verb: key::action_request, sentence: key::message_request }
            }
            (Some(Act::Book), _) | (None, Kind::Project | Kind::Event) => {
                Self { verb: key::action_book, sentence: key::message_book }
            }
            (Some(Act::Enrol), _) | (None, Kind::Training) => {
                Self { verb: key::action_form, sentence: key::message_enrol }
            }
        }
    }
}

/// The main way to take part in an item: its first way if a telephone can do it, else its contacts.
/// `None` if it is over, or full without a waiting list. `own` is the board's own language, in which messages are written.
#[must_use]
pub fn build_main_way<'b>(board: &'b Board, item: &'b Item, locale: &'b Locale, own: &Locale) -> Option<MainWay<'b>> {
    let is_waiting = matches!(item.status, Status::Full(_)) && item.facts.waiting_list;
    let is_live = item.status.is_open() || item.status == Status::ToRecheck || is_waiting;
    if !is_live || item.timing(board.today).is_booking_over(item) {
        return None;
    }
    let sheet = FactSheetBuilder::of_item(board, item, locale);
    let writer = Writer { sheet, item, own, wish: Wish::of(item, board), contacts: board.contacts_of(item) };
    let chosen = writer.sheet.first_way(item);
    chosen.and_then(|chosen| writer.chosen(&chosen)).or_else(|| writer.ask())
}

struct Writer<'b, 'o> {
    sheet: FactSheetBuilder<'b>,
    item: &'b Item,
    own: &'o Locale,
    wish: Wish,
    contacts: Option<&'b Contacts>,
}

impl<'b> Writer<'b, '_> {
    fn chosen(&self, chosen: &ChosenWay<'b>) -> Option<MainWay<'b>> {
        let named = chosen.named;
        let hours = || named.map(|way| self.hours(&way.days, &way.hours)).unwrap_or_default();
        match chosen.way {
            FirstWay::Form(url) => Some(self.form(url)),
            FirstWay::Mail(email) => {
                Some(self.mail(email.address(), named.and_then(|way| way.subject.as_deref()), self.wish.sentence))
            }
            FirstWay::Call(phone) => {
                let slots = named.map(|way| slots_on(&way.days, &way.hours)).unwrap_or_default();
                Some(self.call(phone, hours(), slots))
            }
            FirstWay::Whatsapp(phone) => Some(self.write(phone, self.wish.sentence)),
            FirstWay::Come => self.come(named, hours()),
            FirstWay::Words => None,
        }
    }

    /// «Vieni», with the map of the desk that the way names, else of the item's place.
    fn come(&self, named: Option<&Enrolment>, hours: Vec<Line<'b>>) -> Option<MainWay<'b>> {
        let desk = named.and_then(|way| way.address.as_deref()).map(|address| self.sheet.street_map(address));
        let map = desk.or_else(|| self.sheet.item_map(self.item))?;
        let label = self.sheet.locale.text(key::way_come).to_owned();
        Some(MainWay { geo: Some(map.geo), hours, ..self.plain("where", label, map.web) })
    }

    fn form(&self, url: &Link) -> MainWay<'b> {
        let host = url.without_scheme().split(['/', '?', '#']).next().unwrap_or_default().to_owned();
        MainWay { target: Some(host), ..self.plain("apply", self.verb(), url.as_str().to_owned()) }
    }

    fn call(&self, phone: &Phone, hours: Vec<Line<'b>>, slots: String) -> MainWay<'b> {
        let number = self.sheet.isolate_ltr(&unbroken(phone));
        let call = format!("{} {number}", self.sheet.locale.text(key::action_call));
        let (label, target) =
            if matches!(self.item.status, Status::Full(_)) { (self.verb(), Some(number)) } else { (call, None) };
        let (hours, slots) = if hours.is_empty() { self.answering_hours() } else { (hours, slots) };
        MainWay { target, hours, slots, ..self.plain("phone", label, format!("tel:{}", phone.dialled())) }
    }

    fn write(&self, phone: &Phone, sentence: TextKey) -> MainWay<'b> {
        let message = self.message(sentence);
        let number = phone.dialled().trim_start_matches('+');
        let href = crate::compose::whatsapp_link(number, &message.text);
        let label = match self.item.status {
            Status::Full(_) => self.verb(),
            _ => self.sheet.locale.text(key::action_whatsapp).to_owned(),
        };
        let target = Some(self.sheet.isolate_ltr(&unbroken(phone)));
        MainWay { target, message: Some(message), ..self.plain("whatsapp", label, href) }
    }

    fn mail(&self, address: &MailAddress, subject: Option<&str>, sentence: TextKey) -> MainWay<'b> {
        let message = self.message(sentence);
        let subject = subject.unwrap_or(self.item.title());
        let href = mail_link(Some(address), &[("subject", subject), ("body", &message.text)]);
        let label = match self.item.status {
            Status::Full(_) => self.verb(),
            _ => self.sheet.locale.text(key::action_email).to_owned(),
        };
        let target = Some(self.sheet.isolate_ltr(address.as_str()));
        MainWay { target, message: Some(message), ..self.plain("mail", label, href) }
    }

    /// The first contact, for what names no way of its own.
    fn ask(&self) -> Option<MainWay<'b>> {
        let contacts = self.contacts?;
        let (hours, slots) = self.answering_hours();
        let call = contacts.telephone.first().map(|phone| self.call(phone, hours, slots));
        call.or_else(|| contacts.whatsapp.first().map(|phone| self.write(phone, key::message_ask)))
            .or_else(|| contacts.email.first().map(|email| self.mail(email.address(), None, key::message_ask)))
    }

    /// Hours of the contacts: in the page's language if they can be read, else as they are written.
    fn answering_hours(&self) -> (Vec<Line<'b>>, String) {
        let Some(text) = self.contacts.and_then(|contacts| contacts.hours.as_deref()) else {
            return Default::default();
        };
        match parse_answering_hours(text) {
            Some(slots) => (self.hours(&[], &slots), slots_on(&[], &slots)),
            None => (vec![self.sheet.in_board_language(text)], String::new()),
        }
    }

    /// Hours with short names of days: «mar, gio e ven 9:30–13:00».
    fn hours(&self, days: &[Weekday], slots: &[TimeSlot]) -> Vec<Line<'b>> {
        let own = |slot: &TimeSlot| if slot.days.is_empty() { days.to_vec() } else { slot.days.clone() };
        let line = |slot: &TimeSlot| self.sheet.days_and_hours(&own(slot), &self.sheet.format_hours(slot));
        slots.iter().map(|slot| self.sheet.in_page_language(line(slot))).collect()
    }

    fn message(&self, sentence: TextKey) -> ReadyMessage {
        let (item, page) = (self.item, self.sheet.locale);
        let text = self.own.format(sentence, &[("title", item.title().into())]);
        let translated = || page.format(sentence, &[("title", item.title_in(&page.code).into())]);
        ReadyMessage { text, meaning: self.sheet.foreign.then(translated) }
    }

    fn verb(&self) -> String {
        self.sheet.locale.text(self.wish.verb).to_owned()
    }

    fn plain(&self, icon: &'static str, label: String, href: String) -> MainWay<'b> {
        MainWay { icon, label, href, geo: None, target: None, hours: Vec::new(), slots: String::new(), message: None }
    }
}

/// A number whose groups stay on one line.
fn unbroken(phone: &Phone) -> String {
    phone.as_written().replace(' ', "\u{a0}")
}

/// Slots in the form of [`MainWay::slots`]; `days` are those of slots without days of their own.
fn slots_on(days: &[Weekday], slots: &[TimeSlot]) -> String {
    let of_slot = |slot: &TimeSlot| {
        let (Some(start), Some(end)) = (slot.start, slot.end) else { return Vec::new() };
        let days = if slot.days.is_empty() { days } else { &slot.days };
        let day = |day: &Weekday| day.to_chrono().number_from_monday();
        days.iter().map(|one| format!("{} {} {}", day(one), start.minutes(), end.minutes())).collect()
    };
    slots.iter().flat_map(of_slot).collect::<Vec<String>>().join(",")
}

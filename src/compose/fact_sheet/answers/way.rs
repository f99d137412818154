//! How to apply: the first way in one line.

use crate::board::{Item, Status};
use crate::locale::key;
use crate::model::{AccessKind, Admission, EnrolmentWay, Kind, NOT_OFFERED};

use super::super::{FactSheetBuilder, Line};
use super::Answer;

impl<'b> FactSheetBuilder<'b> {
    pub(super) fn way_answer(&self, item: &'b Item) -> Option<Answer<'b>> {
        let facts = &item.facts;
        let is_booking_over = item.timing(self.board.today).is_booking_over(item);
        if is_booking_over || !matches!(item.status, Status::Open(_) | Status::Full(_)) {
            return None;
        }
        let not_needed = facts.enrolment.placeholder() == Some(NOT_OFFERED)
            || facts.ways_in().first().is_some_and(|way| way.channel == Some(EnrolmentWay::None));
        let is_open_door = !matches!(facts.access.as_ref().and_then(|access| access.kind), Some(kind) if kind != AccessKind::Free)
            && !matches!(facts.entry, Some(Admission::Booking | Admission::Invitation));
        let can_come = is_open_door && !matches!(item.kind(), Kind::Job | Kind::Regulation);
        let mut ways = self.application_ways(item).into_iter();
        if not_needed && can_come {
            let come = self.in_page_language(self.locale.text(key::way_come));
            let words = ways.next().into_iter().flat_map(|way| std::iter::once(way.head).chain(way.details));
            return self.answer("way", "where", key::how_to_apply, std::iter::once(come).chain(words));
        }
        let is_desk = item.kind() == Kind::News && facts.place.value().is_some();
        if is_desk && facts.editions().iter().any(|edition| edition.hours.value().is_some()) {
            let come = self.in_page_language(self.locale.text(key::way_come));
            let contact = self.contact_answer(item).map(|answer| answer.short);
            return self.answer("way", "where", key::how_to_apply, std::iter::once(come).chain(contact));
        }
        let Some(way) = ways.next() else {
            return self.contact_answer(item);
        };
        // The address of a form is the target of its line.
        let (links, details): (Vec<Line<'b>>, Vec<Line<'b>>) =
            way.details.into_iter().partition(|line| line.text.contains("://"));
        let href = way.head.href.or_else(|| links.into_iter().find_map(|line| line.href));
        let text =
            if way.head.text.contains("://") { self.locale.text(key::channel_form_line).into() } else { way.head.text };
        let head = Line { text, foreign: way.head.foreign, href };
        let icon = match facts.ways_in().first().and_then(|way| way.channel) {
            Some(EnrolmentWay::Telephone) => "phone",
            Some(EnrolmentWay::Whatsapp) => "whatsapp",
            Some(EnrolmentWay::Email | EnrolmentWay::CertifiedEmail) => "mail",
            Some(EnrolmentWay::ByHand | EnrolmentWay::FirstLesson | EnrolmentWay::None) => "where",
            _ => "apply",
        };
        self.answer("way", icon, key::how_to_apply, std::iter::once(head).chain(details))
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
        let hours = contacts.and_then(|contacts| contacts.hours.as_deref()).map(|hours| self.in_board_language(hours));
        self.answer("way", icon, key::how_to_apply, std::iter::once(head).chain(hours))
    }
}

//! The first way to take part in an item: the one that the button of its page is and that every text tells first.

use crate::board::Item;
use crate::model::{AccessKind, Admission, Contacts, Email, Enrolment, EnrolmentWay, Kind, Link, NOT_OFFERED, Phone};

use super::FactSheetBuilder;

/// What a reader does to take part.
#[derive(Clone, Copy)]
pub(super) enum FirstWay<'b> {
    /// Fills in a form.
    Form(&'b Link),
    /// Calls a number, in the hours of the way if it is one of those named.
    Call(&'b Phone),
    /// Writes on WhatsApp.
    Whatsapp(&'b Phone),
    /// Writes a mail.
    Mail(&'b Email),
    /// Comes, without having written or called.
    Come,
    /// Does what only words tell: sends a registered letter, asks a service.
    Words,
}

/// The first way, and the named one if it is one of [`crate::model::Opportunity::enrolment_ways`].
pub(super) struct ChosenWay<'b> {
    pub(super) way: FirstWay<'b>,
    pub(super) named: Option<&'b Enrolment>,
}

impl<'b> FactSheetBuilder<'b> {
    /// The first named way that a telephone can do at once, else the form of a requested action, else coming, else the
    /// first named way, which only words tell; `None` if one can only ask the contacts.
    pub(super) fn first_way(&self, item: &'b Item) -> Option<ChosenWay<'b>> {
        let facts = &item.facts;
        let contacts = self.board.contacts_of(item);
        let ways = facts.enrolment_ways();
        let named = |named: &'b Enrolment| {
            let way = self.telephone_way(item, named, contacts)?;
            Some(ChosenWay { way, named: Some(named) })
        };
        let form = || facts.requested_action.value().and_then(|action| action.url.as_ref()).map(FirstWay::Form);
        let come = || simply_comes(item).then_some(FirstWay::Come);
        let unnamed = |way| ChosenWay { way, named: None };
        let words = || ways.first().map(|named| ChosenWay { way: FirstWay::Words, named: Some(named) });
        ways.iter().find_map(named).or_else(|| form().or_else(come).map(unnamed)).or_else(words)
    }

    /// What a telephone does for a named way; `None` if it needs paper, a service or a place that is not known.
    fn telephone_way(
        &self,
        item: &'b Item,
        way: &'b Enrolment,
        contacts: Option<&'b Contacts>,
    ) -> Option<FirstWay<'b>> {
        let phone = || way.telephone.as_ref();
        match way.channel? {
            EnrolmentWay::Form | EnrolmentWay::Platform => way.url.as_ref().map(FirstWay::Form),
            EnrolmentWay::Email => {
                let known = contacts.and_then(|contacts| contacts.email.first());
                way.email.as_ref().or(known).map(FirstWay::Mail)
            }
            EnrolmentWay::Telephone => {
                phone().or(contacts.and_then(|contacts| contacts.telephone.first())).map(FirstWay::Call)
            }
            EnrolmentWay::Whatsapp => {
                phone().or(contacts.and_then(|contacts| contacts.whatsapp.first())).map(FirstWay::Whatsapp)
            }
            EnrolmentWay::ByHand | EnrolmentWay::FirstLesson | EnrolmentWay::None => {
                (way.address.is_some() || self.item_map(item).is_some()).then_some(FirstWay::Come)
            }
            EnrolmentWay::CertifiedEmail | EnrolmentWay::RegisteredMail | EnrolmentWay::Referral => None,
        }
    }
}

/// Whether nobody has to write or call before coming, and there is a place to come to.
fn simply_comes(item: &Item) -> bool {
    let facts = &item.facts;
    let access = facts.access.as_ref().and_then(|access| access.kind);
    let is_open_door = access.is_none_or(|kind| kind == AccessKind::Free)
        && !matches!(facts.entry, Some(Admission::Booking | Admission::Invitation))
        && !matches!(item.kind(), Kind::Job | Kind::Regulation);
    let not_needed = facts.enrolment.placeholder() == Some(NOT_OFFERED);
    let has_hours = || facts.editions().iter().any(|edition| edition.hours.value().is_some());
    let is_desk = || item.kind() == Kind::News && facts.place.value().is_some() && has_hours();
    is_open_door && (not_needed || (facts.enrolment.is_absent() && (access.is_some() || is_desk())))
}

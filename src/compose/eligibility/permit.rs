//! Residence permits: which an item accepts, in which state, and which of them allow to work.

use crate::board::Item;
use crate::model::{Audience, Contract, ContractKind, Kind, Permit, PermitState};

use super::answer::Answer;
use super::person::{PermitHeld, Person};

/// A document whose name contains this proves a residence permit.
const PERMIT_DOCUMENT: &str = "permesso di soggiorno";

/// What an item says about residence permits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PermitCondition {
    /// Nothing.
    NotStated,
    /// Nobody needs one.
    NotRequired,
    /// One is needed.
    Required(NeededPermit),
}

/// The permit that an item asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NeededPermit {
    /// Accepted permits, in the order of the vocabulary; empty for any.
    pub accepted: Vec<Permit>,
    /// The item says that the permit must be in force.
    pub valid: bool,
    /// The receipt is accepted.
    pub receipt: bool,
    /// An expired permit is accepted if a law has extended it.
    pub extended: bool,
    /// It must allow to work.
    pub work: bool,
    /// The item also says that no permit is needed: whoever has none must ask. Never of a job.
    pub contradicted: bool,
}

impl PermitCondition {
    /// What an item says about permits, for one audience of it. A job asks for a permit that allows to work even if it
    /// does not say so: the law does (legislative decree 286/1998, article 22, paragraph 12).
    pub(super) fn of(item: &Item, audience: Option<&Audience>) -> Self {
        let states = audience.map_or(&[][..], |audience| &audience.permit_state);
        let permits = audience.map_or(&[][..], |audience| &audience.permits);
        let state = |wanted| states.contains(&wanted);
        let not_required = state(PermitState::NotRequired);
        let to_bring = permit_documents(item);
        let contracts = item.facts.contracts();
        let is_job = item.kind() == Kind::Job && (contracts.is_empty() || !contracts.iter().all(is_unpaid));
        let is_required = !permits.is_empty()
            || states.iter().any(|state| *state != PermitState::NotRequired)
            || to_bring != PermitDocuments::None
            || is_job;
        match (is_required, not_required) {
            (false, true) => Self::NotRequired,
            (false, false) => Self::NotStated,
            (true, not_required) => {
                let is_any = permits.contains(&Permit::Any);
                let accepted = |permit: &&Permit| !is_any && permits.contains(permit);
                Self::Required(NeededPermit {
                    accepted: Permit::ALL.iter().filter(accepted).copied().collect(),
                    valid: state(PermitState::Valid),
                    receipt: state(PermitState::ReceiptAccepted) || to_bring == PermitDocuments::OrReceipt,
                    extended: state(PermitState::ExpiredButExtended),
                    work: is_job || state(PermitState::AllowsWork),
                    contradicted: not_required && !is_job,
                })
            }
        }
    }

    /// Whether what a person holds is enough.
    #[must_use]
    pub fn admits(&self, person: &Person) -> Answer {
        match self {
            Self::NotRequired => Answer::Yes,
            Self::NotStated if person.held == Some(PermitHeld::Valid) => Answer::Yes,
            Self::NotStated => Answer::Ask,
            Self::Required(needed) => needed.admits(person),
        }
    }
}

impl NeededPermit {
    fn admits(&self, person: &Person) -> Answer {
        if person.held == Some(PermitHeld::None) {
            return if self.contradicted { Answer::Ask } else { Answer::No };
        }
        self.admits_kind(person.permit).min(self.admits_state(person.held)).min(self.admits_work(person))
    }

    /// Whether only the receipt of the renewal is missing to whoever has an expired permit, or that besides the rest.
    pub(super) fn asks_renewal(&self, person: &Person) -> bool {
        person.held == Some(PermitHeld::Expired) && !self.extended && self.admits(person) == Answer::Ask
    }

    pub(super) fn admits_kind(&self, permit: Option<Permit>) -> Answer {
        match permit {
            _ if self.accepted.is_empty() => Answer::Yes,
            None => Answer::Ask,
            Some(permit) if self.accepted.contains(&permit) => Answer::Yes,
            Some(permit) if related_permits(permit).iter().any(|other| self.accepted.contains(other)) => Answer::Ask,
            Some(_) => Answer::No,
        }
    }

    fn admits_state(&self, held: Option<PermitHeld>) -> Answer {
        match held {
            Some(PermitHeld::Valid) => Answer::Yes,
            Some(PermitHeld::Receipt) if self.receipt => Answer::Yes,
            Some(PermitHeld::Expired) if self.valid && !self.receipt && !self.extended => Answer::No,
            Some(PermitHeld::Receipt | PermitHeld::Expired | PermitHeld::None) | None => Answer::Ask,
        }
    }

    fn admits_work(&self, person: &Person) -> Answer {
        let is_sure = person.held == Some(PermitHeld::Valid) && person.permit.is_some_and(allows_work);
        if !self.work || is_sure { Answer::Yes } else { Answer::Ask }
    }
}

/// How the documents to bring prove a residence permit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PermitDocuments {
    /// They do not.
    None,
    /// The permit itself.
    Permit,
    /// The permit, or the receipt.
    OrReceipt,
}

/// Documents that everybody must bring: one that is needed on a condition says nothing.
fn permit_documents(item: &Item) -> PermitDocuments {
    let mut needed = PermitDocuments::None;
    for document in item.facts.documents.list().iter().filter(|document| document.when.is_none()) {
        let names: Vec<String> = document.one_of.iter().map(|name| name.to_lowercase()).collect();
        if !names.iter().all(|name| name.contains(PERMIT_DOCUMENT)) {
            continue;
        }
        let has_receipt = names.iter().any(|name| name.contains("ricevuta"));
        needed = match (needed, has_receipt) {
            (PermitDocuments::None | PermitDocuments::OrReceipt, true) => PermitDocuments::OrReceipt,
            _ => PermitDocuments::Permit,
        };
    }
    needed
}

fn is_unpaid(contract: &Contract) -> bool {
    contract.kind.value() == Some(&ContractKind::Volunteering)
}

/// Whether a permit in force allows any work without a doubt. Of the others it depends: on sixty days since the request
/// (asylum), on hours (study), on age, on what the permit itself says.
#[must_use]
pub(super) const fn allows_work(permit: Permit) -> bool {
    match permit {
        Permit::Asylum
        | Permit::Subsidiary
        | Permit::Temporary
        | Permit::Special
        | Permit::SpecialCases
        | Permit::AwaitingEmployment
        | Permit::Work
        | Permit::Family
        | Permit::SocialProtection
        | Permit::Stateless
        | Permit::LongTermResident
        | Permit::LongTermProtected => true,
        Permit::Any | Permit::AsylumRequest | Permit::MedicalCare | Permit::Minor | Permit::Study => false,
    }
}

/// Permits so close to one that an organisation that names them may accept it too: worth asking.
const fn related_permits(permit: Permit) -> &'static [Permit] {
    match permit {
        Permit::LongTermProtected => &[Permit::Asylum, Permit::Subsidiary, Permit::LongTermResident],
        Permit::SpecialCases => &[Permit::Special, Permit::SocialProtection],
        Permit::SocialProtection | Permit::Special => &[Permit::SpecialCases],
        _ => &[],
    }
}

//! Compares the residence permits in title and summary of a regulation with `permessi_toccati`.

use super::{Clash, PERMIT_CONVERSIONS};
use crate::board::Item;
use crate::check::{Passage, Prose};
use crate::model::{Kind, Permit};

/// Unambiguous names of permits.
const NAMES: [(Permit, &str); 8] = [
    (Permit::Special, "protezione speciale"),
    (Permit::Temporary, "protezione temporanea"),
    (Permit::Subsidiary, "protezione sussidiaria"),
    (Permit::SocialProtection, "protezione sociale"),
    (Permit::SpecialCases, "casi speciali"),
    (Permit::MedicalCare, "cure mediche"),
    (Permit::AwaitingEmployment, "attesa occupazione"),
    (Permit::LongTermResident, "lungo periodo"),
];

/// The first permit named in title or summary, if none that they name is in `permessi_toccati`.
pub(super) fn check<'p>(item: &Item, prose: &'p Prose<'_>) -> Option<(Passage<'p>, Clash)> {
    let fields = &item.facts.permits;
    if item.kind() != Kind::Regulation || fields.is_empty() || fields.contains(&Permit::Any) {
        return None;
    }
    let mut found = None;
    for passage in [prose.title(), prose.summary()] {
        let lower = passage.text.to_lowercase();
        if lower.len() != passage.text.len() {
            return None;
        }
        for (permit, name) in NAMES {
            let Some(start) = lower.find(name) else { continue };
            let is_of_protected = permit == Permit::LongTermResident && fields.contains(&Permit::LongTermProtected);
            if fields.contains(&permit) || is_of_protected {
                return None;
            }
            let (before, behind) = passage.sentence(&(start..start + name.len()));
            let sentence = [before, " ", behind].concat().to_lowercase();
            let last = before.split_whitespace().next_back();
            // For a conversion the field may contain the new permit only.
            let other = last.is_some_and(|word| matches!(word, "dalla" | "dai" | "dalle" | "lascia" | "senza"))
                || PERMIT_CONVERSIONS.matches(&sentence)
                || sentence.split_whitespace().any(|word| word == "non");
            if !other && found.is_none() {
                let value = fields.iter().map(|permit| permit.word()).collect::<Vec<_>>().join(", ");
                let end = start + name.len();
                found = Some((passage, Clash { start, end, field: "permessi_toccati", value }));
            }
        }
    }
    found
}

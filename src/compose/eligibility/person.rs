//! What a reader says about themselves. Nothing of it leaves the reader's telephone.

use crate::model::{Level, Permit};

/// The lowest age of adults, who come alone, in years.
pub(super) const ADULT: u32 = 18;

/// A person, as far as known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Person {
    /// Whether they hold a residence permit, and in which state it is.
    pub held: Option<PermitHeld>,
    /// Which permit it is.
    pub permit: Option<Permit>,
    /// Their age.
    pub age: Option<AgeRange>,
    /// Their level of Italian.
    pub italian: Option<Level>,
    /// Where they live.
    pub home: Option<Home>,
    /// Woman or man.
    pub sex: Option<Sex>,
}

/// State of the residence permit that a person holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PermitHeld {
    /// No permit and no receipt.
    None,
    /// A permit in force.
    Valid,
    /// The receipt of an application or of a renewal.
    Receipt,
    /// A permit that has expired.
    Expired,
}

impl PermitHeld {
    /// Every state, in the order in which people are asked.
    pub const ALL: [Self; 4] = [Self::Valid, Self::Receipt, Self::Expired, Self::None];

    /// The word for it in the form and in addresses.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::None => "nessuno",
            Self::Valid => "valido",
            Self::Receipt => "ricevuta",
            Self::Expired => "scaduto",
        }
    }
}

/// Ages in years, both inclusive: people say a range, not their birthday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AgeRange {
    /// Lowest age.
    pub youngest: u32,
    /// Highest age.
    pub oldest: u32,
}

impl AgeRange {
    /// The oldest that anybody gets.
    pub const OLDEST: u32 = 120;
    /// Any age.
    pub const ANY: Self = Self { youngest: 0, oldest: Self::OLDEST };
}

/// Where a person lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Home {
    /// In a district, by its position in the board's territory.
    District(usize),
    /// Outside the board's territory.
    Elsewhere,
}

/// Woman or man, for what is only for women.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sex {
    /// A woman.
    Woman,
    /// A man.
    Man,
}

impl Sex {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Woman, Self::Man];

    /// The word for it in the form and in addresses.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Woman => "donna",
            Self::Man => "uomo",
        }
    }
}

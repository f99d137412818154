//! How old the verification of an organisation or contact point is.

use chrono::{Months, NaiveDate};

/// Days after which a contact point is asked again whether all of it is still right.
pub const MAX_VERIFIED_DAYS: i64 = 90;

/// Months after which nobody relies on a verification any more.
const MAX_VERIFIED_MONTHS: Months = Months::new(12);

/// How old a verification is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verification {
    /// Verified on this day, at most three months ago.
    Current(NaiveDate),
    /// Verified on this day, more than three months ago: it is to be verified again.
    Due(NaiveDate),
    /// Verified on this day, more than a year ago: hours are not shown any more.
    Outdated(NaiveDate),
    /// Never verified, or on a day that is still to come: likewise.
    Never,
}

impl Verification {
    /// Age, on the day `today`, of a verification. A day after today is a slip, which says nothing.
    ///
    /// ```
    /// use bacheca::board::Verification;
    ///
    /// let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
    /// let today = day("2026-12-01");
    /// assert_eq!(Verification::new(Some(day("2026-09-02")), today), Verification::Current(day("2026-09-02")));
    /// assert_eq!(Verification::new(Some(day("2026-09-01")), today), Verification::Due(day("2026-09-01")));
    /// assert_eq!(Verification::new(Some(day("2025-11-30")), today), Verification::Outdated(day("2025-11-30")));
    /// assert_eq!(Verification::new(None, today), Verification::Never);
    /// assert_eq!(Verification::new(Some(day("2099-11-21")), today), Verification::Never);
    /// ```
    #[must_use]
    pub fn new(verified: Option<NaiveDate>, today: NaiveDate) -> Self {
        let Some(day) = verified.filter(|day| *day <= today) else { return Self::Never };
        let is_old = today.checked_sub_months(MAX_VERIFIED_MONTHS).is_some_and(|year_ago| day < year_ago);
        if is_old {
            Self::Outdated(day)
        } else if (today - day).num_days() > MAX_VERIFIED_DAYS {
            Self::Due(day)
        } else {
            Self::Current(day)
        }
    }

    /// Whether readers may rely on the hours.
    #[must_use]
    pub fn is_reliable(self) -> bool {
        matches!(self, Self::Current(_) | Self::Due(_))
    }

    /// Day of the verification.
    #[must_use]
    pub fn day(self) -> Option<NaiveDate> {
        match self {
            Self::Current(day) | Self::Due(day) | Self::Outdated(day) => Some(day),
            Self::Never => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verification_on_a_day_to_come_is_none() {
        let today = NaiveDate::from_ymd_opt(2026, 12, 1).unwrap();
        assert_eq!(Verification::new(Some(today), today), Verification::Current(today));
        for day in [today.succ_opt().unwrap(), NaiveDate::MAX] {
            let verification = Verification::new(Some(day), today);
            assert_eq!(verification, Verification::Never, "{day}");
            assert!(!verification.is_reliable() && verification.day().is_none(), "{day}");
        }
    }
}

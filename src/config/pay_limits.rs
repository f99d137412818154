//! Pay that is plausible on a board.

use serde::Deserialize;

use crate::model::PayPeriod;

/// `[paghe]`: least and most pay for each period, in euro.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PayLimits {
    /// For an hour.
    #[serde(default)]
    pub ora: Option<[u32; 2]>,
    /// For a day.
    #[serde(default)]
    pub giorno: Option<[u32; 2]>,
    /// For a week.
    #[serde(default)]
    pub settimana: Option<[u32; 2]>,
    /// For a month.
    #[serde(default)]
    pub mese: Option<[u32; 2]>,
    /// For a year.
    #[serde(default)]
    pub anno: Option<[u32; 2]>,
}

impl PayLimits {
    /// Least and most plausible pay in euro; `None` for a sum that is paid once. The defaults are the
    /// project's own choice, wide enough for part time and internships; they come from no statistic.
    #[must_use]
    pub fn range(&self, per: PayPeriod) -> Option<[u32; 2]> {
        match per {
            PayPeriod::Hour => self.ora.or(Some([5, 70])),
            PayPeriod::Day => self.giorno.or(Some([25, 350])),
            PayPeriod::Week => self.settimana.or(Some([80, 1_800])),
            PayPeriod::Month => self.mese.or(Some([250, 7_000])),
            PayPeriod::Year => self.anno.or(Some([3_000, 90_000])),
            PayPeriod::Once => None,
        }
    }
}

//! Programs measured in turns, and what may be said of several runs: their median, and how far apart they are.

use std::fmt;

use crate::Outcome;
use crate::measure::Run;

/// Number of rounds; each program runs once in each.
pub(crate) const ROUNDS: usize = 3;

/// Runs of one program, one of each round.
#[derive(Debug, Default)]
pub(crate) struct Runs(Vec<Run>);

/// A program that takes part: one run of it.
pub(crate) type Contestant<'c> = Box<dyn FnMut() -> Outcome<Run> + 'c>;

/// Runs all programs in turns, so that what else the computer does slows all of them alike.
pub(crate) fn take_turns(contestants: &mut [Contestant<'_>]) -> Outcome<Vec<Runs>> {
    let mut all: Vec<Runs> = contestants.iter().map(|_| Runs::default()).collect();
    for _ in 0..ROUNDS {
        for (contestant, runs) in contestants.iter_mut().zip(&mut all) {
            runs.0.push(contestant()?);
        }
    }
    Ok(all)
}

/// Runs one program as often as there are rounds.
pub(crate) fn repeat(mut once: impl FnMut() -> Outcome<Run>) -> Outcome<Runs> {
    Ok(Runs((0..ROUNDS).map(|_| once()).collect::<Outcome<_>>()?))
}

impl Runs {
    /// A single run, of what takes too long to be repeated.
    pub(crate) fn single(run: Run) -> Self {
        Self(vec![run])
    }

    /// Processor seconds.
    pub(crate) fn processor(&self) -> Spread {
        Spread::of(self.0.iter().map(|run| run.processor))
    }

    /// Seconds on the clock.
    pub(crate) fn wall(&self) -> Spread {
        Spread::of(self.0.iter().map(|run| run.wall))
    }

    /// Peak memory in MB.
    pub(crate) fn memory(&self) -> Spread {
        Spread::of(self.0.iter().map(|run| run.memory))
    }

    /// Combines a figure of each run with that of the other program's run in the same round.
    pub(crate) fn combine(&self, other: &Self, figure: impl Fn(&Run, &Run) -> f64) -> Spread {
        Spread::of(self.0.iter().zip(&other.0).map(|(one, another)| figure(one, another)))
    }

    /// Ratio of processor time to that of the other program, round by round.
    pub(crate) fn share_of(&self, other: &Self) -> Spread {
        self.combine(other, |one, another| one.processor / another.processor)
    }
}

/// Median of several values, with the least and the greatest.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Spread {
    least: f64,
    /// Value in the middle.
    pub(crate) median: f64,
    greatest: f64,
}

impl Spread {
    /// Spread of values in any order; zero of none.
    pub(crate) fn of(values: impl Iterator<Item = f64>) -> Self {
        let mut values: Vec<f64> = values.collect();
        values.sort_by(f64::total_cmp);
        let at = |index: usize| values.get(index).copied().unwrap_or_default();
        Self { least: at(0), median: at(values.len() / 2), greatest: at(values.len().saturating_sub(1)) }
    }

    /// The same in another unit.
    pub(crate) fn times(self, factor: f64) -> Self {
        let Self { least, median, greatest } = self;
        Self { least: least * factor, median: median * factor, greatest: greatest * factor }
    }
}

impl From<f64> for Spread {
    fn from(value: f64) -> Self {
        Self { least: value, median: value, greatest: value }
    }
}

/// Median, and what lies around it if the runs differ in what is shown.
impl fmt::Display for Spread {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [least, median, greatest] = [self.least, self.median, self.greatest].map(format_value);
        if least == greatest {
            return formatter.write_str(&median);
        }
        write!(formatter, "{median} ({least}-{greatest})")
    }
}

/// Formats a value with three decimals below 1, two below 10, else with one.
pub(crate) fn format_value(value: f64) -> String {
    match value {
        value if value < 1.0 => format!("{value:.3}"),
        value if value < 10.0 => format!("{value:.2}"),
        value => format!("{value:.1}"),
    }
}

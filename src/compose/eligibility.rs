//! Whether a person can take part in an item: the person's document, age, Italian, district and sex against what the
//! item asks. What is not known never counts in favour: the answer is then to ask.
//!
//! The pages hold what an item asks as a short text ([`asks_of`]), which a script of the theme reads to answer on the
//! reader's own telephone. That script follows the rules of this module, and a test compares both.

mod answer;
mod assessment;
mod code;
mod conditions;
mod narrowing;
mod permit;
mod person;
mod reason;

pub use answer::Answer;
pub use assessment::{Assessment, assess};
pub use code::{asks_of, permit_letter};
pub use conditions::{AgeCondition, Conditions, GenderCondition, LevelCondition, OtherCondition, conditions_of};
pub use permit::{NeededPermit, PermitCondition};
pub use person::{AgeRange, Home, PermitHeld, Person, Sex};
pub use reason::{reason_texts, whole_reason};

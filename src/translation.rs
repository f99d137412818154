//! Translations as translators make them: every text of an announcement or a page by itself, with what a translator should
//! know, and back into the files beside the originals.

mod catalogue;
mod file;
mod pairs;
mod returned;
mod status;
mod units;

pub use catalogue::build_catalogue;
pub use returned::{ReturnedFile, ReturnedProblem, ReturnedText, take_back};
pub use status::{LanguageStatus, StatusCounts, TranslationState, translation_status};
pub use units::{Original, Unit, UnitKey, field_text, originals, version_of_document, words_to_translate};

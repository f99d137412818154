//! Words of an item's fields, which translations may have in their language.

use super::Item;
use crate::model::text_fields;
use crate::source::parse;

impl Item {
    /// Words of the item's fields as its file has them, each with the path of its field.
    #[must_use]
    pub fn words(&self) -> Vec<(&'static str, String)> {
        parse(&self.document, &mut Vec::new()).map(|root| text_fields(&root)).unwrap_or_default()
    }
}

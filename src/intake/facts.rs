//! What was found in a message, by field, with the words that it came from.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::{Map, Value as Json};

/// Most entries of a list that are taken.
const MAX_ENTRIES: usize = 30;

/// Values of fields, and readings of which none is clearly the best.
#[derive(Debug, Clone, Default)]
pub(super) struct Facts {
    fields: BTreeMap<&'static str, Field>,
}

/// What a message says about one field.
#[derive(Debug, Clone, Default)]
pub(super) struct Field {
    /// Value in the form of the front matter; `None` if no reading is clearly the best.
    pub(super) value: Option<Json>,
    /// Bytes in the message that the value came from.
    pub(super) from: Vec<Range<usize>>,
    /// Bytes of readings that were not taken.
    pub(super) doubts: Vec<Range<usize>>,
}

impl Facts {
    /// Field of a key, if anything was found about it.
    pub(super) fn field(&self, key: &str) -> Option<&Field> {
        self.fields.get(key)
    }

    /// Value of a key.
    pub(super) fn value(&self, key: &str) -> Option<&Json> {
        self.fields.get(key)?.value.as_ref()
    }

    /// Whether the field has a value.
    pub(super) fn has(&self, key: &str) -> bool {
        self.value(key).is_some()
    }

    /// Takes a value, in place of an earlier one.
    pub(super) fn set(&mut self, key: &'static str, value: impl Into<Json>, from: Range<usize>) {
        let field = self.fields.entry(key).or_default();
        field.value = Some(value.into());
        field.from = vec![from];
    }

    /// Takes a value of one field of a map; the first one stays.
    pub(super) fn set_part(
        &mut self,
        key: &'static str,
        part: &'static str,
        value: impl Into<Json>,
        from: Range<usize>,
    ) {
        let field = self.fields.entry(key).or_default();
        let map = field.value.get_or_insert_with(|| Json::Object(Map::new()));
        if let Json::Object(map) = map
            && !map.contains_key(part)
        {
            map.insert(part.to_owned(), value.into());
            field.from.push(from);
        }
    }

    /// Adds an entry to a list, or to the list in a part of a map, once.
    pub(super) fn push(
        &mut self,
        key: &'static str,
        part: Option<&'static str>,
        value: impl Into<Json>,
        from: Range<usize>,
    ) {
        let field = self.fields.entry(key).or_default();
        let list = match part {
            None => field.value.get_or_insert_with(|| Json::Array(Vec::new())),
            Some(part) => {
                let map = field.value.get_or_insert_with(|| Json::Object(Map::new()));
                let Json::Object(map) = map else { return };
                map.entry(part).or_insert_with(|| Json::Array(Vec::new()))
            }
        };
        let value = value.into();
        if let Json::Array(list) = list
            && list.len() < MAX_ENTRIES
            && !list.contains(&value)
        {
            list.push(value);
            field.from.push(from);
        }
    }

    /// Takes the value back, if there is one, and notes readings of which none is clearly the best.
    pub(super) fn doubt(&mut self, key: &'static str, readings: impl IntoIterator<Item = Range<usize>>) {
        let field = self.fields.entry(key).or_default();
        field.value = None;
        field.doubts.append(&mut field.from);
        for reading in readings {
            if field.doubts.len() < MAX_ENTRIES && !field.doubts.contains(&reading) {
                field.doubts.push(reading);
            }
        }
    }
}

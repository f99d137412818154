//! Former names of an announcement, as its file lists them.

use crate::board::{Item, Located};
use crate::form::read_file;
use crate::model::Slug;
use crate::path;
use crate::source::{EditAction, FactEdit, edit_facts};

/// Text of the file of an announcement that gets another name: its former ones with the present one, and without the new
/// one if it had that before. A draft has no address yet, and keeps none. `None` if that cannot be written without touching
/// anything else.
pub(super) fn write(item: &Item, new: &Slug) -> Option<String> {
    let text = &item.document.source.text;
    let before = &item.facts.aliases;
    let present = (!item.facts.is_draft()).then_some(&item.slug);
    let wanted: Vec<&Slug> = before.iter().filter(|alias| *alias != new).chain(present).collect();
    if wanted.iter().copied().eq(before) {
        return Some(text.clone());
    }
    let value = match &wanted[..] {
        [] => None,
        [one] => Some(one.to_string()),
        several => Some(format!("[{}]", several.iter().map(|slug| slug.as_str()).collect::<Vec<_>>().join(", "))),
    };
    let written = item.spans().find(&path![alias]);
    let changed = match (value, written) {
        (Some(value), None) => {
            let action = EditAction::Set { value, below: &["aggiornato", "pubblicato", "sintesi"] };
            edit_facts(text, &[FactEdit { path: &["alias"], action }])?
        }
        (None, _) => edit_facts(text, &[FactEdit { path: &["alias"], action: EditAction::Remove }])?,
        (Some(value), Some(range)) => {
            // A list may begin on the line below its key; its range ends with its last entry.
            let (head, old, rest) = (text.get(..range.start)?, text.get(range.clone())?, text.get(range.end..)?);
            let rest = if old.starts_with('[') { rest.split_once(']')?.1 } else { rest };
            format!("{} {value}{rest}", head.trim_end())
        }
    };
    has_only_changed(text, &changed, &wanted).then_some(changed)
}

/// Whether `after` has the facts and the text of `before`, with these former names.
fn has_only_changed(before: &str, after: &str, names: &[&Slug]) -> bool {
    let (Ok(mut before), Ok(mut after)) = (read_file(before), read_file(after)) else { return false };
    before.facts.remove("alias");
    let found = after.facts.remove("alias");
    let found: Vec<&str> = match &found {
        Some(serde_json::Value::Array(names)) => names.iter().filter_map(|name| name.as_str()).collect(),
        Some(serde_json::Value::String(name)) => vec![name],
        _ => Vec::new(),
    };
    before.facts == after.facts
        && before.body == after.body
        && found.into_iter().eq(names.iter().map(|name| name.as_str()))
}

//! Decoding of an opportunity: its fields depend on its kind, and one edition may be written at the top of the file.

use super::super::edition::Edition;
use super::super::fact::Fact;
use super::super::field_path::Step;
use super::super::genre::Genre;
use super::super::kind::Kind;
use super::super::problem::Problem;
use super::super::record::{Reader, Record, Value, report_empty_field, report_unknown_field};
use super::super::vocabulary::{ItemState, TrainingKind};
use super::Opportunity;
use crate::source::{Key, Node, Yaml};

/// Decodes the facts of an opportunity: `tipo` first, then every field allowed for that kind.
pub fn decode(root: &Node<'_>, reader: &mut Reader<'_>) -> Opportunity {
    let mut item = Opportunity::default();
    let Yaml::Map(entries) = &root.yaml else { return item };
    reader.set_reference(root.get("pubblicato").and_then(|node| node.text()?.trim().parse().ok()));
    match root.entry("tipo") {
        Some((key, node)) if node.is_empty() => report_empty_field(key, node, reader),
        Some((_, node)) => item.kind = reader.locate(Step::key("tipo"), node, Kind::decode),
        None => {
            let at = root.span.start..root.span.start;
            reader.report(at, Problem::UnknownKind { written: None, meant: None });
        }
    }
    let kind = item.kind;
    let known = |key: &str| kind.is_none_or(|kind| kind.has_field(key));
    let fields = || Opportunity::FIELDS.iter().map(|field| field.key).filter(|key| known(key)).collect::<Vec<_>>();
    for (key, node) in entries {
        if key.text == "tipo" {
            continue;
        }
        if node.is_empty() {
            report_empty_field(key, node, reader);
        } else if !known(&key.text) {
            match (item.kind, Opportunity::FIELDS.iter().any(|field| field.key == key.text)) {
                (Some(kind), true) => report_other_kind(kind, key, reader),
                _ => report_unknown_field(key, fields().iter().copied(), reader),
            }
        } else if key.text == "genere" && kind == Some(Kind::Training) {
            item.genre =
                reader.locate(Step::key("genere"), node, Option::<TrainingKind>::decode).flatten().map(Genre::Training);
        } else if !item.set(&key.text, node, reader) {
            report_unknown_field(key, fields().iter().copied(), reader);
        }
    }
    item.gather_single_edition(reader);
    item.bound_occasions(root, reader);
    // A withdrawn item keeps only its address and a notice, a refused one is not published: no other field is required.
    let is_read = item.state != Some(ItemState::Withdrawn) && item.refused.is_none();
    if let Some(kind) = item.kind.filter(|_| is_read) {
        item.report_missing(kind, root, reader);
    }
    item
}

fn report_other_kind(kind: Kind, key: &Key<'_>, reader: &mut Reader<'_>) {
    let name = &key.text;
    if matches!(name.as_ref(), "inizio" | "fine") && kind.has_field("date") {
        report_unknown_field(key, ["date"].into_iter(), reader);
        return;
    }
    let others = Kind::ALL.into_iter().filter(|other| other.has_field(name)).collect();
    reader.report(key.span.clone(), Problem::FieldOfOtherKind { key: name.clone().into_owned(), kind, others });
}

impl Opportunity {
    /// Moves `date`, `orari`… from the top of the file into a single edition.
    fn gather_single_edition(&mut self, reader: &mut Reader<'_>) {
        if !self.editions.is_absent() {
            return;
        }
        let nothing = self.dates.is_absent() && self.hours.is_absent() && self.weekdays.is_empty();
        if nothing {
            return;
        }
        let edition = Edition {
            dates: std::mem::take(&mut self.dates),
            hours: std::mem::take(&mut self.hours),
            weekdays: std::mem::take(&mut self.weekdays),
            pauses: self.pauses.take(),
            total_hours: self.total_hours.take(),
            certificate: self.certificate.take(),
            seats: self.seats.take(),
            ..Edition::default()
        };
        self.editions = Fact::known(vec![edition]);
        reader.move_under_list("edizioni");
    }

    /// Leaves out all editions, and reports it, if their single days and time slots multiply: each is a calendar event.
    fn bound_occasions(&mut self, root: &Node<'_>, reader: &mut Reader<'_>) {
        /// Twice a day for half a year, every day.
        const MAX_OCCASIONS: usize = 400;
        let written = self.editions().iter().map(Edition::occasions).sum();
        if written > MAX_OCCASIONS {
            self.editions = Fact::Absent;
            let node = root.get("edizioni").or_else(|| root.get("date")).unwrap_or(root);
            reader.report(node.span.clone(), Problem::TooManyOccasions { written, limit: MAX_OCCASIONS });
        }
    }
}

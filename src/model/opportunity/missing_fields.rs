//! Fields that the guidelines require of an opportunity and that its file lacks.

use super::super::kind::Kind;
use super::super::problem::{Problem, RequiredBy};
use super::super::record::Reader;
use super::super::requirement::{Requirement, requirement};
use super::super::vocabulary::{Admission, Attendance};
use super::Opportunity;
use crate::source::{Node, Yaml};

impl Opportunity {
    /// Reports fields that the guidelines require and the file lacks.
    pub(super) fn report_missing(&self, kind: Kind, root: &Node<'_>, reader: &mut Reader<'_>) {
        let required = kind.required(self.genre);
        for key in required {
            let is_written = std::iter::once(key).chain(kind.instead_of(key)).any(|key| root.get(key).is_some());
            if !is_written && self.is_missing(key, root) {
                report_missing_field(key, kind, root, reader);
            }
        }
        if required.contains(&"edizioni") {
            let list = root.get("edizioni");
            for (index, edition) in self.editions().iter().enumerate() {
                let written = match list.map(|list| &list.yaml) {
                    Some(Yaml::List(editions)) => editions.get(index),
                    _ => list,
                };
                let mut report = |field: Requirement| match written {
                    Some(node) => {
                        let edition = edition.name.clone().unwrap_or_else(|| (index + 1).to_string());
                        let at = node.span.start..node.span.start;
                        reader.report(at, Problem::MissingInEdition { field, edition });
                    }
                    None => report_missing_field(field.key(), kind, root, reader),
                };
                let values = written.unwrap_or(root);
                if edition.dates.is_absent() && !is_dated(values) {
                    report(Requirement::Dates);
                }
                if edition.hours.is_absent() && values.get("orari").is_none() {
                    report(Requirement::Hours);
                }
            }
        }
        let must_register =
            kind == Kind::Event && matches!(self.entry, Some(Admission::Booking)) && self.deadline.is_absent();
        if must_register {
            report_missing_field("scadenza", kind, root, reader);
        }
    }

    /// Whether a required field is missing: neither in the file nor replaced by another field.
    fn is_missing(&self, key: &str, root: &Node<'_>) -> bool {
        match key {
            // An unreadable date is already a finding.
            "edizioni" => self.editions.is_absent() && !is_dated(root),
            "luogo" => {
                let somewhere =
                    |attendance: Attendance| matches!(attendance, Attendance::InPerson | Attendance::Hybrid);
                let placed = !self.editions().is_empty()
                    && self
                        .editions()
                        .iter()
                        .all(|edition| edition.place.is_some() || edition.attendance == Some(Attendance::Online));
                self.attendance.value().is_some_and(|attendance| somewhere(*attendance)) && !placed
            }
            "modalita" => {
                self.editions().is_empty() || self.editions().iter().any(|edition| edition.attendance.is_none())
            }
            // Absent contacts default to the organisation's, which only the board can look up.
            "contatti" => false,
            _ => true,
        }
    }
}

/// Whether the file has any date, even misplaced or malformed.
fn is_dated(written: &Node<'_>) -> bool {
    ["date", "inizio", "fine"].iter().any(|key| written.get(key).is_some())
}

/// Reports a missing required field.
fn report_missing_field(key: &str, kind: Kind, root: &Node<'_>, reader: &mut Reader<'_>) {
    if let Some(field) = requirement(key) {
        let at = root.span.start..root.span.start;
        reader.report(at, Problem::MissingField { field, by: RequiredBy::Kind(kind) });
    }
}

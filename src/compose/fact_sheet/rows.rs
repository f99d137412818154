//! The rows of a fact sheet: those of the first screen, and all others.

use super::{FactRow, FactSheetBuilder};
use crate::board::Item;
use crate::locale::key;
use crate::model::{Fact, Kind, Levels};

impl<'b> FactSheetBuilder<'b> {
    /// The four rows of the first screen.
    pub(super) fn first_facts(&self, item: &'b Item) -> Vec<FactRow<'b>> {
        let facts = &item.facts;
        let cost = match item.kind() {
            Kind::Job => self.fact_row(key::row_pay, "pay", &facts.pay, |pay| self.pay_lines(pay)),
            Kind::Housing if facts.cost.is_absent() => {
                self.row(key::row_benefits, "pay", self.housing_amount_lines(facts))
            }
            _ => self.fact_row(key::row_cost, "cost", &facts.cost, |cost| {
                let mut lines = self.cost_lines(cost);
                lines.extend(facts.state_fees.iter().map(|fee| self.fee_line(fee)));
                lines
            }),
        };
        let rows = [
            self.fact_row(key::row_who, "who", &facts.audience, |audience| {
                // Lines in the page's language come first.
                let mut lines = self.audience_lines(audience);
                lines.sort_by_key(|line| line.foreign);
                lines
            }),
            self.when_row(item),
            self.where_row(item),
            cost,
        ];
        rows.into_iter().flatten().collect()
    }

    /// All other rows, in display order.
    pub(super) fn other_rows(&self, item: &'b Item) -> Vec<FactRow<'b>> {
        let facts = &item.facts;
        let rows = [
            self.fact_row(key::row_duties, "work", &facts.duties, |duties| self.text_lines(duties)),
            // «✅ non previsto» says nothing in a message, where the row has no label.
            if matches!(facts.requirements, Fact::NotOffered) {
                let none = self.in_page_language(self.locale.text(key::no_requirements));
                self.row(key::row_requirements, "steps", vec![none])
            } else {
                self.fact_row(key::row_requirements, "steps", &facts.requirements, |list| {
                    self.requirement_lines(list, facts)
                })
            },
            self.fact_row(key::row_contract, "documents", &facts.contract, |contracts| {
                contracts.iter().flat_map(|contract| self.contract_lines(contract)).collect()
            }),
            self.fact_row(key::row_goals, "steps", &facts.goals, |goals| self.text_lines(goals)),
            self.fact_row(key::row_activities, "work", &facts.activities, |activities| self.text_lines(activities)),
            self.duration_row(item),
            self.row(
                key::row_access,
                "door",
                facts.access.iter().flat_map(|access| self.access_lines(access)).collect(),
            ),
            self.row(
                key::row_housing,
                "help",
                facts
                    .genre
                    .iter()
                    .map(|genre| self.in_page_language(self.vocabulary_word(genre.vocabulary(), genre.word())))
                    .chain(self.housing_rule_lines(facts))
                    .collect(),
            ),
            self.row(
                key::row_benefits,
                "help",
                facts.benefits.iter().map(|benefit| self.benefit_line(benefit)).collect(),
            ),
            self.row(
                key::row_services,
                "help",
                facts.services.iter().map(|service| self.vocabulary_line("service", service)).collect(),
            ),
            self.row(key::row_act, "documents", facts.acts.iter().map(|act| self.act_line(act)).collect()),
            self.row(key::row_force, "when", self.in_force_lines(facts)),
            self.row(
                key::row_permits,
                "documents",
                facts
                    .permits
                    .iter()
                    .map(|permit| self.in_page_language(self.vocabulary_word("permit", permit.word())))
                    .collect(),
            ),
            self.row(key::row_changes, "warning", self.change_lines(facts)),
            self.row(key::row_counts, "figures", facts.counts.iter().map(|count| self.figure_line(count)).collect()),
            self.row(key::row_steps, "steps", self.step_lines(facts)),
            self.fact_row(key::row_documents, "documents", &facts.documents, |documents| {
                documents.iter().map(|document| self.document_line(document)).collect()
            }),
            // If there is a cost, state fees are listed with it on the first screen.
            self.row(
                key::row_cost,
                "cost",
                facts
                    .state_fees
                    .iter()
                    .filter(|_| facts.cost.value().is_none())
                    .map(|fee| self.fee_line(fee))
                    .collect(),
            ),
            self.row(
                key::row_level,
                "stairs",
                facts
                    .levels
                    .iter()
                    .flat_map(Levels::as_slice)
                    .map(|level| self.in_page_language(self.vocabulary_word("level", level.word())))
                    .collect(),
            ),
            self.row(key::row_certificate, "certificate", self.certificate_lines(item)),
            self.row(key::row_seats, "seats", self.seat_lines(item)),
            self.row(
                key::row_selection,
                "steps",
                facts.selection.iter().map(|text| self.in_board_language(text)).collect(),
            ),
            self.row(
                key::row_attendance,
                "when",
                facts.attendance_rule.iter().map(|text| self.in_board_language(text)).collect(),
            ),
            self.fact_row(key::row_programme, "evento", &facts.programme, |programme| {
                programme.iter().map(|entry| self.programme_line(entry)).collect()
            }),
            self.row(
                key::row_entry,
                "door",
                facts
                    .entry
                    .iter()
                    .map(|entry| self.in_page_language(self.vocabulary_word("entry", entry.word())))
                    .collect(),
            ),
            self.row(
                key::row_languages,
                "language",
                facts
                    .activity_languages
                    .iter()
                    .map(|language| self.vocabulary_line("language", language.as_str()))
                    .collect(),
            ),
            self.row(key::row_accessibility, "access", self.text_lines(&facts.accessibility)),
            self.row(key::row_partners, "who", self.text_lines(&facts.partners)),
            self.row(
                key::row_funding,
                "pay",
                facts.funding.iter().chain(&facts.codes).map(|text| self.in_board_language(text)).collect(),
            ),
            self.row(
                key::row_validity,
                "deadline",
                facts
                    .valid_until
                    .map(|last| {
                        let date = self.locale.format_end(last);
                        self.format(key::status_valid_until, &[("date", date.into())])
                    })
                    .into_iter()
                    .collect(),
            ),
            self.row(
                key::row_territory,
                "where",
                facts.territories.iter().chain(&facts.territory).map(|text| self.in_board_language(text)).collect(),
            ),
        ];
        rows.into_iter().flatten().collect()
    }
}

//! Finds deadlines in the text that differ from the deadline of the fields.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Prose, deadline_words, periods, word_lists};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{Kind, PartialDate};
use crate::path;
use crate::text::calendar_names::month_name;

word_lists! { "deadline_disagrees.txt":
    /// Words of sentences about a last day that is not the deadline.
    OTHER_LAST_DAYS = "other last days";
    /// Words that make it a deadline for applying all the same.
    APPLYING_WORDS = "applying";
}

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "deadline-disagrees",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text("la scadenza del testo è quella del campo", "the deadline in the text is that of the field"),
        explanation: text(
            "Due scadenze diverse fanno perdere l'iscrizione a chi crede alla più lontana. La scadenza sta nel campo `scadenza`: nel testo non serve ripeterla.",
            "With two deadlines, people who trust the later one miss the real one. The deadline belongs in the field `scadenza`: the text need not repeat it.",
        ),
        wrong: "scadenza: 2026-12-04\n---\nIscriviti entro il 30/11.",
        right: "scadenza: 2026-12-04\n---\nIscriviti entro il 4 dicembre.",
        origin: "linee guida del canale, paragrafo 5, «Scadenza per l'iscrizione»",
    },
    function: CheckFunction::Prose(check),
};

fn check(_: &Board, item: &Item, prose: &Prose<'_>, findings: &mut Findings<'_>) {
    // A field that could not be read has its own finding.
    let unread = item.facts.deadline.is_absent() && item.spans.find(&path![scadenza]).is_some();
    if matches!(item.kind(), Kind::Regulation | Kind::Project) || unread {
        return;
    }
    for (passage, written) in prose.dates() {
        if !deadline_words::is_deadline(&passage, &written.range) {
            continue;
        }
        let deadlines = periods::deadline_days(item);
        let Some(day) = periods::resolve_day_among(item, deadlines.iter().copied(), written) else { continue };
        // Enrolment is usually possible until the activity starts.
        let is_in_fields = deadlines.contains(&day)
            || (deadlines.is_empty() && item.kind() == Kind::News)
            || periods::field_periods(item).iter().any(|(first, _)| day == *first);
        // Without a year, an earlier day is that of another thing; with its year it is left from an old edition.
        let before = written.year.is_none() && periods::publication_day(item).is_some_and(|published| day < published);
        let sentence = passage.sentence_around(&written.range);
        let is_other_last_day = OTHER_LAST_DAYS.matches(sentence);
        let applying =
            APPLYING_WORDS.matches(sentence) || deadline_words::asks_for_curriculum(&passage, &written.range);
        if is_in_fields || before || (is_other_last_day && !applying) {
            continue;
        }
        let shown = periods::format_italian_date(day);
        let field = match item.facts.deadlines().next().map(|(date, _)| date).or(item.facts.extended_from) {
            Some(PartialDate::Day(field)) => periods::format_italian_date(field),
            Some(PartialDate::Month(year, month)) => format!("{} {year}", month_name(month)),
            Some(PartialDate::Year(year)) => year.to_string(),
            None => item.facts.deadline.value().and_then(|deadline| deadline.word()).unwrap_or("nessuna").to_owned(),
        };
        let without_year = if written.year.is_none() { " (nel testo manca l'anno)" } else { "" };
        let year_en = if written.year.is_none() { " (the text names no year)" } else { "" };
        findings
            .report_in_passage(
                &item.document,
                &passage,
                written.range.clone(),
                localized!(
                    "nel testo la scadenza è {shown}{without_year}, nel campo è {field}",
                    "in the text the deadline is {shown}{year_en}, in the field {field}"
                ),
                localized!(
                    "tieni quella giusta nel campo `scadenza`, e toglila dal testo",
                    "keep the right one in `scadenza`, and delete it from the text"
                ),
            )
            .ask(localized!(
                "Leggiamo due scadenze, {field} e {shown}: qual è giusta?",
                "We read two deadlines, {field} and {shown}: which is right?"
            ));
    }
}

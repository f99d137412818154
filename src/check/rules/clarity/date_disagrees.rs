//! Finds dates in the text that no field contains.

use chrono::{Datelike, Days, NaiveDate};

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Passage, Prose, deadline_words, near_before, periods, word_lists};
use crate::diagnostic::{LocalizedString, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{Kind, WrittenDate, spell_out_date, spell_out_with_article};

word_lists! { "date_disagrees.txt":
    /// Words before dates that do not belong to the offer.
    OTHER_DATES = "other dates";
}

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "date-disagrees",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text("le date del testo sono quelle dei campi", "dates in the text are those of the fields"),
        explanation: text(
            "Nel titolo o nel testo c'è una data che nei campi non compare. Di solito è rimasta da un'edizione vecchia. Le date stanno meglio solo nei campi: la pagina, il messaggio e la locandina le scrivono da soli, in ogni lingua.",
            "Title or text hold a date that the fields do not have. Usually it is left over from an old edition. It is better to write dates only in the fields: page, message and poster show them in every language.",
        ),
        wrong: "date: 2026-12-10\n---\nCi vediamo il 17 dicembre 2026.",
        right: "date: 2026-12-10\n---\nCi vediamo il 10 dicembre 2026.",
        origin: "linee guida del canale, paragrafo 5, «Data/e e orari»",
    },
    function: CheckFunction::Prose(check),
};

fn check(board: &Board, item: &Item, prose: &Prose<'_>, findings: &mut Findings<'_>) {
    let before = item.facts.edition_of.as_ref().and_then(|slug| board.item(slug.as_str()));
    if let Some(before) = before {
        check_edition_before(item, before, prose, findings);
    }
    let offers = matches!(item.kind(), Kind::Training | Kind::Event | Kind::Job | Kind::Housing);
    let (Some(published), true) = (periods::publication_day(item), offers) else { return };
    let mut known = None;
    let mut dates = prose.dates().peekable();
    while let Some((passage, written)) = dates.next() {
        let Some(day) = periods::resolve_day(item, written) else { continue };
        if before.is_some_and(|before| day_of_edition_before(item, before, written).is_some()) {
            continue;
        }
        // «Dal 1° al 30 novembre»: the first day is in the year of the last, even if it is past.
        let end = dates.peek().filter(|(_, next)| written.year.is_none() && is_end_of_range(&passage, written, next));
        let day = match end.and_then(|(_, next)| periods::resolve_day(item, next)) {
            Some(end) if end < day => day.with_year(day.year() - 1).unwrap_or(day),
            _ => day,
        };
        let is_last_year = day < published && written.year.is_some() && is_year_before(item, day);
        let near = is_last_year
            || day >= published && published.checked_add_days(Days::new(730)).is_some_and(|end| day <= end);
        if !near || deadline_words::is_deadline(&passage, &written.range) {
            continue;
        }
        let periods = known.get_or_insert_with(|| (periods::field_periods(item), periods::deadline_days(item)));
        let (periods, deadlines) = periods;
        let dated = periods.iter().any(|(first, last)| (*first..=*last).contains(&day)) || deadlines.contains(&day);
        // If the fields have no date at all, the rule for missing dates reports it.
        if dated || (item.facts.editions().is_empty() && deadlines.is_empty()) {
            continue;
        }
        // Work and homes have no field for the day on which they begin: after the deadline, it is one.
        let is_start = matches!(item.kind(), Kind::Job | Kind::Housing)
            && item.facts.editions().is_empty()
            && deadlines.iter().all(|deadline| *deadline < day);
        let sentence = passage.sentence_around(&written.range);
        // «Il colloquio serve a conoscerti. Si fa il 21 dicembre»: the sentence before says what happens.
        let before = near_before(passage.text, written.range.start);
        let previous = before.rsplit(['.', '!', '?', '\n']).nth(1).unwrap_or_default();
        if is_start || OTHER_DATES.matches(sentence) || OTHER_DATES.matches(previous) {
            continue;
        }
        let LocalizedString { it: shown, en: shown_en } = spell_out_date(day);
        let the_day = spell_out_with_article(day).it;
        findings
            .report_in_passage(
                &item.document,
                &passage,
                written.range.clone(),
                localized!("{the_day} non è fra le date dei campi", "{shown_en} is not among the dates of the fields"),
                localized!("correggi la data, o aggiungila ai campi", "correct the date, or add it to the fields"),
            )
            .ask(localized!(
                "Nel testo c'è la data {shown}: che cosa succede quel giorno?",
                "The text names {shown_en}: what happens on that day?"
            ));
    }
}

/// Reports dates that are left over from the edition before, also where this one has no dates yet.
fn check_edition_before(item: &Item, before: &Item, prose: &Prose<'_>, findings: &mut Findings<'_>) {
    for (passage, written) in prose.dates() {
        let Some(day) = day_of_edition_before(item, before, written) else { continue };
        let LocalizedString { it: shown, en: shown_en } = spell_out_date(day);
        let the_day = spell_out_with_article(day).it;
        findings
            .report_in_passage(
                &item.document,
                &passage,
                written.range.clone(),
                localized!("{the_day} è una data dell'edizione di prima", "{shown_en} is a date of the edition before"),
                localized!(
                    "scrivi quella nuova, o togli la frase: le date stanno già nei campi",
                    "write the new one, or remove the sentence: the fields have the dates already"
                ),
            )
            .ask(localized!(
                "Nel testo c'è ancora {shown}, una data dell'edizione di prima: qual è quella nuova?",
                "The text still names {shown_en}, a date of the edition before: which is the new one?"
            ));
    }
}

/// The day that a date of the text is, if the edition before has it and this one has not.
fn day_of_edition_before(item: &Item, before: &Item, written: &WrittenDate) -> Option<NaiveDate> {
    let has = |item: &Item, day: NaiveDate| {
        let ends = periods::field_periods(item).into_iter().flat_map(|(first, last)| [first, last]);
        ends.chain(periods::deadline_days(item)).any(|other| other == day)
    };
    let day = periods::resolve_day(before, written)?;
    let is_within = || periods::field_periods(item).iter().any(|(first, last)| (*first..=*last).contains(&day));
    (has(before, day) && !has(item, day) && !is_within()).then_some(day)
}

/// Whether a date is the last day of a range that another begins: «dal 1° al 30», «15 novembre - 20 dicembre».
fn is_end_of_range(passage: &Passage<'_>, first: &WrittenDate, last: &WrittenDate) -> bool {
    let between = passage.text.get(first.range.end..last.range.start).unwrap_or_default();
    matches!(between.trim(), "al" | "all'" | "all’" | "fino al" | "e il" | "-" | "–")
}

/// Whether the fields have the same day and month of a later year: the text is that of an old edition.
fn is_year_before(item: &Item, day: NaiveDate) -> bool {
    let days = periods::field_periods(item).into_iter().flat_map(|(first, last)| [first, last]);
    days.chain(periods::deadline_days(item))
        .any(|other| other.year() > day.year() && (other.month(), other.day()) == (day.month(), day.day()))
}

//! Reports dates that do not exist or are not written as year-month-day.

use crate::board::Problem;
use crate::check::problem_words::quote;
use crate::check::{Check, CheckFunction, problem_words::finding};
use crate::diagnostic::LocalizedString;
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{Deadline, InvalidDate, PartialDate, spell_out_date, spell_out_day, with_article};
use crate::text::calendar_names::month_name;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "invalid-date",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text("le date esistono e sono scritte anno-mese-giorno", "dates exist and are written year-month-day"),
        explanation: text(
            "Le date si scrivono anno-mese-giorno (`2026-11-30`), con l'anno: così non si confondono giorno e mese, e l'annuncio si capisce anche fra due anni. `bacheca check --fix` corregge da solo le date scritte `30/11/2026`.",
            "Dates are written year-month-day (`2026-11-30`), with the year: day and month are never confused, and the announcement is clear two years later. `bacheca check --fix` corrects dates written `30/11/2026` by itself.",
        ),
        wrong: "scadenza: 31/11/2026",
        right: "scadenza: 2026-11-30",
        origin: "ISO 8601",
    },
    function: CheckFunction::LoadingProblem,
};

pub(in crate::check) fn describe(at: &Problem, problem: &InvalidDate) -> Diagnostic {
    let found = |message, hint| finding(&const { CHECK.rule.brief() }, at, message).hint(hint);
    match problem {
        InvalidDate::NoDay(written) => {
            let written = quote(written);
            found(localized!("{written} non dice il giorno", "{written} does not give the day"), example_hint())
        }
        InvalidDate::NoSuchMonth(month) => {
            found(localized!("il mese {month} non esiste", "there is no month {month}"), example_hint())
        }
        InvalidDate::NoSuchDay { day, month, year } => {
            let LocalizedString { it, en } = spell_out_day(*day, *month, *year);
            let the_day = with_article(*day, spell_out_day(*day, *month, *year)).it;
            found(
                localized!("{the_day} non esiste", "there is no {en}"),
                localized!("controlla il giorno sul calendario", "look the day up in a calendar"),
            )
            .question(localized!(
                "Nella data c'è scritto {it}, che non esiste: qual è il giorno giusto?",
                "The date says {en}, which does not exist: which is the right day?"
            ))
        }
        InvalidDate::OtherForm { text, date, corrected } => {
            // Spelled out, because 11/12 could be read as the twelfth of November.
            let spelled_out = match date {
                PartialDate::Day(day) => spell_out_date(*day).it,
                PartialDate::Month(year, month) => format!("{} {year}", month_name(*month)),
                PartialDate::Year(year) => year.to_string(),
            };
            found(other_form(text), localized!("scrivi `{date}` ({spelled_out})", "write `{date}` ({spelled_out})"))
                .correction(at.span.clone(), corrected.clone(), true)
        }
        InvalidDate::DeadlineInWords(text, corrected) => found(
            other_form(text),
            localized!("scrivi `{corrected}`", "write `{corrected}`"),
        )
        .correction(at.span.clone(), corrected.clone(), true),
        InvalidDate::MoreThanDate { text, date, more } if more.is_empty() => found(
            other_form(text),
            localized!(
                "prima guarda quale è giusto, il giorno della settimana o la data; poi scrivi solo la data, anno-mese-giorno: `{date}` se è quella",
                "first see which is right, the weekday or the date; then write the date alone, year-month-day: `{date}` if that is it"
            ),
        ),
        InvalidDate::MoreThanDate { text, date, more } => found(
            localized!(
                "«{text}» non è solo una data: dice anche «{more}»",
                "`{text}` is more than a date: it also says `{more}`"
            ),
            localized!(
                "qui scrivi solo la data, `{date}`; il resto in `orari`, in `note` o nel testo, perché non si perda",
                "write the date alone here, `{date}`; the rest in `orari`, in `note` or in the text, so that it is not lost"
            ),
        ),
        InvalidDate::NoYear { text, next } => {
            let message = localized!("«{text}» non dice l'anno", "`{text}` does not give the year");
            let described = match next {
                Some((date, corrected)) => found(
                    message,
                    localized!("se è il prossimo, scrivi `{date}`", "if it is the next one, write `{date}`"),
                )
                .correction(at.span.clone(), corrected.clone(), false),
                None => found(message, example_hint()),
            };
            described.question(year_question(text))
        }
        InvalidDate::FarYear { text, year } => found(
            localized!(
                "nella data «{text}» l'anno {year} non va bene",
                "in the date `{text}` the year {year} cannot be right"
            ),
            localized!(
                "controlla le cifre dell'anno, per esempio `2026-11-30`",
                "check the digits of the year, for example `2026-11-30`"
            ),
        )
        .question(year_question(text)),
        InvalidDate::NotADate(text) => {
            found(localized!("«{text}» non è una data", "`{text}` is not a date"), example_hint())
        }
        InvalidDate::NotADeadline(text) => {
            let words = Deadline::WORDS.join(", ");
            found(
                localized!("«{text}» non è una scadenza", "`{text}` is not a deadline"),
                localized!(
                    "scrivi una data (`2026-11-30` o `2026-11-30 ore 12:00`), oppure: {words}",
                    "write a date (`2026-11-30` or `2026-11-30 ore 12:00`), or: {words}"
                ),
            )
        }
        InvalidDate::PeriodInWords(start, end) => {
            let period = format!("{{inizio: {start}, fine: {end}}}");
            found(
                localized!("un periodo si scrive con due campi", "a period is written as two fields"),
                localized!("scrivi `{period}`", "write `{period}`"),
            )
            .correction(at.span.clone(), period, false)
        }
        InvalidDate::DaysInWords(days) => {
            let list = format!("[{}]", days.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "));
            found(
                localized!("più giorni si scrivono in un elenco", "several days are written as a list"),
                localized!("scrivi `{list}`", "write `{list}`"),
            )
            .correction(at.span.clone(), list, false)
        }
    }
}

fn other_form(text: &str) -> LocalizedString {
    localized!("la data «{text}» è scritta in un altro modo", "the date `{text}` is written in another form")
}

fn example_hint() -> LocalizedString {
    localized!("scrivi anno-mese-giorno, per esempio `2026-11-30`", "write year-month-day, for example `2026-11-30`")
}

fn year_question(text: &str) -> LocalizedString {
    localized!("Di quale anno è «{text}»?", "Which year is `{text}` in?")
}

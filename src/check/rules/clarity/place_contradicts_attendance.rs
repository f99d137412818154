//! Finds online opportunities with a place or a street address in the text, and places that say «online».

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Phrase, Prose, near_after, word_lists};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{Attendance, FieldPath, Place};
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "place-contradicts-attendance",
        severity: Severity::Error,
        group: RuleGroup::Clarity,
        summary: text("in presenza c'è un luogo, online no", "what is in person has a place, what is online has none"),
        explanation: text(
            "«Roma, in modalità telematica» fa partire qualcuno per Roma. Se è online scrivi `modalita: online` e `piattaforma`, e per dire dove vale usa `territorio`; se è in parte di persona, `modalita: ibrida`.",
            "«Roma, in modalità telematica» makes somebody set out for Rome. If it is online write `modalita: online` and `piattaforma`, and say where it holds in `territorio`; if it is partly in person, `modalita: ibrida`.",
        ),
        wrong: "modalita: online\nluogo: \"Roma, in modalità telematica\"",
        right: "modalita: online\n# luogo:\nterritorio: Lazio\npiattaforma: Google Meet",
        origin: "linee guida del canale, paragrafo 5, «Luogo (se in presenza) o modalità di svolgimento (se online)»",
    },
    function: CheckFunction::Several(&[CheckFunction::Item(check), CheckFunction::Phrases(&STREETS, on_street)]),
};

word_lists! { "place_contradicts_attendance.txt":
    /// Phrases with which an address begins.
    STREETS = "streets";
    /// Words of places that are not physical.
    ONLINE_PLACES = "online places";
    /// Words for the activity itself.
    ACTIVITY_WORDS = "activity words";
    /// Words for what may have an address although the course is online, such as an office.
    OFFICE_WORDS = "office words";
}

fn on_street(_: &Board, item: &Item, _: &Prose<'_>, phrase: &Phrase<'_>, findings: &mut Findings<'_>) {
    let facts = &item.facts;
    let online = |attendance: Option<Attendance>| matches!(attendance, Some(Attendance::Online | Attendance::Remote));
    let all_online = online(facts.attendance.value().copied())
        && facts.editions().iter().all(|edition| edition.attendance.is_none() || online(edition.attendance));
    if !all_online || !phrase.passage.is_body() {
        return;
    }
    let after = near_after(phrase.passage.text, phrase.range.end).trim_start();
    // «Via dei Libri 7» is an address, «via mail entro il 7» is not.
    let mut name = after.split_whitespace().take(3);
    let named = name.any(|word| word.starts_with(|c: char| c.is_uppercase()));
    let mut words = after.split_whitespace().take(5);
    let numbered = words.any(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    let sentence = phrase.passage.sentence_around(&phrase.range);
    if !named || !numbered || OFFICE_WORDS.matches(sentence) || !ACTIVITY_WORDS.matches(sentence) {
        return;
    }
    let found = phrase.report(
        findings,
        localized!("nel testo c'è un indirizzo, ma è online", "the text holds an address, but it is online"),
        localized!(
            "se si può anche andare di persona: `modalita: ibrida` e `luogo: …`; altrimenti togli l'indirizzo",
            "if people can also go there: `modalita: ibrida` and `luogo: …`; else delete the address"
        ),
    );
    // The text is less reliable than the fields.
    found.severity = Severity::Warning;
    found.ask(localized!("Si va di persona o si segue online?", "Does it take place there or online?"));
}

fn check(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    let facts = &item.facts;
    let attendance = facts.attendance.value().copied();
    for (index, place) in facts.places().iter().enumerate() {
        check_place(item, attendance, place, path![luogo[index]], findings);
    }
    for (index, edition) in facts.editions().iter().enumerate() {
        if let Some(place) = &edition.place {
            check_place(item, edition.attendance.or(attendance), place, path![edizioni[index].luogo], findings);
        }
    }
}

fn check_place(
    item: &Item,
    attendance: Option<Attendance>,
    place: &Place,
    path: FieldPath,
    findings: &mut Findings<'_>,
) {
    let mut texts = [&place.name, &place.address, &place.town].into_iter().flatten();
    let said_online = texts.any(|text| ONLINE_PLACES.matches(text));
    let online = matches!(attendance, Some(Attendance::Online | Attendance::Remote));
    let contradicts = said_online || (online && place.address.is_some());
    if !contradicts {
        return;
    }
    findings
        .report_at_field(
            item,
            path,
            localized!("c'è un luogo, ma è online", "there is a place, but it is online"),
            localized!(
                "se è online togli `luogo` e scrivi `modalita: online`, con `territorio: …` per dire dove vale; se è anche di persona: `modalita: ibrida`",
                "if it is online delete `luogo` and write `modalita: online`, with `territorio: …` for where it holds; if it is also in person: `modalita: ibrida`"
            ),
        )
        .ask(localized!("Si va di persona o si segue online?", "Does it take place there or online?"));
}

//! Finds terms of the glossary that a translation calls otherwise.

use crate::board::{Board, ContentFile, Item, says_name};
use crate::check::{Check, CheckFunction, Findings, written_body};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{FieldPath, Translation};
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "glossary-term-differs",
        severity: Severity::Warning,
        group: RuleGroup::Translations,
        summary: text(
            "una parola degli uffici si traduce sempre nello stesso modo",
            "a word of offices is translated in the same way everywhere",
        ),
        explanation: text(
            "Chi legge deve riconoscere la stessa cosa da un annuncio all'altro. Le parole di content/glossario.csv si traducono come dice il glossario: basta la radice, la grammatica non conta, e va bene anche la parola italiana. Se il glossario ha torto, aggiungi lì l'altro nome, dopo `|`; un asterisco fra i nomi dice che la parola si traduce in molti modi.",
            "Readers must recognise the same thing from one announcement to the next. The words of content/glossario.csv are translated as the glossary says: the stem is enough, grammar does not matter, and the Italian word will do too. If the glossary is wrong, add the other name there, after `|`; an asterisk among the names says that the word is translated in many ways.",
        ),
        wrong: "titolo: Rinnovo del permesso di soggiorno\n-- content/glossario.csv --\ntermine;spiegazione;en;spiegazione_en\npermesso di soggiorno;Il documento per vivere qui.;residence permit;The document to live here.\n-- content/opportunita/2026/prova.en.md --\n---\ntitolo: Renewal of the stay paper\nmodo: umana\noriginale: \"00000000\"\n---\n",
        right: "titolo: Rinnovo del permesso di soggiorno\n-- content/glossario.csv --\ntermine;spiegazione;en;spiegazione_en\npermesso di soggiorno;Il documento per vivere qui.;residence permit;The document to live here.\n-- content/opportunita/2026/prova.en.md --\n---\ntitolo: Renewal of residence permits\nmodo: umana\noriginale: \"00000000\"\n---\n",
        origin: "formato dei contenuti: content/glossario.csv",
    },
    function: CheckFunction::Item(check),
};

/// Among the names of a term: it is translated in many ways.
const ANY_NAME: &str = "*";

fn check(board: &Board, item: &Item, findings: &mut Findings<'_>) {
    let Some(glossary) = board.glossary.as_deref().filter(|_| !item.translations.is_empty()) else { return };
    let title = item.facts.title.value().map_or("", String::as_str);
    let originals = [(path![titolo], title), (path![sintesi], item.summary()), (path![], item.document.body())];
    let mut seen = Vec::new();
    for (field, original) in originals {
        for (term, _) in glossary.find_terms(original) {
            if term.is_protected || seen.contains(&(field, &term.term)) {
                continue;
            }
            seen.push((field, &term.term));
            for (language, translation) in &item.translations {
                let Some(name) = term.translations.get(language) else { continue };
                let translated = translated_text(translation, field);
                let is_said = name.names.iter().map(String::as_str).chain(term.all_forms());
                // «Sportello» is a desk, a centre, a service.
                let is_free = name.names.iter().any(|name| name == ANY_NAME);
                if is_free || translated.is_empty() || is_said.into_iter().any(|name| says_name(translated, name)) {
                    continue;
                }
                let (term, name) = (&term.term, name.names.first().map_or("", String::as_str));
                let message = localized!(
                    "l'originale dice «{term}», la traduzione non dice «{name}»",
                    "the original says `{term}`, the translation does not say `{name}`"
                );
                let hint = localized!(
                    "usa il nome del glossario; se anche il tuo è giusto, aggiungilo in content/glossario.csv, nella colonna `{language}`, dopo `|`",
                    "use the name of the glossary; if yours is right too, add it to content/glossario.csv, in the column `{language}`, after `|`"
                );
                if field == path![] {
                    let body = written_body(translation);
                    let start = body.text.len() - body.text.trim_start().len();
                    let first = body.text.trim_start().lines().next().unwrap_or_default().trim_end();
                    findings.report_in_passage(&translation.document, &body, start..start + first.len(), message, hint);
                } else {
                    findings.report_at_field(translation, field, message, hint);
                }
            }
        }
    }
}

/// Title, summary or body of a translation.
fn translated_text(translation: &ContentFile<Translation>, field: FieldPath) -> &str {
    let facts = &translation.facts;
    if field == path![titolo] {
        facts.title.as_deref().unwrap_or_default()
    } else if field == path![sintesi] {
        facts.summary.as_deref().unwrap_or_default()
    } else {
        translation.document.body()
    }
}

//! Finds translations without an original, or in a language that the board does not have.

use crate::board::Board;
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "translation-without-original",
        severity: Severity::Error,
        group: RuleGroup::Translations,
        summary: text(
            "una traduzione sta accanto al suo originale, in una lingua della bacheca",
            "a translation is beside its original, in a language of the board",
        ),
        explanation: text(
            "Una traduzione si chiama come il suo originale, con la lingua prima di `.md`, e sta nella stessa cartella. La lingua è una di quelle di site.toml.",
            "A translation is named like its original, with the language before `.md`, and is in the same folder. The language is one of those in site.toml.",
        ),
        wrong: "-- content/opportunita/2026/corso-perduto.en.md --\n---\ntitolo: Italian course\n---\n",
        right: "titolo: Corso di italiano",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::Board(check),
};

fn check(board: &Board, findings: &mut Findings<'_>) {
    for document in board.orphans.iter() {
        findings.report_at_field(
            document,
            path![],
            localized!("questa traduzione non ha un originale accanto", "this translation has no original beside it"),
            localized!(
                "il file si deve chiamare come l'originale, con la lingua prima di `.md`: `corso.en.md` accanto a `corso.md`",
                "the file must be named like the original, with the language before `.md`: `corso.en.md` beside `corso.md`"
            ),
        );
    }
    let languages = &board.config.bacheca.lingue;
    let items = board.items.iter().flat_map(|item| &item.translations);
    let pages = board.pages.values().flat_map(|page| &page.translations);
    for (language, translation) in items.chain(pages) {
        if !languages.contains(language) || *language == board.config.bacheca.lingua {
            let all = languages.join(", ");
            findings.report_at_field(
                translation,
                path![],
                localized!(
                    "«{language}» non è una lingua in cui si traduce",
                    "`{language}` is not a language to translate into"
                ),
                localized!("le lingue di site.toml sono: {all}", "the languages of site.toml are: {all}"),
            );
        }
    }
}

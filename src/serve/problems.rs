//! Problems, as a page shows them: message, file, line, what to write.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::board::LoadedBoard;
use crate::check::letter;
use crate::check::report::Sources;
use crate::diagnostic::{Diagnostic, MessageLanguage, Severity};
use crate::text::escape::escape_attribute;

/// How many of each severity a page tells: nobody reads more above what they came to see.
const TOLD: usize = 100;

/// A block of HTML for the top of every page, with those of the files that were saved last before the others; empty
/// without problems.
pub(super) fn html(loaded: &LoadedBoard, problems: &[Diagnostic], saved: &BTreeSet<String>) -> String {
    let sources = Sources::of(loaded, problems);
    let mut out = String::new();
    for (severity, title, open) in [(Severity::Error, "Errori", " open"), (Severity::Warning, "Avvisi", "")] {
        let mut found: Vec<&Diagnostic> = problems.iter().filter(|problem| problem.severity == severity).collect();
        found.sort_by_key(|problem| !saved.contains(&problem.file));
        if found.is_empty() {
            continue;
        }
        let _ =
            write!(out, "<details class=\"bacheca-problems\"{open}><summary>{title}: {}</summary><ol>", found.len());
        for problem in found.iter().take(TOLD) {
            let line = sources.line(problem).unwrap_or_default();
            let _ = write!(
                out,
                "<li><strong>{}</strong><br><code>{}:{line}</code> <small>{}</small>",
                escape_attribute(&problem.message.it),
                escape_attribute(&problem.file),
                problem.rule
            );
            if let Some(hint) = &problem.hint {
                let _ = write!(out, "<br>{}", escape_attribute(&hint.it));
            }
            if let Some(replacement) = sources.corrected(problem) {
                let _ = write!(out, "<br><code>{}</code>", escape_attribute(&replacement));
            }
            out.push_str("</li>");
        }
        out.push_str("</ol>");
        if let Some(others) = found.len().checked_sub(TOLD).filter(|others| *others > 0) {
            let _ = write!(out, "<p>e altri {others}: <code>bacheca check</code> li elenca tutti</p>");
        }
        out.push_str("</details>");
    }
    questions(loaded, problems, &mut out);
    out
}

/// What to ask the organisations of drafts, ready to be copied.
fn questions(loaded: &LoadedBoard, problems: &[Diagnostic], out: &mut String) {
    let drafts = loaded.board.items.iter().filter(|item| item.facts.is_draft());
    let letters: Vec<_> = drafts
        .filter_map(|item| Some((item, letter(&loaded.board, item, problems, MessageLanguage::Italian)?)))
        .collect();
    // One line for all of them: the page below is what one came to see.
    if !letters.is_empty() {
        let _ = write!(out, "<details class=\"bacheca-problems\"><summary>Bozze: {}</summary>", letters.len());
        for (item, letter) in letters {
            let _ = write!(
                out,
                "<details><summary>{}</summary><pre>{}</pre><p><a href=\"{}\">E-mail</a> · <a href=\"{}\">WhatsApp</a></p></details>",
                escape_attribute(item.title()),
                escape_attribute(&letter.text),
                escape_attribute(&letter.mail),
                escape_attribute(&letter.whatsapp)
            );
        }
        out.push_str("</details>");
    }
}

/// A failure that is not of the content: the theme, the disk.
pub(super) fn failure(message: &str) -> String {
    format!(
        "<details class=\"bacheca-problems\" open><summary>Errore</summary><p>{}</p></details>",
        escape_attribute(message)
    )
}

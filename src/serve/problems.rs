//! Problems as HTML: message, file, line, hint.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::board::LoadedBoard;
use crate::check::compose_questions;
use crate::check::report::Sources;
use crate::diagnostic::{Diagnostic, MessageLanguage, Severity};
use crate::text::escape::{Attribute, Html};

/// Maximum number of problems shown per severity: a longer list would only push the page down.
const MAX_PER_SEVERITY: usize = 100;

/// Renders the block at the top of every page, with the problems of the files that were saved last first; empty
/// without problems.
pub(super) fn render_problems(loaded: &LoadedBoard, diagnostics: &[Diagnostic], saved: &BTreeSet<String>) -> String {
    let sources = Sources::of_findings(loaded, diagnostics);
    let mut out = String::new();
    for (severity, title, open) in [(Severity::Error, "Errori", " open"), (Severity::Warning, "Avvisi", "")] {
        let mut group: Vec<&Diagnostic> = diagnostics.iter().filter(|problem| problem.severity == severity).collect();
        group.sort_by_key(|problem| !saved.contains(&problem.file));
        if group.is_empty() {
            continue;
        }
        let _ =
            write!(out, "<details class=\"bacheca-problems\"{open}><summary>{title}: {}</summary><ol>", group.len());
        for problem in group.iter().take(MAX_PER_SEVERITY) {
            let line = sources.line(problem).unwrap_or_default();
            let _ = write!(
                out,
                "<li><strong>{}</strong><br><code>{}:{line}</code> <small>{}</small>",
                Html::from_text(&problem.message.it),
                Html::from_text(&problem.file),
                problem.rule
            );
            if let Some(hint) = &problem.hint {
                let _ = write!(out, "<br>{}", Html::from_text(&hint.it));
            }
            if let Some(replacement) = sources.corrected(problem, diagnostics) {
                let _ = write!(out, "<br><code>{}</code>", Html::from_text(&replacement));
            }
            out.push_str("</li>");
        }
        out.push_str("</ol>");
        if let Some(others) = group.len().checked_sub(MAX_PER_SEVERITY).filter(|others| *others > 0) {
            let _ = write!(out, "<p>e altri {others}: <code>bacheca check</code> li elenca tutti</p>");
        }
        out.push_str("</details>");
    }
    render_draft_questions(loaded, diagnostics, &mut out);
    out
}

/// Renders the questions to the organisations of drafts, ready to copy.
fn render_draft_questions(loaded: &LoadedBoard, diagnostics: &[Diagnostic], out: &mut String) {
    let drafts = loaded.board.items.iter().filter(|item| item.facts.is_draft());
    let messages: Vec<_> = drafts
        .filter_map(|item| Some((item, compose_questions(&loaded.board, item, diagnostics, MessageLanguage::Italian)?)))
        .collect();
    // Collapsed to one line, to leave the screen to the page.
    if !messages.is_empty() {
        let _ = write!(out, "<details class=\"bacheca-problems\"><summary>Bozze: {}</summary>", messages.len());
        for (item, message) in messages {
            let _ = write!(
                out,
                "<details><summary>{}</summary><pre>{}</pre><p><a href=\"{}\">E-mail</a> · <a href=\"{}\">WhatsApp</a></p></details>",
                Html::from_text(item.title()),
                Html::from_text(&message.text),
                Attribute::new(&message.mailto_url),
                Attribute::new(&message.whatsapp_url)
            );
        }
        out.push_str("</details>");
    }
}

/// Renders an error outside the content: in the theme, or of the disk.
pub(super) fn render_failure(message: &str) -> String {
    format!(
        "<details class=\"bacheca-problems\" open><summary>Errore</summary><p>{}</p></details>",
        Html::from_text(message)
    )
}

//! Lines in easy words, with hard words linked to where they are explained.

use std::collections::BTreeSet;

use tera::Value;

use super::addresses::GLOSSARY_PAGE_PATH;
use crate::board::{Board, Glossary, Item};
use crate::publish::RenderContext;
use crate::text::escape::{Attribute, Html};

/// Whether any open item has easy words.
pub(crate) fn has_easy_items(context: &RenderContext) -> bool {
    context.open_items().iter().any(|item| !item.facts.easy.is_empty())
}

/// The lines of an item as HTML; each hard word is a link at its first place. `root` is the path to where the page of the
/// glossary is, in the language of the page.
pub(crate) fn easy_lines(board: &Board, item: &Item, root: &str) -> Vec<Value> {
    let mut linked = BTreeSet::new();
    let glossary = board.glossary.as_deref();
    let line = |line: &String| Value::safe_string(&link_terms(line, glossary, root, &mut linked));
    item.facts.easy.iter().map(line).collect()
}

fn link_terms(line: &str, glossary: Option<&Glossary>, root: &str, linked: &mut BTreeSet<String>) -> String {
    let mut out = String::new();
    let mut at = 0;
    for (term, range) in glossary.map(|glossary| glossary.find_terms(line)).unwrap_or_default() {
        let slug = term.slug();
        if !linked.insert(slug.clone()) {
            continue;
        }
        let href = format!("{root}{GLOSSARY_PAGE_PATH}#{slug}");
        out.push_str(Html::from_text(line.get(at..range.start).unwrap_or_default()).as_str());
        out.push_str("<a href=\"");
        out.push_str(Attribute::new(&href).as_str());
        out.push_str("\">");
        out.push_str(Html::from_text(line.get(range.clone()).unwrap_or_default()).as_str());
        out.push_str("</a>");
        at = range.end;
    }
    out.push_str(Html::from_text(line.get(at..).unwrap_or_default()).as_str());
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn hard_words_are_links_once_and_nothing_is_markup() {
        let source = Source { path: "x".into(), text: "termine;spiegazione\nISEE;Il foglio.\n".into() };
        let glossary = Glossary::read(source, &["it".to_owned()]).unwrap();
        let mut linked = BTreeSet::new();
        let line = link_terms("Porta l'ISEE <b> & l'ISEE.", Some(&glossary), "../../", &mut linked);
        assert_eq!(line, "Porta l'<a href=\"../../parole/#isee\">ISEE</a> &lt;b&gt; &amp; l'ISEE.");
        assert_eq!(link_terms("ISEE", Some(&glossary), "", &mut linked), "ISEE");
    }
}

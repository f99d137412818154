//! The glossary as a table for spreadsheets, with the columns of its file.

use std::borrow::Cow;

use super::csv_file::render_table;
use crate::board::Glossary;
use crate::error::Error;

/// Renders `dati/glossario.csv` with the names and meanings in these languages, of which the first is the board's own.
pub(super) fn render_glossary_table(glossary: &Glossary, languages: &[String]) -> Result<Vec<u8>, Error> {
    let others = || languages.iter().skip(1).filter(|language| glossary.has_language(language));
    let own = ["termine", "altre_forme", "resta_italiano", "spiegazione"].map(str::to_owned);
    let columns = own.into_iter().chain(others().flat_map(|code| [code.clone(), format!("spiegazione_{code}")]));
    let rows = glossary.terms.iter().map(|term| {
        let own: [Cow<'_, str>; 4] = [
            term.term.as_str().into(),
            term.forms.join("|").into(),
            if term.is_protected { "sì" } else { "" }.into(),
            term.meaning.as_str().into(),
        ];
        let others = others().flat_map(|code| {
            let translation = term.translations.get(code);
            let names = translation.map(|translation| translation.names.join("|")).unwrap_or_default();
            let meaning = translation.map_or("", |translation| translation.meaning.as_str());
            [Cow::Owned(names), meaning.into()]
        });
        own.into_iter().chain(others).collect::<Vec<_>>()
    });
    render_table(columns, rows)
}

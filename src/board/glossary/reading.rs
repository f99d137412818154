//! Reading of the file of the glossary.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

use super::{Forms, Glossary, GlossaryProblem, Term, TermTranslation};
use crate::source::{Source, Spanned};
use crate::text::csv_table::{TableCell, read_table};
use crate::text::slug::slugify;

/// Columns of every glossary; besides, for each language its code for the name and `spiegazione_` with the code.
const TERM: &str = "termine";
const FORMS: &str = "altre_forme";
const PROTECTED: &str = "resta_italiano";
const MEANING: &str = "spiegazione";

/// Most problems that are reported.
const MAX_PROBLEMS: usize = 50;

impl Glossary {
    /// Reads the glossary of a board with these languages, of which the first is its own.
    ///
    /// # Errors
    /// All that is wrong, each with its bytes, and the file.
    pub fn read(source: Source, languages: &[String]) -> Result<Self, (Source, Vec<Spanned<GlossaryProblem>>)> {
        let rows = match read_table(&source.text) {
            Ok(rows) => rows,
            Err(at) => return Err((source, vec![Spanned::new(at..at + 1, GlossaryProblem::OpenQuote)])),
        };
        let mut reader =
            RowReader { problems: Vec::new(), seen: HashSet::new(), slugs: HashSet::new(), columns: BTreeMap::new() };
        let mut rows = rows.into_iter();
        let header = rows.next().unwrap_or_default();
        reader.read_header(&header, languages);
        let mut terms: Vec<Term> = Vec::new();
        if reader.problems.is_empty() {
            terms.extend(rows.filter_map(|row| reader.read_row(&row, header.len(), languages)));
        }
        if !reader.problems.is_empty() {
            reader.problems.truncate(MAX_PROBLEMS);
            return Err((source, reader.problems));
        }
        terms.sort_by_key(|term| slugify(&term.term));
        let forms: Vec<(usize, String)> = terms
            .iter()
            .enumerate()
            .flat_map(|(index, term)| term.all_forms().map(move |form| (index, form.to_owned())))
            .collect();
        let searcher = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::Standard)
            .build(forms.iter().map(|(_, form)| form))
            .ok()
            .filter(|_| !forms.is_empty());
        Ok(Self { source, terms, forms: Forms { searcher, forms } })
    }
}

struct RowReader {
    problems: Vec<Spanned<GlossaryProblem>>,
    /// Terms and other forms so far, in lower case.
    seen: HashSet<String>,
    /// Slugs of the terms so far.
    slugs: HashSet<String>,
    /// Position of each column by its name.
    columns: BTreeMap<String, usize>,
}

impl RowReader {
    fn report(&mut self, span: Range<usize>, problem: GlossaryProblem) {
        self.problems.push(Spanned::new(span, problem));
    }

    fn read_header(&mut self, header: &[TableCell], languages: &[String]) {
        for (index, cell) in header.iter().enumerate() {
            let name = cell.text.trim();
            let language = name.strip_prefix("spiegazione_").unwrap_or(name);
            let is_known = [TERM, FORMS, PROTECTED, MEANING].contains(&name)
                || languages.iter().skip(1).any(|known| known == language);
            if !is_known {
                self.report(cell.span.clone(), GlossaryProblem::UnknownColumn(name.to_owned()));
            } else if self.columns.insert(name.to_owned(), index).is_some() {
                self.report(cell.span.clone(), GlossaryProblem::Duplicate(name.to_owned()));
            }
        }
        for needed in [TERM, MEANING] {
            if !self.columns.contains_key(needed) {
                let span = header.first().map_or(0..0, |cell| cell.span.clone());
                self.report(span, GlossaryProblem::MissingColumn(needed));
            }
        }
    }

    fn read_row(&mut self, row: &[TableCell], columns: usize, languages: &[String]) -> Option<Term> {
        if let Some(cell) = row.get(columns) {
            self.report(cell.span.clone(), GlossaryProblem::TooManyCells);
            return None;
        }
        let first = row.first().map_or(0..0, |cell| cell.span.clone());
        for needed in [TERM, MEANING] {
            if self.cell(row, needed).is_none() {
                self.report(first.clone(), GlossaryProblem::EmptyCell(needed));
                return None;
            }
        }
        let text = |cell: Option<&TableCell>| cell.map(|cell| cell.text.trim().to_owned()).unwrap_or_default();
        let term = text(self.cell(row, TERM));
        let forms = split_names(&text(self.cell(row, FORMS)));
        let slug = slugify(&term);
        if slug.is_empty() {
            self.report(first.clone(), GlossaryProblem::NoAddress(term.clone()));
        }
        // Terms that differ only by an accent would have one address.
        let has_own_slug = slug.is_empty() || self.slugs.insert(slug);
        for (index, form) in std::iter::once(&term).chain(&forms).enumerate() {
            if !self.seen.insert(form.to_lowercase()) || index == 0 && !has_own_slug {
                self.report(first.clone(), GlossaryProblem::Duplicate(form.clone()));
            }
        }
        let protected = self.cell(row, PROTECTED).cloned();
        let is_protected = match protected.as_ref().map(|cell| cell.text.trim().to_lowercase()).as_deref() {
            None | Some("no") => false,
            Some("sì" | "si") => true,
            Some(other) => {
                let span = protected.map_or(first.clone(), |cell| cell.span);
                self.report(span, GlossaryProblem::NotYesOrNo(other.to_owned()));
                false
            }
        };
        let mut translations = BTreeMap::new();
        for language in languages.iter().skip(1) {
            let names = self.cell(row, language).cloned();
            let meaning = self.cell(row, &format!("spiegazione_{language}")).cloned();
            match (names, meaning) {
                (Some(names), Some(meaning)) => {
                    let meaning = meaning.text.trim().to_owned();
                    translations.insert(language.clone(), TermTranslation { names: split_names(&names.text), meaning });
                }
                (Some(cell), None) | (None, Some(cell)) => {
                    self.report(cell.span, GlossaryProblem::Half(language.clone()));
                }
                (None, None) => {}
            }
        }
        Some(Term { term, forms, is_protected, meaning: text(self.cell(row, MEANING)), translations })
    }

    /// A cell that is not empty.
    fn cell<'r>(&self, row: &'r [TableCell], column: &str) -> Option<&'r TableCell> {
        let index = *self.columns.get(column)?;
        row.get(index).filter(|cell| !cell.text.trim().is_empty())
    }
}

/// Names divided by `|`.
fn split_names(text: &str) -> Vec<String> {
    text.split('|').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Glossary, Vec<(usize, GlossaryProblem)>> {
        let source = Source { path: "content/glossario.csv".to_owned(), text: text.to_owned() };
        let languages = ["it", "en"].map(str::to_owned);
        Glossary::read(source, &languages).map_err(|(source, found)| {
            found.into_iter().map(|one| (source.position(one.span.start).line, one.problem)).collect()
        })
    }

    #[test]
    fn terms_are_found_as_whole_words_and_the_longest_first() {
        let glossary = read(
            "termine;altre_forme;resta_italiano;spiegazione;en;spiegazione_en\n\
             Comune;;;L'ufficio della città.;municipality;The city's office.\n\
             permesso;permessi;;Un documento.;permit;A document.\n\
             permesso di soggiorno;permessi di soggiorno;;Il documento.;residence permit|permit of stay;The document.\n\
             ISEE;;sì;Il foglio.;income paper|ISEE;The paper.\n",
        )
        .unwrap();
        let found = |text: &str| -> Vec<String> {
            glossary
                .find_terms(text)
                .into_iter()
                .map(|(term, range)| format!("{}@{}", term.slug(), range.start))
                .collect()
        };
        assert_eq!(found("Porta il Permesso di soggiorno e l'ISEE"), ["permesso-di-soggiorno@9", "isee@35"]);
        assert_eq!(found("un amico comune, il Comune, permessi, isee"), ["comune@20", "permesso@28"]);
        assert!(found("impermessoso").is_empty());
        assert_eq!(glossary.terms.len(), 4);
        assert!(glossary.has_language("en") && !glossary.has_language("ar"));
    }

    #[test]
    fn what_is_wrong_has_its_line() {
        let header = "termine;resta_italiano;spiegazione;en;spiegazione_en\n";
        for (text, expected) in [
            (
                "termine;boh\n",
                vec![
                    (1, GlossaryProblem::UnknownColumn("boh".to_owned())),
                    (1, GlossaryProblem::MissingColumn("spiegazione")),
                ],
            ),
            (&format!("{header}a;;;;\n") as &str, vec![(2, GlossaryProblem::EmptyCell("spiegazione"))]),
            (&format!("{header}a;;b;;\nA;;b;;\n"), vec![(3, GlossaryProblem::Duplicate("A".to_owned()))]),
            (
                &format!("{header}carta d'identità;;b;;\ncarta d'identita;;b;;\n"),
                vec![(3, GlossaryProblem::Duplicate("carta d'identita".to_owned()))],
            ),
            (&format!("{header}إقامة;;b;;\n"), vec![(2, GlossaryProblem::NoAddress("إقامة".to_owned()))]),
            (&format!("{header}a;forse;b;;\n"), vec![(2, GlossaryProblem::NotYesOrNo("forse".to_owned()))]),
            (&format!("{header}a;;b;c;\n"), vec![(2, GlossaryProblem::Half("en".to_owned()))]),
            (&format!("{header}a;;b;c;d;e\n"), vec![(2, GlossaryProblem::TooManyCells)]),
            (&format!("{header}\"a;;b\n"), vec![(2, GlossaryProblem::OpenQuote)]),
        ] {
            assert_eq!(read(text).unwrap_err(), expected, "{text}");
        }
    }
}

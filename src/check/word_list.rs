//! The word lists that an editor can change: the files of `check/words/`, one for each rule that has some.
//!
//! A file is plain UTF-8 text. Lines that start with `#` are comments; those at the top say what the lists are for and
//! which rule reads them. A list starts with a line `[name: kind]`; each line below it is an entry. An entry is one
//! form, or several separated by `|`; some lists say more about an entry, behind a tab. The kind says what a form is:
//!
//! | kind | a form is |
//! |---|---|
//! | `words` | a whole word |
//! | `beginnings` | the beginning of a word: `iscri` for «iscriversi» and «iscrizione»; or how a value begins |
//! | `parts` | a part of a text, even within a word |
//! | `phrases` | one or more whole words, found by [`super::phrases`] in the facts and the text of an item |
//! | `hosts` | the end of a host name, from a label on; `*` stands for one label |
//! | `names` | a name that is looked up exactly as it is written |
//!
//! A form in small letters is found in small and in capital letters alike, those with an accent too. A form with a
//! capital is found only as it is written; `phrases` and `names` have such forms, the other kinds have none.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::text::letter_case::{eq_ignore_case, starts_with_ignore_case};

/// A list of a file, parsed at its first use.
pub type LazyWordList = LazyLock<WordList>;

/// The forms of one list, and what they are compared with.
#[derive(Debug)]
pub struct WordList {
    kind: Kind,
    entries: Vec<Entry>,
    forms: Vec<&'static str>,
    /// Finds `parts`; nothing for the other kinds.
    parts: Option<AhoCorasick>,
}

/// A line of a list.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The forms, separated by `|` in the file.
    pub forms: Vec<&'static str>,
    /// The columns behind the forms, separated by tabs.
    pub columns: Vec<&'static str>,
}

impl Entry {
    /// A column behind the forms, from 0; empty if the entry does not have it.
    #[must_use]
    pub fn column(&self, index: usize) -> &'static str {
        self.columns.get(index).copied().unwrap_or_default()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Words,
    Beginnings,
    Parts,
    Phrases,
    Hosts,
    Names,
}

impl Kind {
    fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "words" => Self::Words,
            "beginnings" => Self::Beginnings,
            "parts" => Self::Parts,
            "phrases" => Self::Phrases,
            "hosts" => Self::Hosts,
            "names" => Self::Names,
            _ => return None,
        })
    }
}

impl WordList {
    /// Reads a list of a file. A list that is missing or broken is empty; [`word_lists!`](super::word_lists) makes a
    /// test that finds it.
    #[must_use]
    pub fn read(file: &'static str, name: &str) -> Self {
        let (_, kind, lines) =
            sections(file).into_iter().find(|(found, ..)| *found == name).unwrap_or((name, "", Vec::new()));
        let entries: Vec<Entry> = lines.into_iter().map(read_entry).collect();
        let forms: Vec<&'static str> = entries.iter().flat_map(|entry| &entry.forms).copied().collect();
        let kind = Kind::from_word(kind).unwrap_or(Kind::Names);
        // A search that knows only the capitals of ASCII gets the others as forms of their own.
        let spelt = forms.iter().flat_map(|form| [(*form).to_owned(), form.to_uppercase()]);
        let parts = (kind == Kind::Parts)
            .then(|| AhoCorasick::builder().ascii_case_insensitive(true).build(spelt).ok())
            .flatten();
        Self { kind, entries, forms, parts }
    }

    /// Whether one of the forms fits a word, a text or a host name, as the kind of the list says.
    #[must_use]
    pub fn matches(&self, text: &str) -> bool {
        match self.kind {
            Kind::Words | Kind::Phrases => self.forms.iter().any(|form| eq_ignore_case(text, form)),
            Kind::Beginnings => self.forms.iter().any(|form| starts_with_ignore_case(text, form)),
            Kind::Parts => self.parts.as_ref().is_some_and(|parts| parts.is_match(text)),
            Kind::Hosts => self.forms.iter().any(|form| is_suffix_of_host(form, text)),
            Kind::Names => self.forms.contains(&text),
        }
    }

    /// The first of the `parts` that stands in a text.
    #[must_use]
    pub fn find_in(&self, text: &str) -> Option<&'static str> {
        let found = self.parts.as_ref()?.find(text)?;
        // Each form has two patterns: as it is written, and in capitals.
        self.forms.get(found.pattern().as_usize() / 2).copied()
    }

    /// Every entry, in the order of the file.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The forms of every entry, in the order of the file.
    #[must_use]
    pub fn forms(&self) -> &[&'static str] {
        &self.forms
    }
}

/// The lists of a file: name, kind, and lines.
fn sections(file: &'static str) -> Vec<(&'static str, &'static str, Vec<&'static str>)> {
    let mut sections: Vec<(&str, &str, Vec<&str>)> = Vec::new();
    for line in file.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let header = line.strip_prefix('[').and_then(|line| line.strip_suffix(']'));
        if let Some(header) = header {
            let (name, kind) = header.rsplit_once(": ").unwrap_or((header, ""));
            sections.push((name, kind, Vec::new()));
        } else if let Some((.., lines)) = sections.last_mut() {
            lines.push(line);
        }
    }
    sections
}

fn read_entry(line: &'static str) -> Entry {
    let mut columns = line.split('\t');
    let forms = columns.next().unwrap_or_default().split('|').collect();
    Entry { forms, columns: columns.collect() }
}

/// Whether a host name ends with the labels of `suffix`.
fn is_suffix_of_host(suffix: &str, host: &str) -> bool {
    let mut labels = host.rsplit('.');
    let mut wanted = suffix.rsplit('.');
    wanted.all(|wanted| labels.next().is_some_and(|label| wanted == "*" || eq_ignore_case(wanted, label)))
}

/// Declares the lists of a file of `check/words/`, all of them, and a test that the file has these and no others and
/// that each form is found as it is written and in capitals.
///
/// ```text
/// word_lists! { "click_here.txt":
///     /// What a screen asks one to touch.
///     PHRASES = "touch";
/// }
/// ```
macro_rules! word_lists {
    ($file:literal: $($(#[$doc:meta])* $visibility:vis $list:ident = $name:literal;)+) => {
        $($(#[$doc])* $visibility static $list: $crate::check::LazyWordList = std::sync::LazyLock::new(|| {
            $crate::check::WordList::read($crate::check::word_lists!(@text $file), $name)
        });)+

        #[cfg(test)]
        mod word_lists_of_the_file {
            #[test]
            fn are_these_and_each_form_is_found_as_written_and_in_capitals() {
                let text = $crate::check::word_lists!(@text $file);
                $crate::check::word_list::verify($file, text, &[$(($name, &super::$list)),+]);
            }
        }
    };
    (@text $file:literal) => { include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/check/words/", $file)) };
}
pub(crate) use word_lists;

/// Says what is wrong with a file, or with a form that its list does not find.
#[cfg(test)]
fn problems(text: &'static str, lists: &[(&str, &WordList)]) -> Vec<String> {
    let mut problems = Vec::new();
    if !text.starts_with("# ") {
        problems.push("nothing at the top says what the lists are for".to_owned());
    }
    let before = text.lines().take_while(|line| !line.starts_with('['));
    for line in before.filter(|line| !line.is_empty() && !line.starts_with('#')) {
        problems.push(format!("`{line}` is in no list"));
    }
    let mut declared: Vec<&str> = lists.iter().map(|(name, _)| *name).collect();
    let mut written: Vec<&str> = sections(text).iter().map(|(name, ..)| *name).collect();
    declared.sort_unstable();
    written.sort_unstable();
    if declared != written {
        problems.push(format!("the lists are {written:?}, the code reads {declared:?}"));
    }
    for (name, kind, lines) in sections(text) {
        if Kind::from_word(kind).is_none() {
            problems.push(format!("kind of `{name}`: `{kind}` is none"));
        }
        let mut forms: Vec<&str> = lines.iter().flat_map(|line| read_entry(line).forms).collect();
        problems.extend(forms.iter().filter(|form| form.is_empty()).map(|_| format!("a form of `{name}` is empty")));
        let count = forms.len();
        forms.sort_unstable();
        forms.dedup();
        if forms.is_empty() || forms.len() < count {
            problems.push(format!("`{name}` is empty or has a form twice"));
        }
    }
    for (name, list) in lists {
        for form in list.forms() {
            let exact = matches!(list.kind, Kind::Names | Kind::Phrases);
            if !exact && form.chars().any(char::is_uppercase) {
                problems.push(format!("`{form}` of `{name}` has a capital"));
            }
            let sample = form.replace('*', "label");
            for text in [sample.clone(), sample.to_uppercase()] {
                let wanted = list.kind != Kind::Names || text == *form;
                if wanted && !list.matches(&text) {
                    problems.push(format!("`{text}` is not found by `{name}`"));
                }
            }
        }
    }
    problems
}

/// Fails if a file is broken or one of its forms is not found.
#[cfg(test)]
pub(crate) fn verify(file: &str, text: &'static str, lists: &[(&str, &WordList)]) {
    let problems = problems(text, lists);
    assert!(problems.is_empty(), "{file}: {problems:#?}");
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "# For a test.\n\n[asked: beginnings]\niscri|domand\npiù\n# A comment.\n[hosts: hosts]\nbit.ly\ngov.it\ncomune.*.it\n[parts: parts]\n qui \nc'è\n[names: names]\nCAF\tCentro\n";

    #[test]
    fn forms_fit_as_the_kind_of_their_list_says() {
        for (list, text, expected) in [
            ("asked", "ISCRIVERSI", true),
            ("asked", "PIÙ", true),
            ("asked", "riscritto", false),
            ("hosts", "bit.ly", true),
            ("hosts", "www.interno.gov.it", true),
            ("hosts", "www.comune.roma.it", true),
            ("hosts", "rabbit.ly", false),
            ("hosts", "comune.it", false),
            ("parts", "Vieni QUI domani", true),
            ("parts", "NON C'È", true),
            ("parts", "quindi", false),
            ("names", "CAF", true),
            ("names", "caf", false),
            ("another", "CAF", false),
        ] {
            assert_eq!(WordList::read(FILE, list).matches(text), expected, "{list}: {text}");
        }
    }

    #[test]
    fn entries_have_forms_and_columns() {
        let list = WordList::read(FILE, "asked");
        assert_eq!(list.forms(), ["iscri", "domand", "più"]);
        let list = WordList::read(FILE, "names");
        let columns: Vec<&str> = list.entries().iter().map(|entry| entry.column(0)).collect();
        assert_eq!(columns, ["Centro"]);
    }

    #[test]
    fn broken_files_are_found() {
        let list = |name| WordList::read(FILE, name);
        let all: Vec<(&str, WordList)> = ["asked", "hosts", "parts", "names"].map(|name| (name, list(name))).into();
        let problems = |text: &'static str| problems(text, &all.iter().map(|(n, l)| (*n, l)).collect::<Vec<_>>());
        assert_eq!(problems(FILE), Vec::<String>::new());
        for (broken, problem) in [
            ("[asked: beginnings]\n", "nothing at the top says"),
            ("# A.\niscri\n[asked: beginnings]\n", "`iscri` is in no list"),
            ("# A.\n[asked: stems]\n", "kind of `asked`"),
            ("# A.\n[another: words]\n", "the lists are"),
        ] {
            let found = problems(broken);
            assert!(found.iter().any(|found| found.contains(problem)), "{broken}: {found:?}");
        }
    }
}

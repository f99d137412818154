//! `boards.toml`: the other boards whose announcements `aggregate --boards` takes over, where they are too many for
//! `[[fonti]]` of `site.toml`.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::FeedSource;
use crate::diagnostic::LocalizedString;
use crate::localized;
use crate::text::site_address::{canonical_site_address, normalize_site_address};
use crate::text::slug::slugify;
use crate::text::visible::show_name;
use crate::text::web_address::find_misleading_addresses;

/// Table of each board.
const BOARDS: &str = "bacheche";
const NAME: &str = "nome";
const ADDRESS: &str = "indirizzo";
const FILE: &str = "file";

/// Something that is wrong with the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardListProblem {
    /// Number of the line, from 1.
    pub line: usize,
    /// What is wrong, and what to do.
    pub message: LocalizedString,
}

/// Reads the list of boards, for the board whose own address is given. Names, files and addresses are there once each.
///
/// # Errors
/// Everything that is wrong, in the order of the lines.
pub fn parse_board_list(text: &str, own_address: &str) -> Result<Vec<FeedSource>, Vec<BoardListProblem>> {
    let mut reader = ListReader { text, taken: HashMap::new(), problems: Vec::new() };
    let boards = reader.read(normalize_site_address(own_address).as_deref());
    if reader.problems.is_empty() { Ok(boards) } else { Err(reader.problems) }
}

struct ListReader<'t> {
    text: &'t str,
    /// Start of each value that no other board may have, by key and value.
    taken: HashMap<(&'static str, String), usize>,
    problems: Vec<BoardListProblem>,
}

impl<'t> ListReader<'t> {
    fn read(&mut self, own_address: Option<&str>) -> Vec<FeedSource> {
        let list = match DeTable::parse(self.text) {
            Ok(list) => list,
            Err(error) => {
                let at = error.span().unwrap_or_default();
                self.report(
                    &at,
                    localized!(
                        "qui il file non è TOML: guarda se una riga è a metà, o se mancano le virgolette",
                        "the file is not TOML here: see whether a line is cut, or quotation marks are missing"
                    ),
                );
                return Vec::new();
            }
        };
        for (key, _) in list.get_ref().iter().filter(|(key, _)| key.get_ref() != BOARDS) {
            self.report_unknown(&key.span(), key.get_ref());
        }
        let entries = list.get_ref().get(BOARDS).and_then(|value| value.get_ref().as_array());
        let Some(entries) = entries.filter(|entries| !entries.is_empty()) else {
            self.report(
                &(0..0),
                localized!(
                    "non elenca nessuna bacheca. Di ogni bacheca scrivi:\n\n[[bacheche]]\nnome = \"Bacheca di Borgo\"\nindirizzo = \"https://borgo.example.org/\"\n",
                    "lists no board. Of each board write:\n\n[[bacheche]]\nnome = \"Bacheca di Borgo\"\nindirizzo = \"https://borgo.example.org/\"\n"
                ),
            );
            return Vec::new();
        };
        entries.iter().filter_map(|entry| self.read_board(entry, own_address)).collect()
    }

    fn read_board(&mut self, entry: &Spanned<DeValue<'t>>, own_address: Option<&str>) -> Option<FeedSource> {
        let Some(table) = entry.get_ref().as_table() else {
            self.report(
                &entry.span(),
                localized!("qui ci vuole una bacheca: `[[bacheche]]`", "a board is needed here: `[[bacheche]]`"),
            );
            return None;
        };
        for (key, _) in table.iter().filter(|(key, _)| ![NAME, ADDRESS, FILE].contains(&key.get_ref().as_ref())) {
            self.report_unknown(&key.span(), key.get_ref());
        }
        let name = self.required_text(entry, table, NAME);
        let address = self.required_text(entry, table, ADDRESS);
        let file = table.get(FILE).map(|value| self.text_of(value, FILE));
        let ((name, named), (address, addressed)) = (name?, address?);
        if let Some((_, host)) = find_misleading_addresses(&name).next() {
            let host = show_name(host);
            self.report(
                &named,
                localized!(
                    "il nome porta a {host}, e chi legge non lo vede: scrivi il nome della bacheca",
                    "the name leads to {host}, which readers do not see: write the name of the board"
                ),
            );
        }
        let (Some(normal), Some(canonical)) = (normalize_site_address(&address), canonical_site_address(&address))
        else {
            self.report(
                &addressed,
                localized!(
                    "l'indirizzo deve essere intero, per esempio `https://borgo.example.org/`",
                    "the address must be whole, for example `https://borgo.example.org/`"
                ),
            );
            return None;
        };
        if own_address == Some(normal.as_str()) {
            self.report(
                &addressed,
                localized!(
                    "è l'indirizzo di questa bacheca: qui stanno le altre",
                    "this is the address of this board: the others are listed here"
                ),
            );
        }
        let (file, filed) = match file {
            Some(file) => file?,
            None => (slugify(canonical.split_once("://").map_or("", |(_, rest)| rest)), addressed.clone()),
        };
        if file.is_empty() || slugify(&file) != file {
            self.report(
                &filed,
                localized!(
                    "il nome del file ha solo lettere minuscole, cifre e trattini, senza .json: `file = \"borgo\"`",
                    "the name of the file has only small letters, digits and hyphens, without .json: `file = \"borgo\"`"
                ),
            );
        }
        self.take(NAME, name.clone(), &named);
        self.take(ADDRESS, normal, &addressed);
        self.take(FILE, file.clone(), &filed);
        Some(FeedSource { file, nome: name, indirizzo: Spanned::new(addressed, canonical) })
    }

    fn required_text(
        &mut self,
        entry: &Spanned<DeValue<'t>>,
        table: &DeTable<'t>,
        key: &'static str,
    ) -> Option<(String, Range<usize>)> {
        let Some(value) = table.get(key) else {
            self.report(&entry.span(), localized!("a questa bacheca manca `{key}`", "this board has no `{key}`"));
            return None;
        };
        self.text_of(value, key)
    }

    fn text_of(&mut self, value: &Spanned<DeValue<'t>>, key: &str) -> Option<(String, Range<usize>)> {
        let text = value.get_ref().as_str().map(str::trim).filter(|text| !text.is_empty());
        if text.is_none() {
            self.report(
                &value.span(),
                localized!("`{key}` è un testo fra virgolette", "`{key}` is a text between quotation marks"),
            );
        }
        text.map(|text| (text.to_owned(), value.span()))
    }

    /// Notes a value that no other board may have.
    fn take(&mut self, key: &'static str, value: String, at: &Range<usize>) {
        let shown = show_name(&value);
        match self.taken.entry((key, value)) {
            Entry::Occupied(first) => {
                let first = line_of(self.text, *first.get());
                self.report(
                    at,
                    localized!(
                        "`{key}` «{shown}» è già alla riga {first}: ogni bacheca sta una volta sola, con un nome tutto suo",
                        "`{key}` `{shown}` is in line {first} already: list each board once, with a name of its own"
                    ),
                );
            }
            Entry::Vacant(place) => _ = place.insert(at.start),
        }
    }

    fn report_unknown(&mut self, at: &Range<usize>, key: &str) {
        let key = show_name(key);
        self.report(
            at,
            localized!(
                "`{key}` non c'è in questo file: di ogni bacheca si scrivono `nome`, `indirizzo` e, se serve, `file`",
                "this file has no `{key}`: of each board write `nome`, `indirizzo` and, if need be, `file`"
            ),
        );
    }

    fn report(&mut self, at: &Range<usize>, message: LocalizedString) {
        self.problems.push(BoardListProblem { line: line_of(self.text, at.start), message });
    }
}

/// Number of the line, from 1, that holds the byte at `start`.
fn line_of(text: &str, start: usize) -> usize {
    text.bytes().take(start).filter(|byte| *byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: &str = "https://italia.example.org/";

    fn problems(text: &str) -> Vec<(usize, String)> {
        let found = parse_board_list(text, OWN).unwrap_err();
        found.into_iter().map(|problem| (problem.line, problem.message.it)).collect()
    }

    #[test]
    fn file_is_named_after_the_address() {
        let text = "[[bacheche]]\nnome = \"Borgo\"\nindirizzo = \"https://Borgo.example.org/bacheca\"\n\n[[bacheche]]\nnome = \"Riva\"\nindirizzo = \"https://riva.example.org\"\nfile = \"riva\"\n";
        let boards = parse_board_list(text, OWN).unwrap();
        let boards: Vec<_> = boards.iter().map(|board| (board.file.as_str(), board.address())).collect();
        assert_eq!(
            boards,
            [
                ("borgo-example-org-bacheca", "https://borgo.example.org/bacheca/"),
                ("riva", "https://riva.example.org/")
            ]
        );
    }

    #[test]
    fn everything_that_is_wrong_is_reported_with_its_line() {
        let board = |name: &str, rest: &str| format!("[[bacheche]]\nnome = \"{name}\"\n{rest}\n");
        let at = |host: &str| format!("indirizzo = \"https://{host}/\"");
        for (text, line, words) in [
            (String::new(), 1, "nessuna bacheca"),
            ("# niente\nbacheche = []\n".to_owned(), 1, "nessuna bacheca"),
            ("[[bacheche]]\nnome = \"Borgo\n".to_owned(), 2, "non è TOML"),
            (board("Borgo", ""), 1, "manca `indirizzo`"),
            (board("Borgo", "indirizzo = 7"), 3, "è un testo"),
            (board("Borgo", "indirizzo = \"borgo.example.org\""), 3, "deve essere intero"),
            (board("Borgo", &at("italia.example.org")), 3, "di questa bacheca"),
            (board("Borgo", &format!("{}\nfile = \"../borgo\"", at("a.example.org"))), 4, "solo lettere minuscole"),
            (board("Borgo", &format!("{}\nurl = 1", at("a.example.org"))), 4, "`url` non c'è"),
            (format!("cartella = 1\n{}", board("Borgo", &at("a.example.org"))), 1, "`cartella` non c'è"),
            (board("Borgo", &at("a.example.org")) + &board("Borgo", &at("b.example.org")), 5, "è già alla riga 2"),
            (
                board("Borgo", &at("a.example.org")) + &board("Riva", "indirizzo = \"http://A.example.org\""),
                6,
                "è già alla riga 3",
            ),
        ] {
            let found = problems(&text);
            assert!(found.iter().any(|(at, message)| *at == line && message.contains(words)), "{text}\n{found:?}");
        }
    }
}

//! Reads a board's folder: every file, every problem, in parallel, in an order that never changes.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use chrono::NaiveDate;
use rayon::prelude::*;

use super::files::{File, Files};
use super::{Board, ContentFile, Item, LoadedBoard, PageFile, Status};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{
    Centre, Opportunity, Organisation, Page, Reader, Record, Slug, Spans, Translation, decode_opportunity,
    decode_record, requirement,
};
use crate::source::{Document, Node, Source, Yaml, parse, split};

const FORMAT: &str = "formato dei contenuti";

/// A file that the system does not let us read.
const UNREADABLE_FILE: Rule = Rule {
    name: "unreadable-file",
    severity: Severity::Error,
    group: RuleGroup::Syntax,
    summary: text("i file si possono leggere", "files can be read"),
    explanation: text(
        "Il computer non permette di leggere questo file: di solito mancano i permessi, o il disco ha un problema.",
        "The computer does not allow this file to be read: mostly a permission is missing, or the disk has a problem.",
    ),
    wrong: "",
    right: "",
    origin: FORMAT,
};
/// A file name that cannot be an address.
const INVALID_FILE_NAME: Rule = Rule {
    name: "invalid-file-name",
    severity: Severity::Error,
    group: RuleGroup::Syntax,
    summary: text(
        "il nome del file è fatto di lettere minuscole, cifre e trattini",
        "a file name is made of small letters, digits and hyphens",
    ),
    explanation: text(
        "Il nome del file diventa l'indirizzo della pagina, stampato nei codici QR: lettere minuscole senza accenti, cifre e trattini, al massimo 80.",
        "The file's name becomes the page's address, printed in QR codes: small letters without accents, digits and hyphens, 80 at most.",
    ),
    wrong: "-- content/opportunita/2026/Corso di Italiano.md --\n---\ntitolo: Corso\n---\n",
    right: "titolo: Corso di italiano",
    origin: FORMAT,
};
/// Two items with one name.
const DUPLICATE_SLUG: Rule = Rule {
    name: "duplicate-slug",
    severity: Severity::Error,
    group: RuleGroup::Syntax,
    summary: text("ogni annuncio ha un nome tutto suo, per sempre", "every item has a name of its own, for ever"),
    explanation: text(
        "L'indirizzo di una pagina è il nome del file, qualunque sia l'anno della sua cartella: due file con lo stesso nome avrebbero lo stesso indirizzo. Aggiungi una parola al nome nuovo, per esempio il quartiere.",
        "A page's address is its file's name, whatever the year of its folder: two files with one name would have one address. Add a word to the new name, for example the district.",
    ),
    wrong: "-- content/opportunita/2025/prova.md --\n---\ntipo: notizia\n---\n",
    right: "titolo: Corso di italiano",
    origin: FORMAT,
};

/// Every rule of this stage.
pub const RULES: &[Rule] = &[UNREADABLE_FILE, INVALID_FILE_NAME, DUPLICATE_SLUG];

/// What a file holds, by the folder it is in.
pub(super) enum Content {
    Item(Box<Opportunity>),
    Organisation(Organisation),
    Centre(Centre),
    Page(Page),
    Translation(Translation),
}

impl Content {
    pub(super) fn into_item(self) -> Option<Box<Opportunity>> {
        if let Self::Item(facts) = self { Some(facts) } else { None }
    }

    pub(super) fn into_translation(self) -> Option<Translation> {
        if let Self::Translation(facts) = self { Some(facts) } else { None }
    }
}

pub(super) struct ReadFile {
    pub(super) name: String,
    pub(super) language: Option<String>,
    pub(super) folder: Folder,
    pub(super) document: Document,
    pub(super) content: Content,
    pub(super) spans: Spans,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Folder {
    Items,
    Organisations,
    Centres,
    Pages,
}

impl Folder {
    const ALL: [(Self, &'static str); 4] = [
        (Self::Items, "opportunita"),
        (Self::Organisations, "enti"),
        (Self::Centres, "centri"),
        (Self::Pages, "pagine"),
    ];

    pub(super) fn of(path: &str) -> Option<Self> {
        let folder = path.strip_prefix("content/")?.split('/').next()?;
        Self::ALL.into_iter().find(|(_, name)| *name == folder).map(|(kind, _)| kind)
    }
}

/// Loads the board at `root` as it stands on `today`. Files that cannot be read are problems.
#[must_use]
pub fn load(root: &Path, config: Config, today: NaiveDate) -> LoadedBoard {
    Files::read(root).load(config, today)
}

pub(super) fn from_files(root: &Path, files: Vec<File>, config: Config, today: NaiveDate) -> LoadedBoard {
    let read: Vec<(Option<ReadFile>, Vec<Diagnostic>, Option<Source>)> = files.into_par_iter().map(read_file).collect();
    let mut board = Board {
        config,
        today,
        root: root.to_owned(),
        items: Vec::new(),
        organisations: BTreeMap::new(),
        centres: BTreeMap::new(),
        pages: BTreeMap::new(),
        orphans: Vec::new(),
        shows_drafts: false,
        by_slug: HashMap::new(),
    };
    let (mut problems, mut unreadable, mut translations) = (Vec::new(), Vec::new(), Vec::new());
    for (read, found, source) in read {
        problems.extend(found);
        unreadable.extend(source);
        if let Some(read) = read {
            board.take(read, &mut translations, &mut problems);
        }
    }
    board.items.sort_by(|left, right| left.slug.cmp(&right.slug));
    board.by_slug =
        board.items.iter().enumerate().map(|(index, item)| (item.slug.as_str().to_owned(), index)).collect();
    for translation in translations {
        board.attach(translation);
    }
    LoadedBoard { board, problems, unreadable }
}

pub(super) fn read_file(file: File) -> (Option<ReadFile>, Vec<Diagnostic>, Option<Source>) {
    let mut problems = Vec::new();
    let path = file.path.as_str();
    let bytes = match file.bytes {
        Ok(bytes) => bytes,
        Err(error) => {
            let problem = Diagnostic::new(
                &UNREADABLE_FILE,
                path,
                0..0,
                localized!("il file non si può leggere: {error}", "the file cannot be read: {error}"),
            );
            return (None, vec![problem], Some(Source { path: path.to_owned(), text: String::new() }));
        }
    };
    let document = match split(path, bytes) {
        Ok(document) => document,
        // Its words can be read all the same: what else is wrong is said at once.
        Err((source, problem)) if problem.rule == "not-utf8" => {
            problems.push(*problem);
            match split(path, source.text.into_bytes()) {
                Ok(document) => document,
                Err((source, _)) => return (None, problems, Some(source)),
            }
        }
        Err((source, problem)) => return (None, vec![*problem], Some(source)),
    };
    let Some((folder, name, language)) = name_of(path, &document, &mut problems) else {
        return (None, problems, Some(document.source));
    };
    let content = parse(&document, &mut problems).map(|root| {
        let mut reader = Reader::new(path, &mut problems);
        let content = match (folder, &language) {
            (_, Some(_)) => Content::Translation(fields(&root, &mut reader)),
            (Folder::Items, None) => Content::Item(Box::new(decode_opportunity(&root, &mut reader))),
            (Folder::Organisations, None) => {
                Content::Organisation(required(&root, &["nome", "tipo"], "ente", &mut reader))
            }
            (Folder::Centres, None) => {
                Content::Centre(required(&root, &["nome", "tipo", "indirizzo"], "centro", &mut reader))
            }
            (Folder::Pages, None) => Content::Page(required(&root, &["titolo"], "pagina", &mut reader)),
        };
        (content, reader.into_spans(&root))
    });
    drop_echoes(&document.source, &mut problems);
    match content {
        Some((content, spans)) => (Some(ReadFile { name, language, folder, document, content, spans }), problems, None),
        None => (None, problems, Some(document.source)),
    }
}

/// A value that YAML took for a sign of its own reads as empty: that is one problem, not two.
fn drop_echoes(source: &Source, problems: &mut Vec<Diagnostic>) {
    let line = |problem: &Diagnostic| source.line_at(problem.span.start).0;
    let of = |problems: &[Diagnostic], rule: &str| -> Vec<usize> {
        problems.iter().filter(|problem| problem.rule == rule).map(line).collect()
    };
    let signs = of(problems, "yaml-feature");
    problems.retain(|problem| problem.rule != "field-empty" || !signs.contains(&line(problem)));
}

/// Folder, name and language of a file: `content/opportunita/2026/<slug>.<lang>.md`.
fn name_of(
    path: &str,
    document: &Document,
    problems: &mut Vec<Diagnostic>,
) -> Option<(Folder, String, Option<String>)> {
    let folder = Folder::of(path)?;
    let stem = path.rsplit('/').next()?.strip_suffix(".md")?;
    let (name, language) = match stem.split_once('.') {
        Some((name, language)) if folder == Folder::Items || folder == Folder::Pages => (name, Some(language)),
        _ => (stem, None),
    };
    let language_fits = language.is_none_or(|code| crate::model::LanguageCode::new(code).is_some());
    if Slug::new(name).is_none() || !language_fits {
        let longest = Slug::MAX_BYTES;
        let first = document.source.text.lines().next().map_or(0, str::len);
        problems.push(
            Diagnostic::new(
                &INVALID_FILE_NAME,
                path,
                0..first,
                localized!("«{stem}» non può diventare un indirizzo", "`{stem}` cannot become an address"),
            )
            .hint(localized!(
                "usa lettere minuscole senza accenti, cifre e trattini, al massimo {longest}: per esempio `corso-italiano-a2.md`",
                "use small letters without accents, digits and hyphens, {longest} at most: for example `corso-italiano-a2.md`"
            )),
        );
        return None;
    }
    Some((folder, name.to_owned(), language.map(str::to_owned)))
}

fn fields<R: Record>(root: &Node<'_>, reader: &mut Reader<'_>) -> R {
    match &root.yaml {
        Yaml::Map(entries) => decode_record(entries, reader),
        _ => R::default(),
    }
}

fn required<R: Record>(root: &Node<'_>, keys: &[&str], what: &str, reader: &mut Reader<'_>) -> R {
    for key in keys.iter().filter(|key| root.get(key).is_none()) {
        let Some(required) = requirement(key) else { continue };
        let example = R::FIELDS.iter().find(|field| field.key == *key).map_or("", |field| field.example);
        reader.report(
            &required.rule,
            root.span.start..root.span.start,
            localized!("manca «{key}»: per «{what}» è obbligatorio", "`{key}` is missing: `{what}` requires it"),
            localized!("aggiungi una riga come `{key}: {example}`", "add a line such as `{key}: {example}`"),
        );
    }
    fields(root, reader)
}

impl Board {
    fn take(&mut self, read: ReadFile, translations: &mut Vec<ReadFile>, problems: &mut Vec<Diagnostic>) {
        match read.content {
            Content::Item(facts) => {
                let Some(slug) = Slug::new(&read.name) else { return };
                let path = &read.document.source.path;
                if let Some(other) = self.by_slug.get(slug.as_str()).and_then(|index| self.items.get(*index)) {
                    let other = &other.document.source.path;
                    let first = read.document.source.text.lines().next().map_or(0, str::len);
                    problems.push(
                        Diagnostic::new(
                            &DUPLICATE_SLUG,
                            path,
                            0..first,
                            localized!(
                                "il nome «{slug}» è già quello di {other}",
                                "the name `{slug}` is that of {other} already"
                            ),
                        )
                        .hint(localized!("scegli un altro nome per il file", "choose another name for the file")),
                    );
                    return;
                }
                self.by_slug.insert(slug.as_str().to_owned(), self.items.len());
                let status = Status::of(&facts, self.today);
                self.items.push(Item {
                    document: read.document,
                    slug,
                    facts,
                    spans: read.spans,
                    translations: BTreeMap::new(),
                    status,
                });
            }
            Content::Organisation(facts) => {
                self.organisations.insert(read.name, ContentFile { document: read.document, facts, spans: read.spans });
            }
            Content::Centre(facts) => {
                self.centres.insert(read.name, ContentFile { document: read.document, facts, spans: read.spans });
            }
            Content::Page(facts) => {
                let original = ContentFile { document: read.document, facts, spans: read.spans };
                self.pages.insert(read.name, PageFile { original, translations: BTreeMap::new() });
            }
            Content::Translation(facts) => {
                translations.push(ReadFile { content: Content::Translation(facts), ..read });
            }
        }
    }

    fn attach(&mut self, read: ReadFile) {
        let (Content::Translation(facts), Some(language)) = (read.content, read.language) else { return };
        let beside = match read.folder {
            Folder::Pages => self.pages.get_mut(&read.name).map(|page| &mut page.translations),
            _ => self
                .by_slug
                .get(&read.name)
                .and_then(|index| self.items.get_mut(*index))
                .filter(|item| folder_of(&item.document) == folder_of(&read.document))
                .map(|item| &mut item.translations),
        };
        match beside {
            Some(translations) => {
                translations.insert(language, ContentFile { document: read.document, facts, spans: read.spans });
            }
            None => self.orphans.push(ContentFile { document: read.document, facts, spans: read.spans }),
        }
    }
}

fn folder_of(document: &Document) -> &str {
    document.source.path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

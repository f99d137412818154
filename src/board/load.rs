//! Decodes the files of a board in parallel; items and problems come in a deterministic order.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;
use rayon::prelude::*;

use super::conflicts::report_conflicts;
use super::file::{RawFile, is_git_attributes};
use super::publications::{is_publications, read_publications};
use super::unfinished::take_unfinished;
use super::voice::Voice;
use super::whole_file::{read_whole_file, unreadable_kind};
use super::{
    Board, ContentFile, GLOSSARY_PATH, Glossary, Item, Items, LoadedBoard, OUTLINES_PATH, Outlines, PageFile, Problem,
    ProblemKind, PublicationsFile, Status,
};
use crate::config::Config;
use crate::model::{
    ContactPoint, Opportunity, Organisation, Page, Reader, Record, RequiredBy, Slug, Spans, Translation,
    decode_opportunity, decode_record, publications_path, report_unfit_texts,
};
use crate::source::{Document, Node, Source, Spanned, Yaml, parse, split, split_at_near_fences, split_text};
use crate::{model, source};

/// Decoded facts of a file, by folder.
pub(super) enum Content {
    Item(Box<Opportunity>),
    Organisation(Box<Organisation>),
    ContactPoint(Box<ContactPoint>),
    Page(Page),
    Translation(Translation),
}

impl Content {
    pub(super) fn into_item(self) -> Option<Box<Opportunity>> {
        if let Self::Item(facts) = self { Some(facts) } else { None }
    }

    pub(super) fn into_organisation(self) -> Option<Box<Organisation>> {
        if let Self::Organisation(facts) = self { Some(facts) } else { None }
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
    /// Whether it is a translation that is not published yet.
    pub(super) is_unfinished: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Folder {
    Items,
    Organisations,
    Centres,
    Pages,
}

impl Folder {
    pub(super) const ALL: [(Self, &'static str); 4] = [
        (Self::Items, "opportunita"),
        (Self::Organisations, "enti"),
        (Self::Centres, "centri"),
        (Self::Pages, "pagine"),
    ];

    pub(super) fn from_path(path: &str) -> Option<Self> {
        let folder = path.strip_prefix("content/")?.split('/').next()?;
        Self::ALL.into_iter().find(|(_, name)| *name == folder).map(|(kind, _)| kind)
    }
}

pub(super) fn from_files(
    root: &Path,
    mut files: Vec<RawFile>,
    images: Option<BTreeMap<String, Vec<u8>>>,
    voices: Vec<Voice>,
    config: Config,
    today: NaiveDate,
) -> LoadedBoard {
    let mut take = |path: &str| files.iter().position(|file| file.path == path).map(|index| files.remove(index));
    let (outlines, glossary) = (take(OUTLINES_PATH), take(GLOSSARY_PATH));
    let (publications, files): (Vec<RawFile>, Vec<RawFile>) =
        files.into_iter().partition(|file| is_publications(&file.path));
    let read: Vec<(Option<ReadFile>, Vec<Problem>, Option<Source>)> = files.into_par_iter().map(read_file).collect();
    let mut board = Board {
        config,
        today,
        root: root.to_owned(),
        images: images.map(Arc::new),
        knows_pictures: true,
        items: Items::default(),
        organisations: Arc::default(),
        contact_points: Arc::default(),
        pages: Arc::default(),
        outlines: None,
        glossary: None,
        orphans: Arc::default(),
        orphan_publications: Arc::default(),
        stray_voices: Arc::default(),
        unfinished: Arc::default(),
        shows_drafts: false,
        files: Arc::default(),
        by_slug: Arc::default(),
    };
    let (mut problems, mut unreadable, mut translations) = (Vec::new(), Vec::new(), Vec::new());
    if let Some(file) = outlines {
        let (outlines, found, source) = read_whole_file(file, |source| {
            Outlines::read(&source.text, &board.config).map_err(|found| (source, found))
        });
        board.outlines = outlines.map(Arc::new);
        problems.extend(found);
        unreadable.extend(source);
    }
    if let Some(file) = glossary {
        let (glossary, found, source) =
            read_whole_file(file, |source| Glossary::read(source, &board.config.bacheca.lingue));
        board.glossary = glossary.map(Arc::new);
        problems.extend(found);
        unreadable.extend(source);
    }
    for (read, found, source) in read {
        problems.extend(found);
        unreadable.extend(source);
        if let Some(read) = read {
            board.add_file(read, &mut translations, &mut problems);
        }
    }
    board.items.sort();
    let by_slug = board.items.iter().enumerate().map(|(index, item)| (item.slug.as_str().to_owned(), index));
    board.by_slug = Arc::new(by_slug.collect());
    for translation in translations {
        board.attach_translation(translation);
    }
    let publications: Vec<_> = publications.into_par_iter().map(read_publications).collect();
    for (read, found, source) in publications {
        problems.extend(found);
        unreadable.extend(source);
        // An announcement that cannot be read is there all the same.
        let is_read = |file: &PublicationsFile| {
            let beside = |source: &Source| publications_path(&source.path) == file.document.source.path;
            !unreadable.iter().any(beside)
        };
        if let Some(file) = read.filter(is_read) {
            board.attach_publications(file);
        }
    }
    board.attach_voices(voices);
    LoadedBoard { board: Arc::new(board), problems, unreadable }
}

pub(super) fn read_file(file: RawFile) -> (Option<ReadFile>, Vec<Problem>, Option<Source>) {
    let problems = Vec::new();
    let path = file.path.as_str();
    if is_git_attributes(path) {
        return (None, vec![Problem::new(path, 0..0, ProblemKind::GitAttributes)], None);
    }
    let bytes = match file.bytes {
        Ok(bytes) => bytes,
        Err(error) => {
            let problem = Problem::new(path, 0..0, unreadable_kind(&error));
            return (None, vec![problem], Some(Source { path: path.to_owned(), text: String::new() }));
        }
    };
    read_document(path, split(path, bytes), problems)
}

/// Reads the text of a file.
pub(super) fn read_text(path: &str, text: String) -> (Option<ReadFile>, Vec<Problem>, Option<Source>) {
    read_document(path, split_text(path, text), Vec::new())
}

/// A document, or the first problem that makes its file unreadable.
type SplitFile = Result<Document, (Source, Box<Spanned<source::Problem>>)>;

fn read_document(
    path: &str,
    document: SplitFile,
    mut problems: Vec<Problem>,
) -> (Option<ReadFile>, Vec<Problem>, Option<Source>) {
    // Facts in two versions would be reported line by line, and none of it would help.
    let document = match document {
        Ok(document) if report_conflicts(&document.source, &document.facts, false, &mut problems) => {
            return (None, problems, Some(document.source));
        }
        Err((source, _)) if report_conflicts(&source, &(0..source.text.len()), false, &mut problems) => {
            return (None, problems, Some(source));
        }
        document => document,
    };
    let document = match tolerate(path, document, &mut problems) {
        Ok(document) => document,
        Err(source) => return (None, problems, Some(source)),
    };
    let Some((folder, name, language)) = parse_name(path, &document, &mut problems) else {
        return (None, problems, Some(document.source));
    };
    let (mut source_problems, mut value_problems) = (Vec::new(), Vec::new());
    let content = parse(&document, &mut source_problems).map(|root| {
        let mut reader = Reader::new(&mut value_problems);
        report_unfit_texts(&root, &mut reader);
        let content = match (folder, &language) {
            (_, Some(_)) => Content::Translation(decode_fields(&root, &mut reader)),
            (Folder::Items, None) => Content::Item(Box::new(decode_opportunity(&root, &mut reader))),
            (Folder::Organisations, None) => {
                Content::Organisation(Box::new(decode_required(&root, RequiredBy::Organisation, &mut reader)))
            }
            (Folder::Centres, None) => {
                Content::ContactPoint(Box::new(decode_required(&root, RequiredBy::ContactPoint, &mut reader)))
            }
            (Folder::Pages, None) => Content::Page(decode_required(&root, RequiredBy::Page, &mut reader)),
        };
        (content, reader.into_spans(&root))
    });
    drop_follow_up_problems(&document.source, &source_problems, &mut value_problems);
    let unfinished = match &content {
        Some((Content::Translation(facts), spans)) => take_unfinished(&document, facts, spans, &mut value_problems),
        _ => None,
    };
    let is_unfinished = unfinished.is_some();
    problems.extend(unfinished.map(|found| Problem::in_file(path, found)));
    problems.extend(source_problems.into_iter().map(|found| Problem::in_file(path, found)));
    problems.extend(value_problems.into_iter().map(|found| Problem::in_file(path, found)));
    match content {
        Some((content, spans)) => {
            (Some(ReadFile { name, language, folder, document, content, spans, is_unfinished }), problems, None)
        }
        None => (None, problems, Some(document.source)),
    }
}

/// Goes on after a wrong encoding or fence, so that the other problems are reported in the same run.
fn tolerate(path: &str, document: SplitFile, problems: &mut Vec<Problem>) -> Result<Document, Source> {
    use source::Problem::{NotUtf8, WrongFence};
    document.or_else(|(source, found)| {
        let again = found.problem.clone();
        problems.push(Problem::in_file(path, *found));
        match again {
            NotUtf8 { encoding: Some(_) } => tolerate(path, split_text(path, source.text), problems),
            WrongFence => split_at_near_fences(source.clone()).ok_or(source),
            _ => Err(source),
        }
    })
}

/// Drops «empty field» problems on lines whose unsupported YAML feature caused them, and markup in a value of which it is
/// said that it is no e-mail address.
fn drop_follow_up_problems(
    source: &Source,
    of_source: &[Spanned<source::Problem>],
    of_values: &mut Vec<Spanned<model::Problem>>,
) {
    let line = |span: &Range<usize>| source.line_at(span.start).0;
    let features = of_source.iter().filter(|found| found.problem == source::Problem::YamlFeature);
    let lines: Vec<usize> = features.map(|found| line(&found.span)).collect();
    let no_address = |found: &Spanned<model::Problem>| matches!(found.problem, model::Problem::InvalidEmail { .. });
    let emails: Vec<Range<usize>> =
        of_values.iter().filter(|found| no_address(found)).map(|found| found.span.clone()).collect();
    of_values.retain(|found| found.problem != model::Problem::Markup || !emails.contains(&found.span));
    of_values.retain(|found| {
        !matches!(found.problem, model::Problem::EmptyField { .. }) || !lines.contains(&line(&found.span))
    });
}

/// Parses folder, name and language from a path: `content/opportunita/2026/<slug>.<lang>.md`.
fn parse_name(
    path: &str,
    document: &Document,
    problems: &mut Vec<Problem>,
) -> Option<(Folder, String, Option<String>)> {
    let folder = Folder::from_path(path)?;
    let stem = path.rsplit('/').next()?.strip_suffix(".md")?;
    let (name, language) = match stem.split_once('.') {
        Some((name, language)) if folder == Folder::Items || folder == Folder::Pages => (name, Some(language)),
        _ => (stem, None),
    };
    let language_fits = language.is_none_or(|code| model::LanguageCode::new(code).is_some());
    if Slug::new(name).is_none_or(|slug| slug.is_device_name()) || !language_fits {
        let first = document.source.text.lines().next().map_or(0, str::len);
        problems.push(Problem::new(path, 0..first, ProblemKind::InvalidFileName { stem: stem.to_owned() }));
        return None;
    }
    Some((folder, name.to_owned(), language.map(str::to_owned)))
}

fn decode_fields<R: Record>(root: &Node<'_>, reader: &mut Reader<'_>) -> R {
    match &root.yaml {
        Yaml::Map(entries) => decode_record(entries, reader),
        _ => R::default(),
    }
}

fn decode_required<R: Record>(root: &Node<'_>, by: RequiredBy, reader: &mut Reader<'_>) -> R {
    for field in R::REQUIRED.iter().copied().filter(|field| root.get(field.key()).is_none()) {
        reader.report(root.span.start..root.span.start, model::Problem::MissingField { field, by });
    }
    decode_fields(root, reader)
}

impl Board {
    fn add_file(&mut self, read: ReadFile, translations: &mut Vec<ReadFile>, problems: &mut Vec<Problem>) {
        if let (Some(other), Some(slug)) = (self.namesake(&read), Slug::new(&read.name)) {
            let first = read.document.source.text.lines().next().map_or(0, str::len);
            let other = other.source.path.clone();
            problems.push(Problem::new(
                &read.document.source.path,
                0..first,
                ProblemKind::DuplicateSlug { slug, other },
            ));
            return;
        }
        match read.content {
            Content::Item(facts) => {
                let Some(slug) = Slug::new(&read.name) else { return };
                Arc::make_mut(&mut self.by_slug).insert(slug.as_str().to_owned(), self.items.len());
                let status = Status::on_day(&facts, self.today);
                self.items.push(Item {
                    document: read.document,
                    slug,
                    facts,
                    spans: read.spans,
                    translations: BTreeMap::new(),
                    publications_file: None,
                    voices: BTreeMap::new(),
                    status,
                });
            }
            Content::Organisation(facts) => {
                let profile = ContentFile { document: read.document, facts: *facts, spans: read.spans };
                Arc::make_mut(&mut self.organisations).insert(read.name, profile);
            }
            Content::ContactPoint(facts) => {
                let profile = ContentFile { document: read.document, facts: *facts, spans: read.spans };
                Arc::make_mut(&mut self.contact_points).insert(read.name, profile);
            }
            Content::Page(facts) => {
                let original = ContentFile { document: read.document, facts, spans: read.spans };
                Arc::make_mut(&mut self.pages).insert(read.name, PageFile { original, translations: BTreeMap::new() });
            }
            Content::Translation(facts) => {
                translations.push(ReadFile { content: Content::Translation(facts), ..read });
            }
        }
    }

    /// Document of the same sort and name that was added before, from whatever folder.
    fn namesake(&self, read: &ReadFile) -> Option<&Document> {
        let name = read.name.as_str();
        match read.content {
            Content::Item(_) => {
                self.by_slug.get(name).and_then(|index| self.items.get(*index)).map(|item| &item.document)
            }
            Content::Organisation(_) => self.organisations.get(name).map(|file| &file.document),
            Content::ContactPoint(_) => self.contact_points.get(name).map(|file| &file.document),
            Content::Page(_) => self.pages.get(name).map(|page| &page.original.document),
            Content::Translation(_) => None,
        }
    }

    fn attach_translation(&mut self, read: ReadFile) {
        let (Content::Translation(facts), Some(language)) = (read.content, read.language) else { return };
        if read.is_unfinished {
            let path = read.document.source.path.clone();
            let file = ContentFile { document: read.document, facts, spans: read.spans };
            Arc::make_mut(&mut self.unfinished).insert(path, file);
            return;
        }
        let original = match read.folder {
            Folder::Pages => Arc::make_mut(&mut self.pages)
                .get_mut(&read.name)
                .map(|page| (&page.original.document, &mut page.translations)),
            _ => self
                .by_slug
                .get(&read.name)
                .and_then(|index| self.items.get_mut(*index))
                .map(|item| (&item.document, &mut item.translations)),
        };
        // A translation from another folder would take the place of the one beside the original.
        let beside = original.filter(|(original, _)| folder_of(original) == folder_of(&read.document));
        match beside.map(|(_, translations)| translations) {
            Some(translations) => {
                translations.insert(language, ContentFile { document: read.document, facts, spans: read.spans });
            }
            None => {
                let orphan = ContentFile { document: read.document, facts, spans: read.spans };
                Arc::make_mut(&mut self.orphans).push(orphan);
            }
        }
    }
}

fn folder_of(document: &Document) -> &str {
    document.source.path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

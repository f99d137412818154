//! Boards in memory for forms: made of the facts that rules compare, and one opportunity put in its place at each change.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;

use super::load::{Folder, read_text};
use super::{Board, ContentFile, Item, Items, PageFile, Problem, Status};
use crate::config::Config;
use crate::model::{Opportunity, Organisation, Page, Slug, Spans};
use crate::source::{Document, Source};

/// An opportunity that was put into a board, to be taken out with [`Board::take_back`].
#[derive(Debug)]
pub struct PlacedItem {
    /// Slug of the item; `None` if its file could not be read.
    pub slug: Option<Slug>,
    /// Problems found while the file was read.
    pub problems: Vec<Problem>,
    /// The item that had its slug before.
    replaced: Option<Arc<Item>>,
}

/// An organisation that was put into a board, to be taken out with [`Board::take_back_organisation`].
#[derive(Debug)]
pub struct PlacedOrganisation {
    /// Id of the organisation; `None` if its file could not be read.
    id: Option<String>,
    /// Problems found while the file was read.
    pub problems: Vec<Problem>,
    /// The organisation that had its id before.
    replaced: Option<ContentFile<Organisation>>,
}

impl Board {
    /// Makes a board of organisations by id, of opportunities by path and of pages by name, without texts: what rules compare others with.
    #[must_use]
    pub fn of_facts(
        config: Config,
        today: NaiveDate,
        organisations: BTreeMap<String, Organisation>,
        items: Vec<(String, Opportunity)>,
        pages: Vec<(String, Page)>,
    ) -> Self {
        let document =
            |path: String| Document { source: Source { path, text: String::new() }, facts: 0..0, body: 0..0 };
        let organisations = organisations.into_iter().map(|(id, facts)| {
            let document = document(format!("content/enti/{id}.md"));
            (id, ContentFile { document, facts, spans: Spans::default() })
        });
        let pages = pages.into_iter().map(|(name, facts)| {
            let document = document(format!("content/pagine/{name}.md"));
            let original = ContentFile { document, facts, spans: Spans::default() };
            (name, PageFile { original, translations: BTreeMap::new() })
        });
        let mut board = Self {
            config,
            today,
            root: PathBuf::new(),
            images: Some(Arc::default()),
            knows_pictures: false,
            items: Items::default(),
            organisations: Arc::new(organisations.collect()),
            contact_points: Arc::default(),
            pages: Arc::new(pages.collect()),
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
        for (path, facts) in items {
            let name = path.rsplit('/').next().and_then(|name| name.strip_suffix(".md"));
            let Some(slug) = name.and_then(Slug::new) else { continue };
            board.items.push(Item {
                document: document(path),
                slug,
                status: Status::on_day(&facts, today),
                facts: Box::new(facts),
                spans: Spans::default(),
                translations: BTreeMap::new(),
                publications_file: None,
                voices: BTreeMap::new(),
            });
        }
        board.items.sort();
        let by_slug = board.items.iter().enumerate().map(|(index, item)| (item.slug.as_str().to_owned(), index));
        board.by_slug = Arc::new(by_slug.collect());
        board
    }

    /// Puts an opportunity into its place, given the path and text of its file; it replaces the one with its slug.
    pub fn put_item(&mut self, path: &str, text: String) -> PlacedItem {
        let (read, problems, _) = read_text(path, text);
        let read = read.filter(|read| read.folder == Folder::Items && read.language.is_none());
        let item = read.and_then(|read| {
            let slug = Slug::new(&read.name)?;
            let facts = read.content.into_item()?;
            let status = Status::on_day(&facts, self.today);
            let (translations, voices) = (BTreeMap::new(), BTreeMap::new());
            let spans = read.spans;
            Some(Item {
                document: read.document,
                slug,
                facts,
                spans,
                translations,
                publications_file: None,
                voices,
                status,
            })
        });
        let slug = item.as_ref().map(|item| item.slug.clone());
        let replaced = item.and_then(|item| self.insert_item(Arc::new(item)));
        PlacedItem { slug, problems, replaced }
    }

    /// Takes out what [`Board::put_item`] put in, and puts back what it replaced.
    pub fn take_back(&mut self, placed: PlacedItem) {
        if let Some(replaced) = placed.replaced {
            self.insert_item(replaced);
        } else if let Some(index) = placed.slug.as_ref().and_then(|slug| self.position(slug.as_str())) {
            self.items.remove(index);
            let by_slug = Arc::make_mut(&mut self.by_slug);
            by_slug.retain(|_, position| *position != index);
            by_slug.values_mut().filter(|position| **position > index).for_each(|position| *position -= 1);
        }
    }

    /// Puts an organisation into its place, given the path and text of its file; it replaces the one with its id.
    pub fn put_organisation(&mut self, path: &str, text: String) -> PlacedOrganisation {
        let (read, problems, _) = read_text(path, text);
        let read = read.filter(|read| read.folder == Folder::Organisations);
        let file = read.and_then(|read| {
            let facts = *read.content.into_organisation()?;
            Some((read.name, ContentFile { document: read.document, facts, spans: read.spans }))
        });
        let Some((id, file)) = file else { return PlacedOrganisation { id: None, problems, replaced: None } };
        let replaced = Arc::make_mut(&mut self.organisations).insert(id.clone(), file);
        PlacedOrganisation { id: Some(id), problems, replaced }
    }

    /// Takes out what [`Board::put_organisation`] put in, and puts back what it replaced.
    pub fn take_back_organisation(&mut self, placed: PlacedOrganisation) {
        let Some(id) = placed.id else { return };
        let organisations = Arc::make_mut(&mut self.organisations);
        match placed.replaced {
            Some(replaced) => organisations.insert(id, replaced),
            None => organisations.remove(&id),
        };
    }

    /// Inserts an item in the order of slugs; returns the one whose slug it has.
    fn insert_item(&mut self, item: Arc<Item>) -> Option<Arc<Item>> {
        let slug = item.slug.as_str().to_owned();
        match self.items.insert(item) {
            Ok(replaced) => Some(replaced),
            Err(index) => {
                let by_slug = Arc::make_mut(&mut self.by_slug);
                by_slug.values_mut().filter(|position| **position >= index).for_each(|position| *position += 1);
                by_slug.insert(slug, index);
                None
            }
        }
    }
}

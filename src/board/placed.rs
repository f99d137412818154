//! Boards in memory for forms: made of the facts that rules compare, and one opportunity put in its place at each change.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;

use super::load::{Folder, read_text};
use super::{Board, ContentFile, Item, Items, Problem, Status};
use crate::config::Config;
use crate::model::{Opportunity, Organisation, Slug, Spans};
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

impl Board {
    /// Makes a board of organisations by id and of opportunities by path, without texts: what rules compare others with.
    #[must_use]
    pub fn of_facts(
        config: Config,
        today: NaiveDate,
        organisations: BTreeMap<String, Organisation>,
        items: Vec<(String, Opportunity)>,
    ) -> Self {
        let document =
            |path: String| Document { source: Source { path, text: String::new() }, facts: 0..0, body: 0..0 };
        let organisations = organisations.into_iter().map(|(id, facts)| {
            let document = document(format!("content/enti/{id}.md"));
            (id, ContentFile { document, facts, spans: Spans::default() })
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
            pages: Arc::default(),
            outlines: None,
            orphans: Arc::default(),
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
            let translations = BTreeMap::new();
            Some(Item { document: read.document, slug, facts, spans: read.spans, translations, status })
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

//! Open data: the published items and contact points in versioned formats, under the field names of the front matter.

mod catalogue;
mod contact_point_table;
mod contact_points;
mod csv_file;
mod data_file;
mod glossary_table;
mod hsds;
mod items;
mod linked_data;
mod point_map;
mod statistics;
mod table;
mod years;

use std::sync::Arc;

use serde::Serialize;

use self::catalogue::build_catalogue;
use self::data_file::DataFile;
use crate::board::{Board, Item};
use crate::error::Error;
use crate::model::{SCHEMA_PATH, json_schema};
use crate::publish::shared::addresses::{
    CATALOGUE_PATH, CATALOGUE_TURTLE_PATH, CONTACT_POINT_TABLE_PATH, CONTACT_POINTS_PATH, DATA_PATH, DIRECTORY_PATH,
    GLOSSARY_TABLE_PATH, POINT_MAP_PATH, STATISTICS_PATH, TABLE_PATH,
};
use crate::publish::{PageSpec, PieceWriter, RenderContext};

pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let json_error = |error: serde_json::Error| Error::internal("dati", error);
    let files = data_files(context);
    let mut pages: Vec<PageSpec<'_>> = files.iter().map(|file| file.page(context)).collect();
    pages.push(
        PageSpec::at_root(context, SCHEMA_PATH, move |_, _| serde_json::to_vec(&json_schema()).map_err(json_error))
            .without_items(),
    );
    let described = files.clone();
    pages.push(PageSpec::summary(context, CATALOGUE_PATH, move |sink| {
        serde_json::to_vec_pretty(&build_catalogue(context, &files, sink)?.to_json_ld()).map_err(json_error)
    }));
    pages.push(PageSpec::summary(context, CATALOGUE_TURTLE_PATH, move |sink| {
        build_catalogue(context, &described, sink)?.to_turtle()
    }));
    pages.extend(years::pages(context));
    pages
}

/// The files that the catalogue describes.
fn data_files(context: &RenderContext) -> Vec<Arc<DataFile>> {
    let mut files = vec![
        DataFile::new(DATA_PATH, |context, keys, out| items::write_items(&context.board, None, keys, out)),
        DataFile::new(TABLE_PATH, |context, keys, out| {
            table::write_items(&context.board, &published_positions(&context.board), keys, out)
        }),
        DataFile::new(CONTACT_POINTS_PATH, |context, _, out| {
            write_whole(&contact_points::render_contact_points(context)?, out)
        }),
        DataFile::new(CONTACT_POINT_TABLE_PATH, |context, _, out| {
            write_whole(&contact_point_table::render_contact_point_table(context)?, out)
        }),
        DataFile::new(DIRECTORY_PATH, |context, _, out| write_whole(&hsds::render_directory(context)?, out)),
        DataFile::new(STATISTICS_PATH, |context, _, out| statistics::write_statistics(context, out)),
        DataFile::new(POINT_MAP_PATH, |context, _, out| write_whole(&point_map::render_point_map(context)?, out)),
    ];
    if context.board.glossary.is_some() {
        files.push(DataFile::new(GLOSSARY_TABLE_PATH, |context, _, out| match context.board.glossary.as_deref() {
            Some(glossary) => write_whole(
                &glossary_table::render_glossary_table(glossary, &context.board.config.bacheca.lingue)?,
                out,
            ),
            None => Ok(()),
        }));
    }
    files
}

fn write_whole(bytes: &[u8], out: &mut dyn PieceWriter) -> Result<(), Error> {
    out.write_all(bytes).map_err(|error| Error::internal("dati", error))
}

/// Positions of the published items.
fn published_positions(board: &Board) -> Vec<usize> {
    let is_published = |(_, item): &(usize, &Item)| board.is_published(item);
    board.items.iter().enumerate().filter(is_published).map(|(index, _)| index).collect()
}

/// Publisher of the data, with the language of its texts and the town of addresses that name none.
#[derive(Serialize)]
struct DataPublisher<'b> {
    nome: &'b str,
    indirizzo: &'b str,
    lingua: &'b str,
    #[serde(skip_serializing_if = "Option::is_none")]
    citta: Option<&'b str>,
}

impl<'b> DataPublisher<'b> {
    fn new(board: &'b Board) -> Self {
        let config = &board.config;
        Self {
            nome: &config.bacheca.nome,
            indirizzo: &config.bacheca.indirizzo,
            lingua: &config.bacheca.lingua,
            citta: config.territorio.citta.as_deref(),
        }
    }
}

//! Open data: the published items and contact points in versioned formats, under the field names of the front matter.

mod catalogue;
mod contact_point_table;
mod contact_points;
mod csv_file;
mod glossary_table;
mod hsds;
mod items;
mod point_map;
mod table;
mod years;

use serde::Serialize;

use crate::board::{Board, Item};
use crate::error::Error;
use crate::model::{SCHEMA_PATH, json_schema};
use crate::publish::shared::addresses::{
    CATALOGUE_PATH, CONTACT_POINT_TABLE_PATH, CONTACT_POINTS_PATH, DATA_PATH, DIRECTORY_PATH, GLOSSARY_TABLE_PATH,
    POINT_MAP_PATH, TABLE_PATH,
};
use crate::publish::{PageSpec, RenderContext};

pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let json_error = |error: serde_json::Error| Error::internal("dati", error);
    let glossary = context.board.glossary.as_deref().map(|glossary| {
        let languages = &context.board.config.bacheca.lingue;
        PageSpec::at_root(context, GLOSSARY_TABLE_PATH, move |_, _| {
            glossary_table::render_glossary_table(glossary, languages)
        })
    });
    let mut pages = vec![
        PageSpec::in_pieces(context, DATA_PATH, |out, keys| items::write_items(&context.board, None, keys, out)),
        PageSpec::in_pieces(context, TABLE_PATH, |out, keys| {
            let published = published_positions(&context.board);
            table::write_items(&context.board, &published, keys, out)
        }),
        PageSpec::at_root(context, CONTACT_POINTS_PATH, |_, _| contact_points::render_contact_points(context)),
        PageSpec::at_root(context, CONTACT_POINT_TABLE_PATH, |_, _| {
            contact_point_table::render_contact_point_table(context)
        }),
        PageSpec::at_root(context, DIRECTORY_PATH, |_, _| hsds::render_directory(context)),
        PageSpec::at_root(context, POINT_MAP_PATH, |_, _| point_map::render_point_map(context)),
        PageSpec::at_root(context, CATALOGUE_PATH, move |_, _| {
            serde_json::to_vec_pretty(&catalogue::build_catalogue(&context.board)).map_err(json_error)
        }),
        PageSpec::at_root(context, SCHEMA_PATH, move |_, _| serde_json::to_vec(&json_schema()).map_err(json_error))
            .without_items(),
    ];
    pages.extend(glossary);
    pages.extend(years::pages(context));
    pages
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

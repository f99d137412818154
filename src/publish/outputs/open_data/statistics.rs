//! The board in figures, for whoever counts on.

use serde::Serialize;

use super::DataPublisher;
use crate::compose::figures::Figures;
use crate::error::Error;
use crate::publish::{PieceWriter, RenderContext};

#[derive(Serialize)]
struct Statistics<'c> {
    version: u32,
    data: String,
    bacheca: DataPublisher<'c>,
    #[serde(flatten)]
    figures: &'c Figures,
}

/// Writes `dati/statistiche.json`.
pub(super) fn write_statistics(context: &RenderContext, out: &mut dyn PieceWriter) -> Result<(), Error> {
    let board = &context.board;
    let statistics = Statistics {
        version: 1,
        data: board.today.to_string(),
        bacheca: DataPublisher::new(board),
        figures: context.figures(),
    };
    serde_json::to_writer_pretty(out, &statistics).map_err(|error| Error::internal("dati", error))
}

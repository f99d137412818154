//! Files written piece by piece: of a long file in which one item changed, the pieces of the others are taken over from the
//! last site.

use std::io::{self, Write};

use crate::error::Error;

/// Function that writes a file piece by piece.
pub type WritePieces<'w> = &'w dyn Fn(&mut dyn PieceWriter) -> Result<(), Error>;

/// Function that writes one piece.
pub type RenderPiece<'r> = &'r mut dyn FnMut(&mut dyn Write) -> Result<(), Error>;

/// The start of a fingerprint of everything that a piece shows.
pub type PieceKey = [u8; 16];

/// The key of the piece of an item, given its position in the board; `None` where nothing is taken over.
pub type PieceKeys<'k> = &'k dyn Fn(usize) -> Option<PieceKey>;

/// Where a file goes that is written piece by piece.
pub trait PieceWriter: Write {
    /// Writes a piece, which may not be rendered if this file of the last site has one with the same key.
    ///
    /// # Errors
    /// An error of `render`; a file that cannot be read or written.
    fn write_piece(&mut self, key: Option<PieceKey>, render: RenderPiece<'_>) -> Result<(), Error>;
}

/// A writer for which each piece is rendered.
#[derive(Debug)]
pub struct Rendered<W>(pub W);

impl<W: Write> Write for Rendered<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl<W: Write> PieceWriter for Rendered<W> {
    fn write_piece(&mut self, _: Option<PieceKey>, render: RenderPiece<'_>) -> Result<(), Error> {
        render(&mut self.0)
    }
}

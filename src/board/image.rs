//! The picture of an item, on disk or in memory.

use std::borrow::Cow;
use std::io;
use std::path::PathBuf;

use super::{Board, Item};

/// The official picture of an item.
pub enum ItemImage<'b> {
    /// A file.
    File(PathBuf),
    /// The bytes of a file of a board in memory.
    Bytes(&'b [u8]),
}

impl ItemImage<'_> {
    /// Its length in bytes.
    ///
    /// # Errors
    /// What the system says of the file.
    pub fn length(&self) -> io::Result<u64> {
        match self {
            Self::File(path) => std::fs::metadata(path).map(|metadata| metadata.len()),
            Self::Bytes(bytes) => Ok(bytes.len() as u64),
        }
    }

    /// Its bytes.
    ///
    /// # Errors
    /// What the system says of the file.
    pub fn read(&self) -> io::Result<Cow<'_, [u8]>> {
        match self {
            Self::File(path) => std::fs::read(path).map(Cow::Owned),
            Self::Bytes(bytes) => Ok(Cow::Borrowed(bytes)),
        }
    }
}

impl Board {
    /// The official picture of an item, if it is a file beside it and nowhere else.
    #[must_use]
    pub fn image_of(&self, item: &Item) -> Option<ItemImage<'_>> {
        let Some(images) = &self.images else { return item.image_path(&self.root).map(ItemImage::File) };
        images.get(&format!("{}/{}", item.folder()?, item.image_name()?)).map(|bytes| ItemImage::Bytes(bytes))
    }
}

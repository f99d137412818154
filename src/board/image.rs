//! Official image of an item, on disk or in memory.

use std::borrow::Cow;
use std::io;
use std::path::PathBuf;

use super::{Board, Item};
use crate::files::{MAX_PICTURE_BYTES, file_length, read_file};

/// Official image of an item.
pub enum ItemImage<'b> {
    /// Path of a file.
    File(PathBuf),
    /// Bytes, for a board in memory.
    Bytes(&'b [u8]),
}

impl ItemImage<'_> {
    /// Length in bytes.
    ///
    /// # Errors
    /// A file that is missing, or not a plain one.
    pub fn length(&self) -> io::Result<u64> {
        match self {
            Self::File(path) => file_length(path),
            Self::Bytes(bytes) => Ok(bytes.len() as u64),
        }
    }

    /// Reads the image.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn read(&self) -> io::Result<Cow<'_, [u8]>> {
        match self {
            Self::File(path) => read_file(path, MAX_PICTURE_BYTES).map(Cow::Owned),
            Self::Bytes(bytes) => Ok(Cow::Borrowed(bytes)),
        }
    }
}

impl Board {
    /// Official image of an item, if it is an existing file in the item's folder.
    #[must_use]
    pub fn image_of(&self, item: &Item) -> Option<ItemImage<'_>> {
        let Some(images) = &self.images else { return item.image_path(&self.root).map(ItemImage::File) };
        images.get(&format!("{}/{}", item.folder()?, item.image_name()?)).map(|bytes| ItemImage::Bytes(bytes))
    }
}

//! Official image of an item, on disk or in memory.

use std::borrow::Cow;
use std::io;
use std::path::PathBuf;

use unicode_normalization::UnicodeNormalization;
use walkdir::WalkDir;

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

    /// Name of the file beside an item that differs from a name only in capitals, or in how its accents are stored.
    #[must_use]
    pub fn similar_file(&self, item: &Item, name: &str) -> Option<String> {
        let folder = item.folder()?;
        let names: Vec<String> = match &self.images {
            Some(images) => images
                .keys()
                .filter_map(|path| path.strip_prefix(folder)?.strip_prefix('/').map(str::to_owned))
                .collect(),
            None => WalkDir::new(self.root.join(folder))
                .max_depth(1)
                .sort_by_file_name()
                .into_iter()
                .filter_map(|entry| entry.ok()?.file_name().to_str().map(str::to_owned))
                .collect(),
        };
        let plain = |name: &str| name.nfc().collect::<String>().to_lowercase();
        names.into_iter().find(|other| other != name && plain(other) == plain(name))
    }
}

//! Files that a site receives while it is staged.

use std::sync::PoisonError;

use sha2::{Digest, Sha256};

use super::super::build_record::{FilePieces, OutputGroup};
use super::super::manifest::{MANIFEST, is_path_inside};
use super::super::swap::INCOMING_FOLDER;
use super::staged_pieces::{StagedFile, StagedPieces};
use super::{SiteFolder, Staged};
use crate::board::{Written, hex};
use crate::error::Error;
use crate::files::create_file;
use crate::localized;
use crate::publish::{Sink, WritePieces};
use crate::text::visible::show_name;

impl Sink for SiteFolder {
    fn put(&self, path: &str, bytes: Vec<u8>) -> Result<(), Error> {
        reject_reserved_path(path)?;
        let sum = hex(&Sha256::digest(&bytes).into());
        let kept = self.last.files.get(path).is_some_and(|last| last.sum == sum);
        self.register(path, Staged { sum, bytes: bytes.len() as u64, kept })?;
        if kept {
            return Ok(());
        }
        let to = self.staging.join(path);
        self.clear_path(path, &to)?;
        create_file(&to, &bytes).map_err(|error| Error::write_site(&to, &error))
    }

    fn put_pieces(&self, path: &str, write: WritePieces<'_>) -> Result<(), Error> {
        reject_reserved_path(path)?;
        let to = self.staging.join(path);
        let mut staged = StagedPieces::new(self, path, &to);
        let result = write(&mut staged);
        let (file, pieces) = staged.finish(result)?;
        let (Written { bytes, sum }, kept) = match file {
            StagedFile::Kept(written) => (written, true),
            StagedFile::New(written) => (written, false),
        };
        if !pieces.is_empty() {
            let pieces = FilePieces { sum: sum.clone(), pieces };
            self.pieces.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), pieces);
        }
        self.register(path, Staged { sum, bytes, kept })
    }

    fn written(&self, path: &str) -> Option<Written> {
        let files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        files.get(path).map(|file| Written { bytes: file.bytes, sum: file.sum.clone() })
    }

    fn has_unchanged(&self, group: &str, key: &str) -> Result<bool, Error> {
        let Some(last) = self.last.groups.get(group).filter(|last| last.key == key) else { return Ok(false) };
        if !last.paths.iter().all(|path| self.last.files.contains_key(path)) {
            return Ok(false);
        }
        for file in last.paths.iter().filter_map(|path| self.last.files.get(path)) {
            self.register(&file.path, Staged { sum: file.sum.clone(), bytes: file.size, kept: true })?;
        }
        self.groups.lock().unwrap_or_else(PoisonError::into_inner).insert(group.to_owned(), last.clone());
        Ok(true)
    }

    fn remember(&self, group: &str, key: &str, paths: Vec<String>) {
        let made = OutputGroup { key: key.to_owned(), paths };
        self.groups.lock().unwrap_or_else(PoisonError::into_inner).insert(group.to_owned(), made);
    }
}

/// Fails if a path leads out of the site or is one of those that the site's own files have.
fn reject_reserved_path(path: &str) -> Result<(), Error> {
    if is_path_inside(path) && path != MANIFEST && path.split('/').next() != Some(INCOMING_FOLDER) {
        return Ok(());
    }
    let path = show_name(path);
    Err(Error::Message(localized!(
        "«{path}» non può essere un indirizzo del sito: dai al file un altro nome",
        "`{path}` cannot be an address of the site: give the file another name"
    )))
}

//! The back buffer of a site: the site before the last, which the next build updates and exchanges again.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::PoisonError;
use std::sync::atomic::Ordering;

use super::super::build_record::{FolderMemory, LastBuild, manifest_time};
use super::super::cache_folder::create_cache_folder;
use super::super::manifest::MANIFEST;
use super::super::permissions::{FolderPermissions, remove_folder};
use super::super::swap::is_on_same_file_system;
use super::{SiteFolder, Staged};
use crate::error::Error;

impl SiteFolder {
    /// Whether there is a back buffer that can be updated: it and the last site are complete, on the same file system and
    /// have the same permissions.
    pub(super) fn has_usable_back_buffer(
        memory: &FolderMemory,
        last: &LastBuild,
        target: &Path,
        parent: &Path,
    ) -> bool {
        last.is_complete
            && last.back_buffer.list != 0
            && last.back_buffer.list == manifest_time(&memory.back_buffer)
            && is_on_same_file_system(&memory.back_buffer, parent)
            && FolderPermissions::are_equal(&memory.back_buffer, target)
    }

    /// What the last site has where the new one, `files`, differs from it.
    pub(super) fn differences_of_last(&self, files: &BTreeMap<String, Staged>) -> BTreeMap<String, Option<String>> {
        let sum_of = |path: &String| self.last.files.get(path).map(|file| file.sum.clone());
        let changed = files.iter().filter(|(_, file)| !file.kept).map(|(path, _)| path);
        let gone = self.last.files.keys().filter(|path| !files.contains_key(*path));
        changed.chain(gone).map(|path| (path.clone(), sum_of(path))).collect()
    }

    /// Whether the back buffer has a file at a path.
    pub(super) fn is_in_back_buffer(&self, path: &str) -> bool {
        let differing = self.last.back_buffer.differences.get(path).map(Option::is_some);
        self.stages_in_back_buffer && differing.unwrap_or_else(|| self.last.files.contains_key(path))
    }

    /// Deletes the manifest of the back buffer before its first change, so that it is never taken for a complete site,
    /// not even after a power cut.
    pub(super) fn invalidate_manifest(&self) -> Result<(), Error> {
        if !self.stages_in_back_buffer || self.manifest_invalidated.load(Ordering::SeqCst) {
            return Ok(());
        }
        let _deleting = self.invalidation.lock().unwrap_or_else(PoisonError::into_inner);
        if self.manifest_invalidated.load(Ordering::SeqCst) {
            return Ok(());
        }
        let deleted =
            fs::remove_file(self.staging.join(MANIFEST)).and_then(|()| self.durability.sync_folder(&self.staging));
        deleted.map_err(|error| Error::write_site(&self.staging, &error))?;
        self.manifest_invalidated.store(true, Ordering::SeqCst);
        Ok(())
    }

    /// Keeps the previous site as back buffer after an exchange, if it was unchanged.
    pub(super) fn keep_back_buffer(&self) -> bool {
        let kept = self.memory.as_ref().filter(|_| self.last.is_complete).is_some_and(|memory| {
            self.stages_in_back_buffer || {
                let _ = remove_folder(&memory.back_buffer);
                memory.back_buffer.parent().into_iter().for_each(create_cache_folder);
                fs::rename(&self.staging, &memory.back_buffer).is_ok()
            }
        });
        if !kept {
            let _ = remove_folder(&self.staging);
        }
        kept
    }
}

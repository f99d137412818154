//! Deployment to an S3-compatible bucket: sends only changed files, deletes only files of an earlier deploy.
//!
//! The bucket holds the manifest of the last deploy, under the same name as in the folder. A deploy first writes a
//! manifest in which all files about to change have the fingerprint [`PENDING`], which no file has: after an
//! interruption the next deploy repeats these files and still knows which ones it may delete.

mod access;
mod http;
mod refusal;

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use object_store::aws::AmazonS3;
use object_store::path::Path as Key;
use object_store::{
    Attribute, Attributes, Error as StoreError, ObjectStore, ObjectStoreExt, PutOptions, PutPayload, PutResult,
};
use sha2::{Digest, Sha256};
use tokio::runtime::{Builder, Runtime};
use tokio::task::JoinSet;

use super::arrival::ArrivalStage;
use super::manifest::{FileList, MANIFEST, format_manifest, parse_strict, read_text};
use super::media_type;
use crate::board::hex;
use crate::diagnostic::LocalizedString;
use crate::error::Error;
use crate::files::{MAX_OWN_BYTES, read_file_below};
use crate::localized;
use crate::progress::{Progress, Stage};
use crate::publish::{Caching, Shard, caching_of};
use crate::text::visible::{show_name, show_path};
use access::{Address, open_store};
use refusal::{describe_store_error, is_missing_file};

/// Number of concurrent requests.
const MAX_CONCURRENT_REQUESTS: usize = 16;
/// Placeholder for the SHA-256 of a file that is being sent or deleted.
const PENDING: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// A bucket or a folder in it.
pub struct Bucket {
    address: Address,
    /// Host and port of the server, for messages.
    server: String,
    store: AmazonS3,
    runtime: Runtime,
    /// Name of the manifest in the bucket: each part of a site has its own, so that no part deletes the files of others.
    list: String,
}

/// Differences between a folder and a bucket.
#[derive(Debug)]
pub struct Changes {
    /// Paths of files to send, in order: pages after the files they refer to.
    pub send: Vec<String>,
    /// Paths of files to delete.
    pub delete: Vec<String>,
    /// Number of unchanged files.
    pub same: usize,
    folder: PathBuf,
    local_files: FileList,
    remote_files: FileList,
}

impl Bucket {
    /// Opens the bucket at `s3://bucket/folder`, for a site or a part of one. Server and keys come from the environment
    /// (`AWS_*`); no request is sent.
    ///
    /// # Errors
    /// An invalid address, or missing or invalid variables in the environment.
    pub fn open(address: &str, shard: Option<Shard>) -> Result<Self, Error> {
        let address = Address::parse(address)?;
        let (server, store) = open_store(&address)?;
        let runtime =
            Builder::new_current_thread().enable_time().build().map_err(|error| Error::internal("tokio", error))?;
        let list = match shard {
            Some(shard) => format!("{MANIFEST}.{}", shard.to_string().replace('/', "-")),
            None => MANIFEST.to_owned(),
        };
        Ok(Self { address, server, store, runtime, list })
    }

    /// Parsed address of the bucket.
    #[must_use]
    pub fn address(&self) -> &dyn std::fmt::Display {
        &self.address
    }

    /// Compares the manifest of a built folder with that of the bucket.
    ///
    /// # Errors
    /// A folder without a build, a bucket that does not answer, or an invalid manifest in either.
    pub fn compare(&self, folder: &Path) -> Result<Changes, Error> {
        let list = folder.join(MANIFEST);
        let local_files = match read_text(folder) {
            Ok(text) => parse_strict(&text).map_err(|line| {
                let list = show_path(&list);
                localized!(
                    "{list}, riga {line}: non è dell'ultima build; ripeti «bacheca build»",
                    "{list}, line {line}: is not of the last build; repeat `bacheca build`"
                )
            })?,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let folder = show_path(folder);
                return Err(Error::Message(localized!(
                    "{folder}: qui non c'è un sito fatto da bacheca (manca {MANIFEST}): prima «bacheca build»",
                    "{folder}: there is no site made by bacheca here ({MANIFEST} is missing): first `bacheca build`"
                )));
            }
            Err(error) => return Err(Error::read(&list, &error)),
        };
        let remote_files = match self.runtime.block_on(self.get(&self.list)) {
            Ok(bytes) => parse_strict(&String::from_utf8_lossy(&bytes)).map_err(|line| {
                let (address, list) = (&self.address, &self.list);
                localized!(
                    "{address}/{list}, riga {line}: non l'ha scritto un deploy; guarda chi altro scrive in questo bucket, poi cancella questo file: il prossimo deploy manda tutto da capo",
                    "{address}/{list}, line {line}: no deploy wrote it; see who else writes into this bucket, then delete this file: the next deploy sends everything again"
                )
            })?,
            Err(error) if is_missing_file(&error) => FileList::new(),
            Err(error) => return Err(self.describe_refusal(&error)),
        };
        let (same, mut send): (Vec<_>, Vec<_>) =
            local_files.iter().partition(|(path, sum)| remote_files.get(*path) == Some(*sum));
        send.sort_by_key(|(path, _)| ArrivalStage::of(path));
        let gone = |path: &&String| !local_files.contains_key(*path) && **path != self.list;
        Ok(Changes {
            send: send.into_iter().map(|(path, _)| path.clone()).collect(),
            delete: remote_files.keys().filter(gone).cloned().collect(),
            same: same.len(),
            folder: folder.to_owned(),
            local_files,
            remote_files,
        })
    }

    /// Sends new and changed files, deletes removed files, then writes the final manifest.
    ///
    /// # Errors
    /// A file that cannot be read or changed since the build, or a refused request. The next deploy resumes.
    pub fn deploy(&self, changes: &Changes, progress: &dyn Progress) -> Result<(), Error> {
        if changes.send.is_empty() && changes.delete.is_empty() {
            return Ok(());
        }
        let mut under_way: BTreeMap<&str, &str> = entries(&changes.remote_files).collect();
        under_way.extend(changes.send.iter().chain(&changes.delete).map(|path| (path.as_str(), PENDING)));
        self.runtime.block_on(async {
            self.put_list(format_manifest(under_way.into_iter())).await?;
            self.transfer(changes, progress).await.map_err(|error| {
                let LocalizedString { it, en } = error.localized();
                Error::Message(localized!(
                    "{it}\nuna parte del sito è già nel bucket: ripeti il comando, e riprende da qui",
                    "{en}\na part of the site is in the bucket already: repeat the command, and it goes on from here"
                ))
            })
        })
    }

    async fn transfer(&self, changes: &Changes, progress: &dyn Progress) -> Result<(), Error> {
        progress.begin(Stage::Send, changes.send.len());
        for files in changes.send.chunk_by(|one, other| ArrivalStage::of(one) == ArrivalStage::of(other)) {
            self.send(files, changes, progress).await?;
        }
        if !changes.delete.is_empty() {
            progress.begin(Stage::Delete, changes.delete.len());
            self.delete(&changes.delete, progress).await?;
        }
        self.put_list(format_manifest(entries(&changes.local_files))).await
    }

    async fn send(&self, files: &[String], changes: &Changes, progress: &dyn Progress) -> Result<(), Error> {
        let mut going = JoinSet::new();
        for path in files {
            if going.len() >= MAX_CONCURRENT_REQUESTS {
                self.finish_one(&mut going, progress).await?;
            }
            let bytes = changes.read_verified(path)?;
            let (store, key) = (self.store.clone(), self.object_key(path)?);
            let options = put_options(media_type(path), cache_control(path));
            going.spawn(async move {
                let put = store.put_opts(&key, bytes.into(), options).await;
                put.map(|_: PutResult| log::debug!("mandato {key}"))
            });
        }
        self.finish(going, progress).await
    }

    async fn delete(&self, paths: &[String], progress: &dyn Progress) -> Result<(), Error> {
        let mut going = JoinSet::new();
        for path in paths {
            if going.len() >= MAX_CONCURRENT_REQUESTS {
                self.finish_one(&mut going, progress).await?;
            }
            let (store, key) = (self.store.clone(), self.object_key(path)?);
            going.spawn(async move {
                match store.delete(&key).await {
                    // Deleted already.
                    Err(error) if is_missing_file(&error) => Ok(()),
                    deleted => deleted.inspect(|()| log::debug!("cancellato {key}")),
                }
            });
        }
        self.finish(going, progress).await
    }

    async fn finish(&self, mut going: JoinSet<Result<(), StoreError>>, progress: &dyn Progress) -> Result<(), Error> {
        while !going.is_empty() {
            self.finish_one(&mut going, progress).await?;
        }
        Ok(())
    }

    async fn finish_one(
        &self,
        going: &mut JoinSet<Result<(), StoreError>>,
        progress: &dyn Progress,
    ) -> Result<(), Error> {
        match going.join_next().await {
            Some(Ok(Err(error))) => Err(self.describe_refusal(&error)),
            Some(Err(error)) => Err(Error::internal("tokio", error)),
            Some(Ok(Ok(()))) => {
                progress.step();
                Ok(())
            }
            None => Ok(()),
        }
    }

    async fn get(&self, path: &str) -> Result<Vec<u8>, StoreError> {
        let key = Key::parse(self.address.key(path))?;
        Ok(self.store.get(&key).await?.bytes().await?.to_vec())
    }

    /// Writes the manifest to the bucket.
    async fn put_list(&self, text: String) -> Result<(), Error> {
        let (key, options) = (self.object_key(&self.list)?, put_options("text/plain; charset=utf-8", "no-cache"));
        let put = self.store.put_opts(&key, PutPayload::from(text.into_bytes()), options).await;
        put.map(drop::<PutResult>).map_err(|error| self.describe_refusal(&error))
    }

    fn object_key(&self, path: &str) -> Result<Key, Error> {
        // `Key::parse` keeps the path unchanged; `Key::from` would percent-encode it and change its URL.
        Key::parse(self.address.key(path)).map_err(|error| {
            let path = show_name(path);
            Error::Message(localized!(
                "«{path}» non può essere un nome nel bucket ({error}): dai al file un altro nome",
                "`{path}` cannot be a name in the bucket ({error}): give the file another name"
            ))
        })
    }

    fn describe_refusal(&self, error: &StoreError) -> Error {
        Error::Message(describe_store_error(error, &self.server)).in_part(self.address.to_string())
    }
}

impl Changes {
    /// Reads a file and verifies it against the manifest of the build.
    fn read_verified(&self, path: &str) -> Result<Vec<u8>, Error> {
        let file = self.folder.join(path);
        let changed = || {
            let file = show_path(&file);
            Error::Message(localized!(
                "{file}: non è più il file della build: ripeti «bacheca build»",
                "{file}: is not the file of the build any more: repeat `bacheca build`"
            ))
        };
        let bytes = read_file_below(&self.folder, path, MAX_OWN_BYTES).map_err(|error| match error.kind() {
            ErrorKind::NotFound => changed(),
            _ => Error::read(&file, &error),
        })?;
        let sum = hex(&Sha256::digest(&bytes).into());
        if self.local_files.get(path) == Some(&sum) { Ok(bytes) } else { Err(changed()) }
    }
}

fn entries(list: &FileList) -> impl Iterator<Item = (&str, &str)> {
    list.iter().map(|(path, sum)| (path.as_str(), sum.as_str()))
}

fn put_options(media_type: &'static str, keeping: &'static str) -> PutOptions {
    let mut attributes = Attributes::new();
    attributes.insert(Attribute::ContentType, media_type.into());
    attributes.insert(Attribute::CacheControl, keeping.into());
    PutOptions { attributes, ..PutOptions::default() }
}

/// Value of `Cache-Control` (RFC 9111), as in `nginx.conf`: files with a fingerprint in the path never expire.
fn cache_control(path: &str) -> &'static str {
    match caching_of(path) {
        Caching::Versioned => "public, max-age=31536000, immutable",
        Caching::Revalidate | Caching::AlwaysRevalidate => "no-cache",
    }
}

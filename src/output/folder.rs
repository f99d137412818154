//! A site in a folder: staged beside it, then exchanged in one step, so that nobody ever meets half
//! a site, and a build that fails leaves the last one as it was.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use sha2::{Digest, Sha256};
use walkdir::WalkDir;

use crate::publish::{Failure, Sink};

/// The list of files that bacheca made, kept in the folder: only these may ever be deleted.
///
/// A line for each in the order of their paths, as `sha256sum` writes and checks them: 64 hexadecimal digits of its
/// SHA-256 (FIPS 180-4), two spaces, its path below the folder with `/`. The list itself is not in it.
const MANIFEST: &str = ".bacheca-files";
/// What stands between hash and path.
const BETWEEN: &str = "  ";

/// A folder being staged.
pub struct Folder {
    target: PathBuf,
    staging: PathBuf,
    /// The SHA-256 of each file, by path.
    files: Mutex<BTreeMap<String, String>>,
    folders: Mutex<HashSet<PathBuf>>,
}

/// How the new site took the old one's place.
#[derive(Debug, PartialEq, Eq)]
pub enum Outcome {
    /// In one step.
    Exchanged(usize),
    /// File by file, each in one step: the folder cannot be exchanged (it is a mount point).
    FileByFile(usize),
}

impl Outcome {
    /// How many files the site has.
    #[must_use]
    pub fn files(&self) -> usize {
        match self {
            Self::Exchanged(files) | Self::FileByFile(files) => *files,
        }
    }
}

/// Two publishers claim one path.
pub(super) fn taken(path: &str) -> Failure {
    format!("due parti del sito vogliono lo stesso indirizzo: {path}")
}

impl Folder {
    /// Prepares to stage a site for `target`.
    ///
    /// # Errors
    /// If the folder holds files that bacheca did not make, or cannot be written.
    pub fn stage(target: &Path) -> Result<Self, Failure> {
        let target = absolute(target).map_err(|error| said(target, &error))?;
        refuse_strangers(&target)?;
        let parent =
            target.parent().ok_or_else(|| format!("{}: non può essere la cartella del sito", target.display()))?;
        fs::create_dir_all(parent).map_err(|error| said(parent, &error))?;
        let name = target.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        remove_leftovers(parent, &name);
        let staging = parent.join(format!(".{name}.bacheca-{}", std::process::id()));
        fs::create_dir(&staging).map_err(|error| said(&staging, &error))?;
        Ok(Self { target, staging, files: Mutex::default(), folders: Mutex::default() })
    }

    /// Puts the staged site in the place of the last one.
    ///
    /// # Errors
    /// If the disk refuses; the last site is then as it was.
    pub fn finish(self) -> Result<Outcome, Failure> {
        let (mut paths, mut list) = (Vec::new(), String::new());
        for (path, sum) in self.files.lock().unwrap_or_else(PoisonError::into_inner).iter() {
            list.extend([sum.as_str(), BETWEEN, path, "\n"]);
            paths.push(path.clone());
        }
        let files = paths.len();
        paths.push(MANIFEST.to_owned());
        let manifest = self.staging.join(MANIFEST);
        fs::write(&manifest, list).map_err(|error| said(&manifest, &error))?;
        if !self.target.exists() {
            return match fs::rename(&self.staging, &self.target) {
                Ok(()) => Ok(Outcome::Exchanged(files)),
                Err(error) => Err(said(&self.target, &error)),
            };
        }
        match exchange(&self.staging, &self.target) {
            Ok(()) => Ok(Outcome::Exchanged(files)),
            Err(_) => {
                self.replace_files(&paths)?;
                Ok(Outcome::FileByFile(files))
            }
        }
    }

    /// Moves every staged file over the one it replaces, then deletes those of the last site that
    /// this one does not have.
    fn replace_files(&self, paths: &[String]) -> Result<(), Failure> {
        let old = manifest_of(&self.target);
        for path in paths {
            let to = self.target.join(path);
            if let Some(parent) = to.parent() {
                fs::create_dir_all(parent).map_err(|error| said(parent, &error))?;
            }
            // A mount point is another file system: copy beside, then rename.
            let beside = to.with_extension("bacheca-new");
            fs::copy(self.staging.join(path), &beside).map_err(|error| said(&beside, &error))?;
            fs::rename(&beside, &to).map_err(|error| said(&to, &error))?;
        }
        let new: HashSet<&String> = paths.iter().collect();
        for path in old.iter().filter(|path| !new.contains(path)) {
            let gone = self.target.join(path);
            let _ = fs::remove_file(&gone);
            let mut parent = gone.parent();
            while let Some(folder) = parent.filter(|folder| *folder != self.target) {
                // Fails, and stops, at the first folder that still holds something.
                if fs::remove_dir(folder).is_err() {
                    break;
                }
                parent = folder.parent();
            }
        }
        Ok(())
    }
}

impl Drop for Folder {
    /// What is staged and not published goes away; so does the last site after an exchange.
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.staging);
    }
}

impl Sink for Folder {
    fn put(&self, path: &str, bytes: Vec<u8>) -> Result<(), Failure> {
        let fits = path.split('/').all(|part| !part.is_empty() && part != "." && part != "..")
            && !path.contains(|letter: char| letter == '\\' || letter.is_control())
            && path != MANIFEST;
        if !fits {
            return Err(format!("«{path}» non può essere un indirizzo del sito"));
        }
        let sum = format!("{:x}", Sha256::digest(&bytes));
        if self.files.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), sum).is_some() {
            return Err(taken(path));
        }
        let to = self.staging.join(path);
        if let Some(parent) = to.parent() {
            let mut folders = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
            if !folders.contains(parent) {
                fs::create_dir_all(parent).map_err(|error| said(parent, &error))?;
                folders.insert(parent.to_owned());
            }
        }
        fs::write(&to, bytes).map_err(|error| said(&to, &error))
    }
}

fn said(path: &Path, error: &io::Error) -> Failure {
    format!("{}: {error}", path.display())
}

fn absolute(path: &Path) -> io::Result<PathBuf> {
    // The folder may be a link to where the site really lives.
    path.canonicalize().or_else(|_| std::path::absolute(path))
}

fn manifest_of(folder: &Path) -> Vec<String> {
    let text = fs::read_to_string(folder.join(MANIFEST)).unwrap_or_default();
    text.lines().map(|line| path_of(line).to_owned()).collect()
}

/// The path in a line of the list; older builds wrote nothing else into it.
fn path_of(line: &str) -> &str {
    let is_sum = |sum: &str| sum.len() == 64 && sum.bytes().all(|byte| byte.is_ascii_hexdigit());
    line.split_once(BETWEEN).filter(|(sum, _)| is_sum(sum)).map_or(line, |(_, path)| path)
}

/// Files that bacheca did not make are never deleted: if the folder holds one, nothing is done.
fn refuse_strangers(target: &Path) -> Result<(), Failure> {
    if !target.exists() {
        return Ok(());
    }
    if !target.is_dir() {
        return Err(format!("{}: non è una cartella", target.display()));
    }
    let ours: HashSet<String> = manifest_of(target).into_iter().collect();
    for entry in WalkDir::new(target).sort_by_file_name() {
        let entry = entry.map_err(|error| error.to_string())?;
        if entry.file_type().is_dir() {
            continue;
        }
        let Ok(below) = entry.path().strip_prefix(target) else { continue };
        let path = below.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/");
        if path != MANIFEST && !ours.contains(&path) {
            return Err(format!(
                "{} contiene «{path}», che non viene da bacheca: spostalo (i file da pubblicare così come sono vanno in static/) o scegli un'altra cartella con --out",
                target.display()
            ));
        }
    }
    Ok(())
}

/// Staging folders of builds that were killed.
fn remove_leftovers(parent: &Path, name: &str) {
    let prefix = format!(".{name}.bacheca-");
    let Ok(entries) = fs::read_dir(parent) else { return };
    for entry in entries.filter_map(Result::ok) {
        let file_name = entry.file_name();
        let Some(process) = file_name.to_str().and_then(|file_name| file_name.strip_prefix(&prefix)) else { continue };
        let alive = Path::new("/proc").join(process).exists() && process != std::process::id().to_string();
        if process.bytes().all(|byte| byte.is_ascii_digit()) && !alive {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// Exchanges two folders in one step.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(new: &Path, old: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, new, CWD, old, RenameFlags::EXCHANGE).map_err(Into::into)
}

/// Elsewhere: the old folder steps aside, the new one steps in; if that fails the old one returns.
#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(new: &Path, old: &Path) -> io::Result<()> {
    let aside = new.with_extension("old");
    fs::rename(old, &aside)?;
    if let Err(error) = fs::rename(new, old) {
        fs::rename(&aside, old)?;
        return Err(error);
    }
    fs::rename(&aside, new)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn build(target: &Path, files: &[(&str, &str)]) -> Result<Outcome, Failure> {
        let folder = Folder::stage(target)?;
        for (path, text) in files {
            folder.put(path, text.as_bytes().to_vec())?;
        }
        folder.finish()
    }

    #[test]
    fn a_site_takes_the_place_of_the_last_one() {
        let root = tempfile::tempdir().unwrap();
        let target = root.path().join("public");
        build(&target, &[("index.html", "1"), ("o/a/index.html", "a")]).unwrap();
        build(&target, &[("index.html", "2")]).unwrap();
        assert_eq!(fs::read_to_string(target.join("index.html")).unwrap(), "2");
        assert!(!target.join("o").exists());
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1, "nothing is left beside");
    }

    #[test]
    fn a_build_that_fails_leaves_the_last_site() {
        let root = tempfile::tempdir().unwrap();
        let target = root.path().join("public");
        build(&target, &[("index.html", "1")]).unwrap();
        assert!(build(&target, &[("a", "x"), ("a", "y")]).is_err());
        assert_eq!(fs::read_to_string(target.join("index.html")).unwrap(), "1");
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1);
    }

    #[test]
    fn strangers_are_never_deleted() {
        let root = tempfile::tempdir().unwrap();
        let target = root.path().join("public");
        build(&target, &[("index.html", "1")]).unwrap();
        fs::write(target.join("tesi.docx"), "anni di lavoro").unwrap();
        let refused = build(&target, &[("index.html", "2")]).unwrap_err();
        assert!(refused.contains("tesi.docx"), "{refused}");
        assert_eq!(fs::read_to_string(target.join("index.html")).unwrap(), "1");
    }

    #[test]
    fn paths_stay_inside() {
        let root = tempfile::tempdir().unwrap();
        let folder = Folder::stage(&root.path().join("public")).unwrap();
        for path in ["../x", "/x", "a//b", "a/../../x", "a\\b", "a\nb", ""] {
            assert!(folder.put(path, Vec::new()).is_err(), "{path}");
        }
    }

    #[test]
    fn the_list_says_what_each_file_holds() {
        let root = tempfile::tempdir().unwrap();
        let target = root.path().join("public");
        build(&target, &[("o/a b/index.html", "abc"), ("index.html", "")]).unwrap();
        // The examples of FIPS 180-4.
        assert_eq!(
            fs::read_to_string(target.join(MANIFEST)).unwrap(),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  index.html\n\
             ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  o/a b/index.html\n"
        );
    }

    #[test]
    fn the_list_of_an_older_build_is_understood() {
        let root = tempfile::tempdir().unwrap();
        let target = root.path().join("public");
        build(&target, &[("index.html", "1"), ("old.html", "1")]).unwrap();
        fs::write(target.join(MANIFEST), "index.html\nold.html\n.bacheca-files\n").unwrap();
        build(&target, &[("index.html", "2")]).unwrap();
        assert_eq!(fs::read_to_string(target.join("index.html")).unwrap(), "2");
        assert!(!target.join("old.html").exists());
    }

    #[test]
    fn file_by_file_replaces_and_deletes_only_its_own() {
        let root = tempfile::tempdir().unwrap();
        let target = root.path().join("public");
        build(&target, &[("index.html", "1"), ("o/a/index.html", "a")]).unwrap();
        let folder = Folder::stage(&target).unwrap();
        folder.put("index.html", b"2".to_vec()).unwrap();
        fs::write(target.join("arrived-meanwhile.txt"), "x").unwrap();
        folder.replace_files(&["index.html".to_owned()]).unwrap();
        assert_eq!(fs::read_to_string(target.join("index.html")).unwrap(), "2");
        assert!(!target.join("o").exists());
        assert!(target.join("arrived-meanwhile.txt").exists());
    }
}

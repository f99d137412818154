//! A site in a folder: staged beside it, then exchanged in one step, so that nobody ever meets half
//! a site, and a build that fails leaves the last one as it was.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use sha2::{Digest, Sha256};
use walkdir::WalkDir;

use super::lock::Lock;
use super::{said, taken};
use crate::publish::{Failure, Sink};

/// The list of files that bacheca made, kept in the folder: only these may ever be deleted.
///
/// A line for each in the order of their paths, as `sha256sum` writes and checks them: 64 hexadecimal digits of its
/// SHA-256 (FIPS 180-4), two spaces, its path below the folder with `/`. The list itself is not in it.
const MANIFEST: &str = ".bacheca-files";
/// What stands between hash and path.
const BETWEEN: &str = "  ";
/// Below a folder that cannot be exchanged: what is about to be moved into it.
const ARRIVING: &str = ".bacheca-new";

/// A folder being staged.
pub struct Folder {
    target: PathBuf,
    staging: PathBuf,
    /// The SHA-256 of each file, by path.
    files: Mutex<BTreeMap<String, String>>,
    folders: Mutex<HashSet<PathBuf>>,
    /// Let go of when everything else is cleared away.
    _lock: Lock,
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

impl Folder {
    /// Prepares to stage a site for `target`.
    ///
    /// # Errors
    /// If the folder holds files that bacheca did not make or cannot be written, or another build is at it.
    pub fn stage(target: &Path) -> Result<Self, Failure> {
        let target = absolute(target).map_err(|error| said(target, &error))?;
        let parent =
            target.parent().ok_or_else(|| format!("{}: non può essere la cartella del sito", target.display()))?;
        refuse_strangers(&target)?;
        fs::create_dir_all(parent).map_err(|error| said(parent, &error))?;
        let name = target.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let lock = Lock::take(parent.join(format!(".{name}.bacheca-lock")), &target)?;
        remove_leftovers(parent, &name);
        let staging = parent.join(format!(".{name}.bacheca-{}", std::process::id()));
        fs::create_dir(&staging).map_err(|error| said(&staging, &error))?;
        Ok(Self { target, staging, files: Mutex::default(), folders: Mutex::default(), _lock: lock })
    }

    /// Puts the staged site in the place of the last one.
    ///
    /// # Errors
    /// If the disk refuses, or somebody has put a file of theirs into the last site meanwhile; it is then as it was.
    pub fn finish(self) -> Result<Outcome, Failure> {
        let (mut paths, mut list) = (Vec::new(), String::new());
        for (path, sum) in self.files.lock().unwrap_or_else(PoisonError::into_inner).iter() {
            list.extend([sum.as_str(), BETWEEN, path, "\n"]);
            paths.push(path.clone());
        }
        let files = paths.len();
        paths.push(MANIFEST.to_owned());
        write_manifest(&self.staging, &list)?;
        refuse_strangers(&self.target)?;
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
    /// this one does not have. Whenever it stops, every file there is in a list, or below [`ARRIVING`].
    fn replace_files(&self, paths: &[String]) -> Result<(), Failure> {
        let old = manifest_of(&self.target);
        // A mount point is another file system: everything is copied beside before anything is renamed, so that a
        // disk that is full leaves the last site as it was.
        let arriving = self.target.join(ARRIVING);
        let _ = fs::remove_dir_all(&arriving);
        let copied = paths.iter().try_for_each(|path| {
            let beside = arriving.join(path);
            make_parent(&beside)?;
            fs::copy(self.staging.join(path), &beside).map(|_| ()).map_err(|error| said(&beside, &error))
        });
        // Paths alone: until all of them have moved nobody knows which file has which sum.
        let both: String = old.iter().chain(paths).flat_map(|path| [path.as_str(), "\n"]).collect();
        let copied = copied.and_then(|()| write_manifest(&arriving.join(ARRIVING), &both));
        if let Err(error) = copied {
            let _ = fs::remove_dir_all(&arriving);
            return Err(error);
        }
        rename(&arriving.join(ARRIVING).join(MANIFEST), &self.target.join(MANIFEST))?;
        for path in paths.iter().filter(|path| *path != MANIFEST) {
            let to = self.target.join(path);
            make_parent(&to)?;
            rename(&arriving.join(path), &to)?;
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
        rename(&arriving.join(MANIFEST), &self.target.join(MANIFEST))?;
        fs::remove_dir_all(&arriving).map_err(|error| said(&arriving, &error))
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
        if !fits(path) || path == MANIFEST || path.split('/').next() == Some(ARRIVING) {
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

/// Whether a path stays below the folder that it is joined to.
fn fits(path: &str) -> bool {
    path.split('/').all(|part| !part.is_empty() && part != "." && part != "..")
        && !path.contains(|letter: char| letter == '\\' || letter.is_control())
}

fn make_parent(path: &Path) -> Result<(), Failure> {
    path.parent().map_or(Ok(()), |parent| fs::create_dir_all(parent).map_err(|error| said(parent, &error)))
}

fn rename(from: &Path, to: &Path) -> Result<(), Failure> {
    fs::rename(from, to).map_err(|error| said(to, &error))
}

fn absolute(path: &Path) -> io::Result<PathBuf> {
    // The folder may be a link to where the site really lives.
    path.canonicalize().or_else(|_| std::path::absolute(path))
}

fn manifest_of(folder: &Path) -> Vec<String> {
    let text = fs::read_to_string(folder.join(MANIFEST)).unwrap_or_default();
    // The list may have come with a change that nobody looked at: it names nothing outside the folder.
    text.lines().map(path_of).filter(|path| fits(path)).map(str::to_owned).collect()
}

/// The path in a line of the list; older builds wrote nothing else into it.
fn path_of(line: &str) -> &str {
    let is_sum = |sum: &str| sum.len() == 64 && sum.bytes().all(|byte| byte.is_ascii_hexdigit());
    line.split_once(BETWEEN).filter(|(sum, _)| is_sum(sum)).map_or(line, |(_, path)| path)
}

fn write_manifest(folder: &Path, list: &str) -> Result<(), Failure> {
    let manifest = folder.join(MANIFEST);
    make_parent(&manifest)?;
    fs::write(&manifest, list).map_err(|error| said(&manifest, &error))
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
        if below.starts_with(ARRIVING) && below != Path::new(ARRIVING) {
            continue;
        }
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

/// Staging folders of builds that were killed: whoever has the lock is the only one at work.
fn remove_leftovers(parent: &Path, name: &str) {
    let prefix = format!(".{name}.bacheca-");
    let Ok(entries) = fs::read_dir(parent) else { return };
    for entry in entries.filter_map(Result::ok) {
        let file_name = entry.file_name();
        let Some(process) = file_name.to_str().and_then(|file_name| file_name.strip_prefix(&prefix)) else { continue };
        if !process.is_empty() && process.bytes().all(|byte| byte.is_ascii_digit()) {
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
    fn a_file_that_arrives_during_a_build_is_not_deleted() {
        let root = tempfile::tempdir().unwrap();
        let target = root.path().join("public");
        build(&target, &[("index.html", "1")]).unwrap();
        let folder = Folder::stage(&target).unwrap();
        folder.put("index.html", b"2".to_vec()).unwrap();
        fs::write(target.join("tesi.docx"), "anni di lavoro").unwrap();
        assert!(folder.finish().is_err());
        assert_eq!(fs::read_to_string(target.join("index.html")).unwrap(), "1");
        assert!(target.join("tesi.docx").exists());
    }

    #[test]
    fn a_build_that_stopped_among_the_files_does_not_stop_the_next() {
        let root = tempfile::tempdir().unwrap();
        let target = root.path().join("public");
        build(&target, &[("index.html", "1")]).unwrap();
        fs::create_dir_all(target.join(ARRIVING).join("o")).unwrap();
        fs::write(target.join(ARRIVING).join("o/half.html"), "x").unwrap();
        build(&target, &[("index.html", "2")]).unwrap();
        assert!(!target.join(ARRIVING).exists());
    }

    #[test]
    fn paths_stay_inside() {
        let root = tempfile::tempdir().unwrap();
        let folder = Folder::stage(&root.path().join("public")).unwrap();
        for path in ["../x", "/x", "a//b", "a/../../x", "a\\b", "", MANIFEST, ".bacheca-new/x", "a\nb"] {
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
        fs::write(root.path().join("outside"), "x").unwrap();
        fs::write(target.join(MANIFEST), format!("{MANIFEST}\nindex.html\no/a/index.html\n../outside\n")).unwrap();
        let paths = ["index.html".to_owned(), MANIFEST.to_owned()];
        write_manifest(&folder.staging, &format!("{}\n", paths.join("\n"))).unwrap();
        folder.replace_files(&paths).unwrap();
        assert!(root.path().join("outside").exists());
        assert_eq!(manifest_of(&target), paths);
        assert!(!target.join(ARRIVING).exists());
        assert_eq!(fs::read_to_string(target.join("index.html")).unwrap(), "2");
        assert!(!target.join("o").exists());
        assert!(target.join("arrived-meanwhile.txt").exists());
    }
}

//! Tests of the folder sink.

use sha2::{Digest as _, Sha256};

use super::*;
use crate::board::{Written, hex};
use crate::publish::Sink as _;

fn build(target: &Path, files: &[(&str, &str)]) -> Result<SwapOutcome, Error> {
    let folder = SiteFolder::stage(target, None, Durability::Unsynced)?;
    for (path, text) in files {
        folder.put(path, text.as_bytes().to_vec())?;
    }
    folder.finish(BuildOrigin::default())
}

#[test]
fn new_site_replaces_the_last_one() {
    let root = tempfile::tempdir().unwrap();
    let target = root.path().join("public");
    build(&target, &[("index.html", "1"), ("o/a/index.html", "a")]).unwrap();
    build(&target, &[("index.html", "2")]).unwrap();
    assert_eq!(fs::read_to_string(target.join("index.html")).unwrap(), "2");
    assert!(!target.join("o").exists());
    assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1, "nothing is left beside");
}

#[test]
fn failed_build_keeps_the_last_site() {
    let root = tempfile::tempdir().unwrap();
    let target = root.path().join("public");
    build(&target, &[("index.html", "1")]).unwrap();
    assert!(build(&target, &[("a", "x"), ("a", "y")]).is_err());
    assert_eq!(fs::read_to_string(target.join("index.html")).unwrap(), "1");
    assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1);
}

#[test]
fn foreign_files_are_never_deleted() {
    let root = tempfile::tempdir().unwrap();
    let target = root.path().join("public");
    build(&target, &[("index.html", "1")]).unwrap();
    fs::write(target.join("tesi.docx"), "anni di lavoro").unwrap();
    let refused = build(&target, &[("index.html", "2")]).unwrap_err();
    assert!(refused.to_string().contains("tesi.docx"), "{refused}");
    assert_eq!(fs::read_to_string(target.join("index.html")).unwrap(), "1");
}

#[test]
fn foreign_file_added_during_a_build_is_kept() {
    let root = tempfile::tempdir().unwrap();
    let target = root.path().join("public");
    build(&target, &[("index.html", "1")]).unwrap();
    let folder = SiteFolder::stage(&target, None, Durability::Unsynced).unwrap();
    folder.put("index.html", b"2".to_vec()).unwrap();
    fs::write(target.join("tesi.docx"), "anni di lavoro").unwrap();
    assert!(folder.finish(BuildOrigin::default()).is_err());
    assert_eq!(fs::read_to_string(target.join("index.html")).unwrap(), "1");
    assert!(target.join("tesi.docx").exists());
}

#[test]
fn interrupted_build_does_not_block_the_next() {
    let root = tempfile::tempdir().unwrap();
    let target = root.path().join("public");
    build(&target, &[("index.html", "1")]).unwrap();
    fs::create_dir_all(target.join(INCOMING_FOLDER).join("o")).unwrap();
    fs::write(target.join(INCOMING_FOLDER).join("o/half.html"), "x").unwrap();
    build(&target, &[("index.html", "2")]).unwrap();
    assert!(!target.join(INCOMING_FOLDER).exists());
}

#[test]
fn paths_outside_the_folder_are_rejected() {
    let root = tempfile::tempdir().unwrap();
    let folder = SiteFolder::stage(&root.path().join("public"), None, Durability::Unsynced).unwrap();
    for path in ["../x", "/x", "a//b", "a/../../x", "a\\b", "", MANIFEST, ".bacheca-new/x", "a\nb"] {
        assert!(folder.put(path, Vec::new()).is_err(), "{path}");
    }
}

#[test]
fn manifest_has_the_sha256_of_each_file() {
    let root = tempfile::tempdir().unwrap();
    let target = root.path().join("public");
    build(&target, &[("o/a b/index.html", "abc"), ("index.html", "")]).unwrap();
    // Examples from FIPS 180-4.
    assert_eq!(
        fs::read_to_string(target.join(MANIFEST)).unwrap(),
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  index.html\n\
         ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  o/a b/index.html\n"
    );
}

#[test]
fn manifest_without_fingerprints_is_read() {
    let root = tempfile::tempdir().unwrap();
    let target = root.path().join("public");
    build(&target, &[("index.html", "1"), ("old.html", "1")]).unwrap();
    fs::write(target.join(MANIFEST), "index.html\nold.html\n.bacheca-files\n").unwrap();
    build(&target, &[("index.html", "2")]).unwrap();
    assert_eq!(fs::read_to_string(target.join("index.html")).unwrap(), "2");
    assert!(!target.join("old.html").exists());
}

#[test]
fn a_file_in_pieces_is_written_once_and_only_if_it_differs() {
    let root = tempfile::tempdir().unwrap();
    let (target, cache) = (root.path().join("public"), root.path().join("cache"));
    let times = std::cell::Cell::new(0);
    let write = |text: &'static str| {
        let folder =
            SiteFolder::stage(&target, Some(FolderMemory::new(&cache, &target)), Durability::Unsynced).unwrap();
        times.set(0);
        let result = folder.put_pieces("dati/a.json", &|out| {
            times.set(times.get() + 1);
            text.split(' ')
                .try_for_each(|word| out.write_all(word.as_bytes()))
                .map_err(|error| Error::internal("", error))
        });
        result.unwrap();
        folder.finish(BuildOrigin::default()).unwrap()
    };
    assert_eq!((write("u no"), times.get()), (SwapOutcome::Exchanged(1), 1));
    assert_eq!(fs::read_to_string(target.join("dati/a.json")).unwrap(), "uno");
    // Its fingerprint is that of the whole.
    assert_eq!(manifest::read(&target)["dati/a.json"], hex(&Sha256::digest("uno").into()));
    assert_eq!((write("un o"), times.get()), (SwapOutcome::Unchanged(1), 1));
    assert_eq!((write("due"), times.get()), (SwapOutcome::Exchanged(1), 1));
    assert_eq!(fs::read_to_string(target.join("dati/a.json")).unwrap(), "due");
}

#[test]
fn pieces_of_a_file_are_taken_over_by_their_keys() {
    let root = tempfile::tempdir().unwrap();
    let (target, cache) = (root.path().join("public"), root.path().join("cache"));
    // Writes words in pieces with the keys, and returns the words that were rendered.
    let write = |pieces: &[(u8, &str)]| {
        let folder =
            SiteFolder::stage(&target, Some(FolderMemory::new(&cache, &target)), Durability::Unsynced).unwrap();
        let rendered = Mutex::new(Vec::new());
        folder
            .put_pieces("dati/a.json", &|out| {
                let io_error = |error| Error::internal("", error);
                out.write_all(b"[").map_err(io_error)?;
                for (key, word) in pieces {
                    out.write_piece(Some([*key; 16]), &mut |out| {
                        rendered.lock().unwrap().push((*word).to_owned());
                        out.write_all(word.as_bytes()).map_err(io_error)
                    })?;
                    out.write_all(b",").map_err(io_error)?;
                }
                out.write_all(b"]").map_err(io_error)
            })
            .unwrap();
        let written = folder.written("dati/a.json").unwrap();
        folder.finish(BuildOrigin::default()).unwrap();
        let words: Vec<&str> = pieces.iter().map(|(_, word)| *word).collect();
        let expected = format!("[{},]", words.join(","));
        assert_eq!(fs::read_to_string(target.join("dati/a.json")).unwrap(), expected);
        let sum = hex(&Sha256::digest(&expected).into());
        assert_eq!(manifest::read(&target)["dati/a.json"], sum);
        assert_eq!(written, Written { bytes: expected.len() as u64, sum });
        rendered.into_inner().unwrap()
    };
    assert_eq!(write(&[(1, "uno"), (2, "due"), (3, "tre")]), ["uno", "due", "tre"]);
    assert!(write(&[(1, "uno"), (2, "due"), (3, "tre")]).is_empty());
    assert_eq!(write(&[(1, "uno"), (4, "quattro"), (3, "tre")]), ["quattro"]);
    assert_eq!(write(&[(3, "tre"), (5, ""), (1, "uno")]), [""]);
    assert_eq!(write(&[(3, "tre")]), Vec::<String>::new());
    // Of a file that somebody changed nothing is taken over.
    fs::write(target.join("dati/a.json"), "[altro,]").unwrap();
    assert_eq!(write(&[(3, "tre"), (6, "sei")]), ["tre", "sei"]);
}

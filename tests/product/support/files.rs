//! Reading, writing and copying files and folders.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Files of a folder: path below it with `/`, and content.
pub type Tree = BTreeMap<String, Vec<u8>>;

/// Absolute path of a file of the repository.
pub fn repository_path(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Reads every file below a folder; symbolic links are left out.
pub fn read_tree(folder: &Path) -> Tree {
    let files = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let files = files.filter(|entry| entry.file_type().is_file());
    files.map(|entry| (relative_path(folder, entry.path()), std::fs::read(entry.path()).unwrap())).collect()
}

/// Path relative to a folder, with `/`.
pub fn relative_path(folder: &Path, path: &Path) -> String {
    let path = path.strip_prefix(folder).unwrap();
    path.iter().map(|part| part.to_str().unwrap()).collect::<Vec<_>>().join("/")
}

/// Writes a file and creates the folders above it.
pub fn write(path: &Path, bytes: impl AsRef<[u8]>) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, bytes).unwrap();
}

/// Copies every file below a folder to another folder.
pub fn copy_tree(from: &Path, to: &Path) {
    for (path, bytes) in read_tree(from) {
        write(&to.join(path), bytes);
    }
}

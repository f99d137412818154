//! Files and folders: read as a map, written, copied.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A folder as a map: path below it with `/`, and bytes.
pub type Tree = BTreeMap<String, Vec<u8>>;

/// A path below the repository.
pub fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Every file below a folder, links apart.
pub fn tree(folder: &Path) -> Tree {
    let files = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let files = files.filter(|entry| entry.file_type().is_file());
    files.map(|entry| (below(folder, entry.path()), std::fs::read(entry.path()).unwrap())).collect()
}

/// A path below a folder, with `/`.
pub fn below(folder: &Path, path: &Path) -> String {
    let path = path.strip_prefix(folder).unwrap();
    path.iter().map(|part| part.to_str().unwrap()).collect::<Vec<_>>().join("/")
}

/// Writes a file, and the folders above it.
pub fn write(path: &Path, bytes: impl AsRef<[u8]>) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, bytes).unwrap();
}

/// Copies every file below a folder into another.
pub fn copy(from: &Path, to: &Path) {
    for (path, bytes) in tree(from) {
        write(&to.join(path), bytes);
    }
}

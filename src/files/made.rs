//! Names of what builds make in a board's folder.

/// Folder of caches below the board's: what was printed, records of sites.
pub const CACHE_FOLDER: &str = ".bacheca";
/// Folder of the site, if no other is named.
pub const SITE_FOLDER: &str = "public";
/// File in the folder of a site that lists its files.
pub const SITE_MANIFEST: &str = ".bacheca-files";

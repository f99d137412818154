//! Largest files that are read, in bytes, by what they are.

const KILOBYTE: u64 = 1024;
const MEGABYTE: u64 = 1024 * KILOBYTE;

/// A content file: an announcement, a translation, a page, an organisation. Twenty times the longest real one.
pub const MAX_TEXT_BYTES: u64 = 64 * KILOBYTE;

/// Outlines of districts: those of Rome have 700 KB.
pub const MAX_OUTLINES_BYTES: u64 = 2 * MEGABYTE;

/// A catalogue of texts to translate: those of this board have 150 KB.
pub const MAX_CATALOGUE_BYTES: u64 = 4 * MEGABYTE;

/// The glossary: that of this board has 70 KB.
pub const MAX_GLOSSARY_BYTES: u64 = MEGABYTE;

/// `site.toml`.
pub const MAX_CONFIG_BYTES: u64 = MEGABYTE;

/// A list of boards: ten thousand of them have two.
pub const MAX_BOARD_LIST_BYTES: u64 = 16 * MEGABYTE;

/// A picture, or another file beside the content. What may be published is less.
pub const MAX_PICTURE_BYTES: u64 = 32 * MEGABYTE;

/// A voice message that is published: ten minutes of speech.
pub const MAX_VOICE_BYTES: u64 = 2_000_000;

/// A file of the board's `static/` folder: GitHub takes no larger ones.
pub const MAX_STATIC_BYTES: u64 = 100 * MEGABYTE;

/// A file of a theme: a template, a style sheet, a font.
pub const MAX_THEME_BYTES: u64 = 16 * MEGABYTE;

/// A font of the system. Collections of Chinese, Japanese and Korean fonts have up to 60 MB.
pub const MAX_FONT_BYTES: u64 = 128 * MEGABYTE;

/// A file of certificate authorities.
pub const MAX_CERTIFICATES_BYTES: u64 = 4 * MEGABYTE;

/// What the program itself wrote: files of the site, its list, records and caches in `.bacheca/`.
pub const MAX_OWN_BYTES: u64 = 256 * MEGABYTE;

//! The letters of paper: Noto Sans is inside the program, so that Italian always prints; other
//! scripts come from the system's fonts, where they are installed.

use std::path::Path;

use typst::foundations::Bytes;
use typst::text::Font;
use walkdir::WalkDir;

/// Where Linux systems keep fonts.
const FOLDERS: [&str; 2] = ["/usr/share/fonts", "/usr/local/share/fonts"];

/// Names of the files that hold the scripts of the board's readers, regular and bold.
const FAMILIES: [&str; 7] = [
    "NotoSansArabic-",
    "NotoNaskhArabic-",
    "NotoNastaliqUrdu-",
    "NotoSansBengali-",
    "NotoSansEthiopic-",
    "NotoSansCJK-",
    "DroidSansFallback",
];

/// Every font there is, the embedded ones first.
pub(super) fn load() -> Vec<Font> {
    let embedded = [notosans::REGULAR_TTF, notosans::BOLD_TTF];
    let mut fonts: Vec<Font> = embedded.into_iter().flat_map(|bytes| Font::iter(Bytes::new(bytes))).collect();
    for folder in FOLDERS {
        fonts.extend(system(Path::new(folder)));
    }
    fonts
}

fn system(folder: &Path) -> Vec<Font> {
    WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| is_wanted(&entry.file_name().to_string_lossy()))
        .filter_map(|entry| std::fs::read(entry.path()).ok())
        .flat_map(|bytes| Font::iter(Bytes::new(bytes)).collect::<Vec<_>>())
        .collect()
}

fn is_wanted(name: &str) -> bool {
    let family = FAMILIES.iter().find_map(|family| name.strip_prefix(family));
    family.is_some_and(|rest| ["Regular", "Bold", ".ttf"].iter().any(|weight| rest.starts_with(weight)))
}

//! The letters of paper: Noto Sans is inside the program, so that Italian always prints; other
//! scripts come from the system's fonts, where they are installed.

use std::path::{Path, PathBuf};

use typst::foundations::Bytes;
use typst::text::Font;
use walkdir::WalkDir;

/// Where Linux systems keep fonts.
const FOLDERS: [&str; 2] = ["/usr/share/fonts", "/usr/local/share/fonts"];

/// A script: its first and last letters, the names with which files of its fonts begin, and what to install.
struct Script {
    letters: &'static [(u32, u32)],
    files: &'static [&'static str],
    package: &'static str,
    /// Languages that need it; none: it is always loaded, for words within another language.
    languages: &'static [&'static str],
}

const SCRIPTS: [Script; 4] = [
    Script {
        letters: &[(0x0600, 0x08ff), (0xfb50, 0xfdff), (0xfe70, 0xfeff)],
        files: &["NotoSansArabic-", "NotoNaskhArabic-", "NotoNastaliqUrdu-"],
        package: "fonts-noto-core",
        languages: &[],
    },
    Script { letters: &[(0x0980, 0x09ff)], files: &["NotoSansBengali-"], package: "fonts-noto-core", languages: &[] },
    Script { letters: &[(0x1200, 0x139f)], files: &["NotoSansEthiopic-"], package: "fonts-noto-core", languages: &[] },
    // Forty megabytes: only where a language is written so.
    Script {
        letters: &[(0x2e80, 0xa4cf), (0xf900, 0xfaff), (0xff00, 0xffef), (0x20000, 0x2ffff)],
        files: &["NotoSansCJK-", "DroidSansFallback"],
        package: "fonts-noto-cjk",
        languages: &["zh", "ja", "ko"],
    },
];

/// A file of a font that was found, not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FontFile {
    path: PathBuf,
    pub(super) name: String,
    pub(super) length: u64,
}

/// Where the fonts are that a board in some languages needs.
pub(super) fn find(languages: &[String]) -> Vec<FontFile> {
    let wanted: Vec<&str> = SCRIPTS
        .iter()
        .filter(|script| {
            script.languages.is_empty() || languages.iter().any(|own| script.languages.contains(&own.as_str()))
        })
        .flat_map(|script| script.files)
        .copied()
        .collect();
    FOLDERS.iter().flat_map(|folder| find_font_files(Path::new(folder), &wanted)).collect()
}

fn find_font_files(folder: &Path, wanted: &[&str]) -> Vec<FontFile> {
    WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .filter_map(Result::ok)
        .filter_map(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            let rest = wanted.iter().find_map(|family| name.strip_prefix(family))?;
            ["Regular", "Bold", ".ttf"].iter().any(|weight| rest.starts_with(weight)).then_some(())?;
            Some(FontFile { length: entry.metadata().ok()?.len(), path: entry.into_path(), name })
        })
        .collect()
}

/// Every font, the embedded ones first.
pub(super) fn load(found: &[FontFile]) -> Vec<Font> {
    let embedded = [notosans::REGULAR_TTF, notosans::BOLD_TTF];
    let mut fonts: Vec<Font> = embedded.into_iter().flat_map(|bytes| Font::iter(Bytes::new(bytes))).collect();
    let system = found.iter().filter_map(|file| std::fs::read(&file.path).ok());
    fonts.extend(system.flat_map(|bytes| Font::iter(Bytes::new(bytes)).collect::<Vec<_>>()));
    fonts
}

/// The Debian package that brings the letters of a text, as far as anybody knows.
pub(super) fn package(letters: &str) -> &'static str {
    let of = |letter: char| {
        let number = u32::from(letter);
        SCRIPTS.iter().find(|script| script.letters.iter().any(|(first, last)| (*first..=*last).contains(&number)))
    };
    letters.chars().find_map(of).map_or("fonts-noto", |script| script.package)
}

#[cfg(test)]
mod tests {
    use super::package;

    #[test]
    fn a_script_has_its_package() {
        for (letters, expected) in [("مرحبا", "fonts-noto-core"), ("你好", "fonts-noto-cjk"), ("ༀ", "fonts-noto")]
        {
            assert_eq!(package(letters), expected);
        }
    }
}

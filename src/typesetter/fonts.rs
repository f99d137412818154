//! Fonts for print: Noto Sans is embedded, so that Italian always prints; other scripts use fonts of the system.

use std::path::{Path, PathBuf};

use typst::foundations::Bytes;
use typst::text::Font;
use walkdir::WalkDir;

use crate::files::{MAX_FONT_BYTES, read_named_file};

/// Font folders of Linux systems.
const SYSTEM_FONT_FOLDERS: [&str; 2] = ["/usr/share/fonts", "/usr/local/share/fonts"];

/// A script: range of characters, prefixes of its font files, Debian package.
struct Script {
    letters: &'static [(u32, u32)],
    files: &'static [&'static str],
    package: &'static str,
    /// Languages that need it; empty means always loaded, for words quoted in other languages.
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
    // Forty megabytes: loaded only for languages written in it.
    Script {
        letters: &[(0x2e80, 0xa4cf), (0xf900, 0xfaff), (0xff00, 0xffef), (0x20000, 0x2ffff)],
        files: &["NotoSansCJK-", "DroidSansFallback"],
        package: "fonts-noto-cjk",
        languages: &["zh", "ja", "ko"],
    },
];

/// A font file that was found but not read yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FontFile {
    path: PathBuf,
    pub(super) name: String,
    pub(super) length: u64,
}

/// Finds the font files that some languages need.
pub(super) fn find_fonts(languages: &[String]) -> Vec<FontFile> {
    let wanted: Vec<&str> = SCRIPTS
        .iter()
        .filter(|script| {
            script.languages.is_empty() || languages.iter().any(|own| script.languages.contains(&own.as_str()))
        })
        .flat_map(|script| script.files)
        .copied()
        .collect();
    SYSTEM_FONT_FOLDERS.iter().flat_map(|folder| find_font_files(Path::new(folder), &wanted)).collect()
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

/// Loads fonts, the embedded ones first.
pub(super) fn load_fonts(found: &[FontFile]) -> Vec<Font> {
    let embedded = [notosans::REGULAR_TTF, notosans::BOLD_TTF];
    let mut fonts: Vec<Font> = embedded.into_iter().flat_map(|bytes| Font::iter(Bytes::new(bytes))).collect();
    let system = found.iter().filter_map(|file| read_named_file(&file.path, MAX_FONT_BYTES).ok());
    fonts.extend(system.flat_map(|bytes| Font::iter(Bytes::new(bytes)).collect::<Vec<_>>()));
    fonts
}

/// Debian package with fonts for the characters of a text.
pub(super) fn font_package(letters: &str) -> &'static str {
    let of = |letter: char| {
        let number = u32::from(letter);
        SCRIPTS.iter().find(|script| script.letters.iter().any(|(first, last)| (*first..=*last).contains(&number)))
    };
    letters.chars().find_map(of).map_or("fonts-noto", |script| script.package)
}

#[cfg(test)]
mod tests {
    use super::font_package;

    #[test]
    fn a_script_has_its_package() {
        for (letters, expected) in [("مرحبا", "fonts-noto-core"), ("你好", "fonts-noto-cjk"), ("ༀ", "fonts-noto")]
        {
            assert_eq!(font_package(letters), expected);
        }
    }
}

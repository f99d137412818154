//! Fonts for print: Noto Sans is embedded, so that Italian always prints; letters of other scripts use the system's fonts,
//! which are read when the first sheet has such letters.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use unicode_script::{Script, UnicodeScript};
use walkdir::WalkDir;

use crate::board::{Fingerprint, fingerprint};
use crate::files::{MAX_FONT_BYTES, read_named_file};

/// Font folders of Linux and macOS.
const SYSTEM_FOLDERS: [&str; 3] = ["/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts"];
/// The same below the user's own folder.
const USER_FOLDERS: [&str; 3] = [".fonts", ".local/share/fonts", "Library/Fonts"];
/// Families of Arabic letters; Urdu is written in Nastaliq.
const ARABIC: [&str; 3] = ["NotoSansArabic", "NotoNaskhArabic", "NotoNastaliqUrdu"];
/// Families of Chinese, Japanese and Korean letters.
const EAST_ASIAN: [&str; 7] = [
    "NotoSansCJK",
    "NotoSansSC",
    "NotoSansTC",
    "NotoSansJP",
    "NotoSansKR",
    "DroidSansFallback",
    "DroidSansFallbackFull",
];

/// A font file of the system, read when it is needed.
#[derive(Debug)]
struct FontFile {
    path: PathBuf,
    name: String,
    length: u64,
    fonts: OnceLock<Vec<Font>>,
}

impl FontFile {
    /// Its family: the name without weight, axes and suffix.
    fn family(&self) -> &str {
        self.name.split(['-', '[', '.']).next().unwrap_or_default()
    }

    fn fonts(&self) -> &[Font] {
        let read = || read_named_file(&self.path, MAX_FONT_BYTES).map(|bytes| Font::iter(Bytes::new(bytes)).collect());
        self.fonts.get_or_init(|| read().unwrap_or_default())
    }
}

/// The fonts of a sheet.
pub(super) struct Typefaces {
    pub(super) book: LazyHash<FontBook>,
    pub(super) fonts: Vec<Font>,
}

impl Typefaces {
    fn new<'f>(files: impl Iterator<Item = &'f FontFile>) -> Self {
        let embedded = [notosans::REGULAR_TTF, notosans::BOLD_TTF];
        let mut fonts: Vec<Font> = embedded.into_iter().flat_map(|bytes| Font::iter(Bytes::new(bytes))).collect();
        fonts.extend(files.flat_map(FontFile::fonts).cloned());
        Self { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
    }

    /// Whether a font has a character.
    pub(super) fn has(&self, character: char) -> bool {
        self.fonts.iter().any(|font| font.info().coverage.contains(u32::from(character)))
    }
}

/// All fonts that sheets may use.
pub(super) struct Fonts {
    files: Vec<FontFile>,
    /// Family that the board asks for, as in names of files: without spaces.
    own: Option<String>,
    /// Fonts of the sheets so far, by the names of their scripts.
    chosen: Mutex<BTreeMap<BTreeSet<&'static str>, Arc<Typefaces>>>,
}

impl Fonts {
    /// Finds the regular and bold fonts of Noto, the font that older systems have for Chinese, and the family that a board
    /// asks for.
    pub(super) fn find(family: Option<&str>) -> Self {
        let own = family.map(|family| family.replace(' ', ""));
        let user = std::env::home_dir().into_iter().flat_map(|home| USER_FOLDERS.map(|folder| home.join(folder)));
        let folders = SYSTEM_FOLDERS.iter().map(PathBuf::from).chain(user);
        let files = folders.flat_map(|folder| find_font_files(&folder, own.as_deref())).collect();
        Self { files, own, chosen: Mutex::default() }
    }

    /// Whether the family that the board asks for is there.
    pub(super) fn has_own(&self) -> bool {
        self.files.iter().any(|file| Some(file.family()) == self.own.as_deref())
    }

    #[cfg(test)]
    pub(super) fn leave_out(&mut self, family: &str) {
        self.files.retain(|file| file.family() != family);
    }

    /// Fingerprint of the files' names and lengths.
    pub(super) fn fingerprint(&self) -> Fingerprint {
        let lengths: Vec<[u8; 8]> = self.files.iter().map(|font| font.length.to_le_bytes()).collect();
        fingerprint(
            self.files.iter().zip(&lengths).flat_map(|(font, length)| [font.name.as_bytes(), length.as_slice()]),
        )
    }

    /// The fonts for the letters of a text.
    pub(super) fn choose(&self, text: &str) -> Arc<Typefaces> {
        let scripts: BTreeSet<&str> = text.chars().filter_map(script_beyond_embedded).map(Script::full_name).collect();
        let mut chosen = self.chosen.lock().unwrap_or_else(PoisonError::into_inner);
        let files = || {
            let families = scripts.iter().flat_map(|script| self.families_of(script));
            let names: BTreeSet<&str> = families.chain(self.own.as_deref()).collect();
            self.files.iter().filter(move |file| names.contains(file.family()))
        };
        Arc::clone(chosen.entry(scripts.clone()).or_insert_with(|| Arc::new(Typefaces::new(files()))))
    }

    /// Families that are found for a script; one with serifs only if there is no other.
    fn families_of(&self, script: &str) -> Vec<&str> {
        let name = script.replace('_', "");
        let found = |wanted: &dyn Fn(&str) -> bool| -> Vec<&str> {
            self.files.iter().map(FontFile::family).filter(|family| wanted(family)).collect()
        };
        let of_style = |style: &str| {
            found(&|family| family.strip_prefix(style).is_some_and(|rest| rest.eq_ignore_ascii_case(&name)))
        };
        match script {
            "Arabic" => found(&|family| ARABIC.contains(&family)),
            "Han" | "Hiragana" | "Katakana" | "Hangul" | "Bopomofo" => found(&|family| EAST_ASIAN.contains(&family)),
            _ => [of_style("NotoSans"), of_style("NotoSerif")]
                .into_iter()
                .find(|found| !found.is_empty())
                .unwrap_or_default(),
        }
    }
}

/// Script of a letter, unless the embedded font has it.
fn script_beyond_embedded(letter: char) -> Option<Script> {
    let known = |script: &Script| {
        !matches!(
            script,
            Script::Common | Script::Inherited | Script::Unknown | Script::Latin | Script::Greek | Script::Cyrillic
        )
    };
    (!letter.is_ascii()).then(|| letter.script()).filter(known)
}

fn find_font_files(folder: &Path, own: Option<&str>) -> Vec<FontFile> {
    let files = WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok);
    let file = |entry: walkdir::DirEntry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        let family = ["Noto", "DroidSansFallback"].into_iter().chain(own).any(|family| name.starts_with(family));
        // Static fonts, one with axes, or one whose name says no weight.
        let weight =
            ["-Regular.", "-Bold.", "-VF.", "["].iter().any(|weight| name.contains(weight)) || !name.contains('-');
        let suffix = [".ttf", ".otf", ".ttc"].iter().any(|suffix| name.ends_with(suffix));
        let length = entry.metadata().ok()?.len();
        (family && weight && suffix).then(|| FontFile { path: entry.into_path(), name, length, fonts: OnceLock::new() })
    };
    files.filter_map(file).collect()
}

/// Debian package with fonts for the letters of a text.
pub(super) fn font_package(letters: &str) -> &'static str {
    match letters.chars().find_map(script_beyond_embedded) {
        Some(Script::Han | Script::Hiragana | Script::Katakana | Script::Hangul | Script::Bopomofo) => "fonts-noto-cjk",
        _ => "fonts-noto-core",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fonts_of(names: &[&str]) -> Fonts {
        let file = |name: &&str| FontFile {
            path: PathBuf::new(),
            name: (*name).to_owned(),
            length: 0,
            fonts: OnceLock::new(),
        };
        Fonts { files: names.iter().map(file).collect(), own: None, chosen: Mutex::default() }
    }

    #[test]
    fn script_has_its_package() {
        for (letters, expected) in [("مرحبا", "fonts-noto-core"), ("你好", "fonts-noto-cjk"), ("ༀ", "fonts-noto-core")]
        {
            assert_eq!(font_package(letters), expected);
        }
    }

    #[test]
    fn families_of_a_script_are_found_by_name() {
        let fonts = fonts_of(&[
            "NotoSansArabic[wdth,wght].ttf",
            "NotoNastaliqUrdu-Bold.ttf",
            "DroidSansFallbackFull.ttf",
            "NotoSansSC-Regular.otf",
            "NotoSansNKo-Regular.ttf",
            "NotoSansOlChiki-Regular.ttf",
            "NotoSerifTibetan-Regular.ttf",
            "NotoSansGeorgian-Regular.ttf",
            "NotoSerifGeorgian-Regular.ttf",
            "NotoSansTifinaghAPT-Regular.ttf",
            "NotoSansTifinagh-Regular.ttf",
        ]);
        for (letter, expected) in [
            ('م', &["NotoSansArabic", "NotoNastaliqUrdu"][..]),
            ('中', &["DroidSansFallbackFull", "NotoSansSC"]),
            ('ߒ', &["NotoSansNKo"]),
            ('ᱚ', &["NotoSansOlChiki"]),
            ('ཀ', &["NotoSerifTibetan"]),
            ('ქ', &["NotoSansGeorgian"]),
            ('ⴰ', &["NotoSansTifinagh"]),
            ('ก', &[]),
        ] {
            let script = script_beyond_embedded(letter).unwrap().full_name();
            assert_eq!(fonts.families_of(script), expected, "{letter}");
        }
        assert!(script_beyond_embedded('ж').is_none());
    }
}

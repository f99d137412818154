//! What is wrong with a board's own theme, found before anything is made with it.

use std::ops::Range;
use std::path::Path;

use crate::board::{LoadedBoard, Problem, ProblemKind};
use crate::config::{self, Config};
use crate::error::Error;
use crate::locale::Locales;
use crate::source::Source;
use crate::templates::find_template_faults;
use crate::theme::{DEFAULT_NAME, Theme, ThemeFault, Unusable, Unused, list_theme_folders};
use crate::typesetter::{find_sheet_faults, has_family};

/// Adds what is wrong with the theme of a board to the problems found while loading it. A board without files of its own
/// costs nothing.
pub fn add_theme_faults(loaded: &mut LoadedBoard) {
    let (config, root) = (&loaded.board.config, &loaded.board.root);
    let theme = match Theme::of_board(root, config) {
        Ok(theme) => theme,
        Err(error) => {
            let kind = ProblemKind::Theme(Unusable::NoFolder(Box::new(error)).into());
            let place = find_key(config, "bacheca", "tema");
            loaded.problems.push(Problem::new(config::FILE, place, kind));
            return;
        }
    };
    let languages = &config.bacheca.lingue;
    let mut problems = find_missing_languages(&theme, config);
    if let Some(family) = theme.print_family().filter(|family| !has_family(family)) {
        let problem = Unused::NoFont { family: family.to_owned() };
        let place = find_key(config, "aspetto", "carattere_stampa");
        problems.push(Problem::new(config::FILE, place, ProblemKind::Theme(problem.into())));
    }
    problems.extend(find_unnamed_months(&theme, config));
    problems.extend(find_unnamed_folders(root, config));
    let mut faults = theme.find_text_faults(languages);
    faults.extend(theme.find_unread_files(languages));
    if theme.own_files().next().is_some() {
        faults.extend(find_template_faults(&theme));
        faults.extend(find_sheet_faults(&theme).unwrap_or_else(|error| vec![misnamed(&theme, &error)]));
    }
    let mut sources: Vec<Source> = Vec::new();
    for ThemeFault { path, span, problem } in faults {
        let file = theme.path_on_board(&path);
        if !sources.iter().any(|source| source.path == file) {
            sources.push(Source { path: file.clone(), text: theme.text(&path).to_owned() });
        }
        problems.push(Problem::new(&file, span, ProblemKind::Theme(problem)));
    }
    loaded.problems.extend(problems);
    loaded.unreadable.extend(sources);
}

/// Languages of the board without texts.
fn find_missing_languages(theme: &Theme, config: &Config) -> Vec<Problem> {
    let known = theme.languages();
    let missing = config.bacheca.lingue.iter().filter(|code| !known.contains(&code.as_str()));
    let problems = missing.map(|code| {
        let known = known.iter().map(|code| (*code).to_owned()).collect();
        let problem = Unusable::NoTexts { code: code.clone(), known };
        Problem::new(config::FILE, config.find_word(&format!("\"{code}\"")), ProblemKind::Theme(problem.into()))
    });
    problems.collect()
}

/// Folders in `themes/` of a board that names no theme of its own.
fn find_unnamed_folders(root: &Path, config: &Config) -> Vec<Problem> {
    if config.bacheca.tema != DEFAULT_NAME {
        return Vec::new();
    }
    let folders = list_theme_folders(root).into_iter().filter(|folder| folder != DEFAULT_NAME);
    let place = find_key(config, "bacheca", "tema");
    let problem = |folder| ProblemKind::Theme(Unused::NotNamed { folder }.into());
    folders.map(|folder| Problem::new(config::FILE, place.clone(), problem(folder))).collect()
}

/// Languages of the board's own theme of which ICU does not know the names of months.
fn find_unnamed_months(theme: &Theme, config: &Config) -> Vec<Problem> {
    let is_own = |code: &&String| Theme::embedded_text(&format!("i18n/{code}.ftl")).is_none();
    let mut problems = Vec::new();
    for code in config.bacheca.lingue.iter().filter(is_own) {
        // Texts that cannot be read are reported with their lines.
        let Ok(locales) = Locales::load(theme, std::slice::from_ref(code)) else { continue };
        if !locales.board_locale().has_month_names() {
            let problem = Unused::NoMonthNames { code: code.clone() };
            let place = config.find_word(&format!("\"{code}\""));
            problems.push(Problem::new(config::FILE, place, ProblemKind::Theme(problem.into())));
        }
    }
    problems
}

/// A file that cannot be a file of Typst because of its name.
fn misnamed(theme: &Theme, error: &Error) -> ThemeFault {
    let path = theme.own_files().find(|(path, _)| path.ends_with(".typ")).map_or("", |(path, _)| path);
    ThemeFault::new(path, 0..0, Unusable::Template { cause: error.to_string() })
}

/// Bytes of the value of a key of a table.
fn find_key(config: &Config, table: &str, key: &str) -> Range<usize> {
    config.source.as_ref().map_or(0..0, |source| config::find_value(&source.text, table, key))
}

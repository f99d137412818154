//! The sets of data that a board publishes, and the files of each.

use std::sync::Arc;

use chrono::NaiveDate;

use super::super::data_file::DataFile;
use super::super::linked_data::{Object, Resource};
use super::days::{desk_days, item_days};
use crate::board::Item;
use crate::model::Kind;
use crate::publish::RenderContext;
use crate::publish::shared::addresses::{
    CONTACT_POINT_TABLE_PATH, CONTACT_POINTS_PATH, DATA_PATH, DIRECTORY_PATH, FIGURES_PATH, GLOSSARY_PAGE_PATH,
    GLOSSARY_TABLE_PATH, POINT_MAP_PATH, STATISTICS_PATH, TABLE_PATH,
};

/// A set of data.
pub(super) struct DataSet {
    /// Its name in identifiers.
    pub(super) name: &'static str,
    /// Its name in titles.
    pub(super) title: &'static str,
    /// What is in it, in Italian.
    pub(super) description: &'static str,
    /// Codes of its themes in the EU's vocabulary.
    pub(super) themes: &'static [&'static str],
    /// Words by which portals find it.
    pub(super) keywords: Vec<String>,
    /// Languages of its texts.
    pub(super) languages: Vec<String>,
    /// Day of the first publication, if it is known.
    pub(super) issued: Option<NaiveDate>,
    /// Days that it tells of.
    pub(super) days: Vec<NaiveDate>,
    /// Page with the same for readers, below the site's root.
    pub(super) page: &'static str,
    files: &'static [FileFormat],
}

/// A file of a set.
pub(super) struct FileFormat {
    path: &'static str,
    /// Code of its format in the EU's table.
    pub(super) code: &'static str,
    /// IANA media type.
    pub(super) media_type: &'static str,
    /// What the file is for, in Italian.
    pub(super) description: &'static str,
    /// What it follows besides its format.
    pub(super) specification: Option<Specification>,
}

/// A specification that a file follows.
pub(super) struct Specification {
    pub(super) name: &'static str,
    url: &'static str,
}

impl Specification {
    /// The specification as portals know it.
    pub(super) fn resource(&self) -> Resource {
        Resource::new(self.url, &["dct:Standard", "dcatapit:Standard"])
            .with("dct:identifier", Object::Plain(self.name.to_owned()))
            .with("dct:title", Object::text(self.name, "en"))
    }
}

const ITEM_FILES: &[FileFormat] = &[
    FileFormat {
        path: DATA_PATH,
        code: "JSON",
        media_type: "application/json",
        description: "Tutti gli annunci con tutti i campi, i testi e le traduzioni.",
        specification: None,
    },
    FileFormat {
        path: TABLE_PATH,
        code: "CSV",
        media_type: "text/csv",
        description: "Una riga per annuncio, per i fogli di calcolo: punto e virgola, UTF-8.",
        specification: None,
    },
];

const CONTACT_POINT_FILES: &[FileFormat] = &[
    FileFormat {
        path: CONTACT_POINTS_PATH,
        code: "JSON",
        media_type: "application/json",
        description: "Gli sportelli con indirizzo, orari, lingue e contatti.",
        specification: None,
    },
    FileFormat {
        path: CONTACT_POINT_TABLE_PATH,
        code: "CSV",
        media_type: "text/csv",
        description: "Una riga per sportello, per i fogli di calcolo: punto e virgola, UTF-8.",
        specification: None,
    },
    FileFormat {
        path: DIRECTORY_PATH,
        code: "JSON",
        media_type: "application/json",
        description: "Gli sportelli come elenco di servizi, per i programmi che leggono Open Referral.",
        specification: Some(Specification { name: "HSDS 3.0", url: "https://docs.openreferral.org/en/3.0/" }),
    },
    FileFormat {
        path: POINT_MAP_PATH,
        code: "GEOJSON",
        media_type: "application/geo+json",
        description: "Gli sportelli come punti di una mappa.",
        specification: None,
    },
];

const GLOSSARY_FILES: &[FileFormat] = &[FileFormat {
    path: GLOSSARY_TABLE_PATH,
    code: "CSV",
    media_type: "text/csv",
    description: "Una riga per parola, con la spiegazione in ogni lingua.",
    specification: None,
}];

const STATISTICS_FILES: &[FileFormat] = &[FileFormat {
    path: STATISTICS_PATH,
    code: "JSON",
    media_type: "application/json",
    description: "I conti di oggi: annunci, giorni per decidere, lingue, sportelli, post e iscritti.",
    specification: None,
}];

/// Files of a set that are published.
pub(super) type PublishedFiles = Vec<(&'static FileFormat, Arc<DataFile>)>;

/// The sets of data of a board.
pub(super) struct DataSets(Vec<DataSet>);

impl DataSets {
    /// The announcements and, if there are any, the contact points and the glossary.
    pub(super) fn new(context: &RenderContext) -> Self {
        let board = &context.board;
        let config = &board.config.bacheca;
        let town = board.config.territorio.citta.iter().cloned();
        let keywords = |words: &[&str]| -> Vec<String> {
            words.iter().map(|word| (*word).to_owned()).chain(town.clone()).collect()
        };
        let kinds = Kind::ALL.into_iter().filter(|kind| board.published().any(|item| item.kind() == *kind));
        let kinds = kinds.map(|kind| context.locales.board_locale().kind_list_name(kind).to_owned());
        let is_used = |language: &&String| {
            **language == config.lingua || board.published().any(|item| item.translation(language).is_some())
        };
        let items = DataSet {
            name: "opportunita",
            title: "opportunità",
            description: "Gli annunci della bacheca, aperti e chiusi: per chi, quando, dove, quanto costa, come si partecipa ed entro quando.",
            themes: &["SOCI", "EDUC", "JUST"],
            keywords: kinds.chain(keywords(&["opportunità", "migranti", "rifugiati"])).collect(),
            languages: config.lingue.iter().filter(is_used).cloned().collect(),
            issued: board.published().filter_map(Item::published_on).filter(|day| *day <= board.today).min(),
            days: board.published().flat_map(item_days).collect(),
            page: "archivio/",
            files: ITEM_FILES,
        };
        let contact_points = board.published_contact_points().next().is_some().then(|| DataSet {
            name: "sportelli",
            title: "sportelli",
            description: "Dove si trova aiuto: sportelli, scuole, ambulatori e centri con indirizzo, orari, lingue parlate e contatti.",
            themes: &["SOCI", "HEAL", "JUST"],
            keywords: keywords(&["sportelli", "servizi", "migranti", "rifugiati"]),
            languages: vec![config.lingua.clone()],
            issued: None,
            days: desk_days(board).collect(),
            page: "sportelli/",
            files: CONTACT_POINT_FILES,
        });
        let glossary = board.glossary.as_deref().map(|glossary| {
            let has = |language: &&String| **language == config.lingua || glossary.has_language(language);
            DataSet {
                name: "glossario",
                title: "glossario",
                description: "Le parole degli uffici spiegate con parole facili, in più lingue.",
                themes: &["SOCI", "EDUC"],
                keywords: keywords(&["glossario", "italiano", "traduzioni"]),
                languages: config.lingue.iter().filter(has).cloned().collect(),
                issued: None,
                days: Vec::new(),
                page: GLOSSARY_PAGE_PATH,
                files: GLOSSARY_FILES,
            }
        });
        let figures = DataSet {
            name: "numeri",
            title: "numeri",
            description: "La bacheca in numeri: annunci aperti e chiusi per tipo, zona, ente e mese. Niente su chi legge.",
            themes: &["SOCI", "GOVE"],
            keywords: keywords(&["statistiche", "migranti", "rifugiati"]),
            languages: vec![config.lingua.clone()],
            issued: None,
            days: vec![board.today],
            page: FIGURES_PATH,
            files: STATISTICS_FILES,
        };
        Self([Some(items), contact_points, glossary, Some(figures)].into_iter().flatten().collect())
    }

    /// The sets with those of their files that are published.
    pub(super) fn with_files(self, published: &[Arc<DataFile>]) -> Vec<(DataSet, PublishedFiles)> {
        let find = |format: &'static FileFormat| {
            let file = published.iter().find(|file| file.path == format.path)?;
            Some((format, Arc::clone(file)))
        };
        let with_files = |set: DataSet| {
            let files = set.files.iter().filter_map(find).collect();
            (set, files)
        };
        self.0.into_iter().map(with_files).collect()
    }
}

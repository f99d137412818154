//! Description of the data for open data portals, by DCAT-AP 3 and DCAT-AP_IT 2: what they require and what they recommend, as
//! far as the board knows it. What it cannot know is in `[dati]` of `site.toml`, or left out.

mod agents;
mod codes;
mod days;
mod sets;
mod territory;

use std::sync::Arc;

use self::agents::{contact_point, publisher, publisher_id};
use self::codes::{AUTHORITY_URL, concept, frequency, language_code, theme};
use self::days::{Days, day, desk_days, item_days};
use self::sets::{DataSet, DataSets, FileFormat};
use self::territory::territory;
use super::data_file::DataFile;
use super::linked_data::{Object, Resource};
use crate::board::{Board, Item, Written};
use crate::error::Error;
use crate::publish::shared::addresses::CATALOGUE_PATH;
use crate::publish::{RenderContext, Sink};

/// Licence of the content.
const LICENCE_URL: &str = "https://creativecommons.org/licenses/by/4.0/";

/// Builds the catalogue of the files that the board has.
///
/// # Errors
/// A file that cannot be written.
pub(super) fn build_catalogue(
    context: &RenderContext,
    files: &[Arc<DataFile>],
    sink: &dyn Sink,
) -> Result<Resource, Error> {
    let writer = CatalogueWriter { context, board: &context.board, sink };
    let board = writer.board;
    let config = &board.config.bacheca;
    let sets = DataSets::new(context).with_files(files);
    let datasets = sets.into_iter().map(|(set, files)| writer.dataset(&set, &files)).collect::<Result<Vec<_>, _>>()?;
    let days = Days::of(board.published().flat_map(item_days).chain(desk_days(board)), board.today);
    let published = board.published().filter_map(Item::published_on).filter(|day| *day <= board.today).min();
    let home = Resource::new(&config.indirizzo, &["foaf:Document"]);
    let themes = format!("{AUTHORITY_URL}data-theme");
    let catalogue = Resource::new(board.url(CATALOGUE_PATH), &["dcat:Catalog", "dcatapit:Catalog"])
        .with("dct:title", writer.text(&config.nome))
        .with("dct:description", writer.text(description(board)))
        .with("dct:publisher", publisher(board))
        .with_all("dct:issued", published.map(day))
        .with("dct:modified", day(days.last))
        .with_all("dct:language", languages(&config.lingue))
        .with("dct:license", licence())
        .with_all("dct:spatial", territory(board))
        .with("foaf:homepage", home)
        .with(
            "dcat:themeTaxonomy",
            Resource::new(themes, &["skos:ConceptScheme"]).with("dct:title", Object::text("Data theme", "en")),
        )
        .with_all("dcat:dataset", datasets);
    Ok(catalogue)
}

struct CatalogueWriter<'c> {
    context: &'c RenderContext,
    board: &'c Board,
    sink: &'c dyn Sink,
}

impl CatalogueWriter<'_> {
    /// A text in the board's own language.
    fn text(&self, text: &str) -> Object {
        Object::text(text, &self.board.config.bacheca.lingua)
    }

    fn dataset(&self, set: &DataSet, files: &[(&'static FileFormat, Arc<DataFile>)]) -> Result<Resource, Error> {
        let board = self.board;
        let config = &board.config.bacheca;
        let title = format!("{}: {}", config.nome, set.title);
        let id = format!("{}#{}", board.url(CATALOGUE_PATH), set.name);
        let days = Days::of(set.days.iter().copied(), board.today);
        let distributions = files.iter().map(|(format, file)| self.distribution(&title, format, file, &days));
        let access = format!("{AUTHORITY_URL}access-right/PUBLIC");
        let dataset = Resource::new(&id, &["dcat:Dataset", "dcatapit:Dataset"])
            .with("dct:identifier", Object::Plain(format!("{}{}", config.indirizzo, set.name)))
            .with("dct:title", self.text(&title))
            .with("dct:description", Object::text(set.description, "it"))
            .with_all("dct:issued", set.issued.map(day))
            .with("dct:modified", day(days.last))
            .with("dct:publisher", Object::reference(publisher_id(board)))
            .with("dct:rightsHolder", Object::reference(publisher_id(board)))
            .with_all("dcat:contactPoint", contact_point(board))
            .with("dct:accrualPeriodicity", frequency())
            .with("dct:accessRights", Resource::new(access, &["dct:RightsStatement"]))
            .with_all("dcat:theme", set.themes.iter().map(|code| theme(code)))
            .with_all("dcat:keyword", set.keywords.iter().map(|word| self.text(word)))
            .with_all("dct:language", languages(&set.languages))
            .with_all("dct:spatial", territory(board))
            .with("dct:temporal", days.period(format!("{id}-periodo")))
            .with("dcat:landingPage", Resource::new(board.url(set.page), &["foaf:Document"]));
        Ok(dataset.with_all("dcat:distribution", distributions.collect::<Result<Vec<_>, _>>()?))
    }

    fn distribution(&self, title: &str, format: &FileFormat, file: &DataFile, days: &Days) -> Result<Resource, Error> {
        let url = self.board.url(file.path);
        let Written { bytes, sum } = file.written(self.context, self.sink)?;
        let name = format.specification.as_ref().map_or(format.code, |specification| specification.name);
        let algorithm = Resource::new("spdx:checksumAlgorithm_sha256", &["spdx:ChecksumAlgorithm"]);
        let checksum = Resource::new(format!("{url}#sha256"), &["spdx:Checksum"])
            .with("spdx:algorithm", algorithm)
            .with("spdx:checksumValue", Object::Typed(sum, "xsd:hexBinary"));
        let availability = concept(format!("{AUTHORITY_URL}planned-availability/STABLE"), "stable", "en");
        let media_type = format!("https://www.iana.org/assignments/media-types/{}", format.media_type);
        let file_type = format!("{AUTHORITY_URL}file-type/{}", format.code);
        let distribution = Resource::new(&url, &["dcat:Distribution", "dcatapit:Distribution"])
            .with("dct:title", self.text(&format!("{title} ({name})")))
            .with("dct:description", Object::text(format.description, "it"))
            .with("dcat:accessURL", Object::reference(&url))
            .with("dcat:downloadURL", Object::reference(&url))
            .with("dct:format", Resource::new(file_type, &["dct:MediaTypeOrExtent"]))
            .with("dcat:mediaType", Resource::new(media_type, &["dct:MediaType"]))
            .with("dcat:byteSize", Object::Typed(bytes.to_string(), "xsd:nonNegativeInteger"))
            .with("spdx:checksum", checksum)
            .with("dcatap:availability", availability)
            .with("dct:modified", day(days.last))
            .with("dct:license", licence());
        Ok(distribution.with_all("dct:conformsTo", format.specification.as_ref().map(sets::Specification::resource)))
    }
}

/// The languages that the EU's table has.
fn languages(codes: &[String]) -> Vec<Resource> {
    let known = codes.iter().filter_map(|code| language_code(code));
    known.map(|code| Resource::new(format!("{AUTHORITY_URL}language/{code}"), &["dct:LinguisticSystem"])).collect()
}

/// The licence of the content, with the title by which CKAN knows it.
fn licence() -> Resource {
    Resource::new(LICENCE_URL, &["dct:LicenseDocument", "dcatapit:LicenseDocument"])
        .with("dct:type", concept("http://purl.org/adms/licencetype/Attribution", "Attribution", "en"))
        .with("dct:title", Object::text("Creative Commons Attribution", "en"))
        .with("foaf:name", Object::text("Creative Commons Attribuzione 4.0 Internazionale (CC BY 4.0)", "it"))
        .with("owl:versionInfo", Object::Plain("4.0".to_owned()))
}

/// The board's description, or its name if it has none: the profile requires a description.
fn description(board: &Board) -> &str {
    let config = &board.config.bacheca;
    if config.descrizione.is_empty() { &config.nome } else { &config.descrizione }
}

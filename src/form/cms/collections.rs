//! Collections of a CMS: folders of files, and the fields of each.

use serde_json::{Value as Json, json};

use super::fields::Fields;
use super::{Cms, ORGANISATIONS};
use crate::board::Board;
use crate::diagnostic::{MessageLanguage, StaticText, text};
use crate::form::{Describer, FormField, condition};
use crate::locale::{Locales, key};
use crate::model::{
    COMMON_FIELDS, ContactPoint, EDITORS_FIELDS, Field, Kind, Opportunity, Organisation, Record, SINGLE_EDITION,
    Translation, kind_schema, record_schema,
};

/// Label of the text below the facts.
const BODY: StaticText = text("Testo", "Text");
const BODY_OF_CONTACT_POINT: StaticText =
    text("In due frasi: che cos'è e per chi", "In two sentences: what it is and for whom");
/// Fields that a CMS does not show: the program writes them into a file of their own.
const WRITTEN_ELSEWHERE: [&str; 1] = ["pubblicazioni"];

/// The collections of a board: announcements by kind, translations, organisations, contact points.
pub(super) fn list_collections(board: &Board, locales: &Locales, cms: Cms) -> Json {
    let language =
        if board.config.bacheca.lingua == "it" { MessageLanguage::Italian } else { MessageLanguage::English };
    let writer = Collections { board, locales, cms, language };
    let kinds = Kind::ALL.into_iter().map(|kind| writer.kind(kind));
    kinds.chain([writer.translations(), writer.organisations(), writer.contact_points()]).collect()
}

struct Collections<'b> {
    board: &'b Board,
    locales: &'b Locales,
    cms: Cms,
    language: MessageLanguage,
}

impl Collections<'_> {
    fn label(&self, label: StaticText) -> &'static str {
        label.in_language(self.language)
    }

    fn describer(&self, kind: Option<Kind>) -> Describer<'_> {
        Describer { for_editors: true, ..Describer::new(self.board, self.locales, kind, self.language) }
    }

    fn fields(&self) -> Fields {
        Fields { cms: self.cms, language: self.language }
    }

    /// Announcements of a kind.
    fn kind(&self, kind: Kind) -> Json {
        let describer = self.describer(Some(kind));
        let schema = kind_schema(kind);
        let is_required = |key: &str| {
            schema.get("required").and_then(Json::as_array).is_some_and(|keys| keys.iter().any(|one| one == key))
        };
        let writer = self.fields();
        let mut fields = vec![json!({"name": "tipo", "widget": "hidden", "default": kind.key()})];
        for field in fields_in_order(kind) {
            let when = condition(field.key, Opportunity::FIELDS);
            let value = schema.get("properties").and_then(|all| all.get(field.key));
            let described = value.and_then(|value| describer.field(field, value, is_required(field.key), when));
            let mut written = match described {
                Some(described) => writer.field(&described),
                None => writer.field_without_shape(field),
            };
            // What is new is not complete: it is a draft until an editor says otherwise.
            if let (Json::Object(map), "stato") = (&mut written, field.key) {
                map.insert("default".into(), "bozza".into());
            }
            fields.push(written);
        }
        fields.push(writer.body(self.label(BODY)));
        let locale = self.locales.board_locale();
        let sortable: Vec<&str> =
            ["titolo", "pubblicato", "scadenza"].into_iter().filter(|key| kind.has_field(key)).collect();
        let mut collection = json!({
            "name": kind.key(),
            "label": locale.kind_list_name(kind),
            "folder": "content/opportunita",
            "path": "{{year}}/{{slug}}",
            "filter": {"field": "tipo", "value": kind.key()},
            "identifier_field": "titolo",
            "slug": "{{titolo}}",
            "summary": "{{titolo}}",
            "sortable_fields": sortable,
            "media_folder": "",
            "public_folder": "",
        });
        self.complete(&mut collection, true, fields);
        collection
    }

    /// Translations beside their originals: `bacheca translate` makes them, with the version of the original.
    fn translations(&self) -> Json {
        let fields = self.record_fields::<Translation>(None);
        let mut collection = json!({
            "name": "traduzioni",
            "label": self.label(text("Traduzioni", "Translations")),
            "description": self.label(text(
                "Si comincia con «bacheca translate NOME LINGUA», che scrive il file; qui si rilegge e si corregge.",
                "They begin with `bacheca translate NAME LANGUAGE`, which writes the file; here they are read and corrected.",
            )),
            "folder": "content/opportunita",
            "path": "{{year}}/{{slug}}",
            "filter": match self.cms {
                Cms::Sveltia => json!({"field": "modo", "value": ["umana", "automatica"]}),
                Cms::Decap => json!({"field": "modo", "pattern": "umana|automatica"}),
            },
            "identifier_field": "titolo",
            "slug": "{{slug}}",
            "summary": "{{filename}}: {{titolo}}",
            "sortable_fields": ["titolo"],
        });
        self.complete(&mut collection, false, fields);
        collection
    }

    fn organisations(&self) -> Json {
        let fields = self.record_fields::<Organisation>(Some(BODY));
        let mut collection = json!({
            "name": ORGANISATIONS,
            "label": self.label(text("Enti", "Organisations")),
            "folder": "content/enti",
            "identifier_field": "nome",
            "slug": "{{nome}}",
            "summary": "{{nome}}",
            "sortable_fields": ["nome", "tipo", "verificato"],
        });
        self.complete(&mut collection, true, fields);
        collection
    }

    fn contact_points(&self) -> Json {
        let fields = self.record_fields::<ContactPoint>(Some(BODY_OF_CONTACT_POINT));
        let mut collection = json!({
            "name": "centri",
            "label": self.locales.board_locale().text(key::contact_points_title),
            "folder": "content/centri",
            "identifier_field": "nome",
            "slug": "{{nome}}",
            "summary": "{{nome}}",
            "sortable_fields": ["nome", "tipo", "verificato"],
        });
        self.complete(&mut collection, true, fields);
        collection
    }

    /// All fields of a record, and the text below them.
    fn record_fields<R: Record>(&self, body: Option<StaticText>) -> Vec<Json> {
        let describer = self.describer(None);
        let writer = self.fields();
        let schema = record_schema::<R>();
        let written = R::FIELDS.iter().map(|field| {
            let value = schema.get("properties").and_then(|all| all.get(field.key));
            let is_required = value.is_some_and(|value| value.get("description").is_some());
            let when = condition(field.key, R::FIELDS);
            let described = value.and_then(|value| describer.field(field, value, is_required, when));
            described.map_or_else(
                || writer.field_without_shape(field),
                // Nothing of it may be unknown: without it there is no such file.
                |described| writer.field(&FormField { none: None, unknown: None, ..described }),
            )
        });
        written.chain([writer.body(self.label(body.unwrap_or(BODY)))]).collect()
    }

    /// Adds what all collections have.
    fn complete(&self, collection: &mut Json, create: bool, fields: Vec<Json>) {
        if let Json::Object(map) = collection {
            map.insert("create".into(), create.into());
            // The name of a file is an address on somebody's wall.
            map.insert("delete".into(), false.into());
            map.insert("extension".into(), "md".into());
            map.insert("format".into(), "yaml-frontmatter".into());
            map.insert("editor".into(), json!({"preview": false}));
            map.insert("fields".into(), fields.into());
        }
    }
}

/// Fields of a kind: what is needed in the order of the guidelines, then what is its own, what any may have, what only
/// editors write. Those of a single edition stand before the list of several.
fn fields_in_order(kind: Kind) -> impl Iterator<Item = &'static Field> {
    let spec = kind.spec();
    let rank = move |key: &str| {
        if let Some(place) = spec.required.iter().position(|required| *required == key) {
            return (0, 2 * place + 1);
        }
        let editions = spec.required.iter().position(|required| *required == "edizioni");
        if let (true, Some(place)) = (SINGLE_EDITION.contains(&key), editions) {
            return (0, 2 * place);
        }
        let editors = EDITORS_FIELDS.contains(&key);
        (1 + usize::from(COMMON_FIELDS.contains(&key) || editors) + usize::from(editors), 0)
    };
    let is_shown = move |field: &&Field| {
        kind.has_field(field.key) && field.key != "tipo" && !WRITTEN_ELSEWHERE.contains(&field.key)
    };
    let mut fields: Vec<&Field> = Opportunity::FIELDS.iter().filter(is_shown).collect();
    fields.sort_by_key(|field| rank(field.key));
    fields.into_iter()
}

//! Fields that hold words rather than facts: a translation may say them in its language.

use super::placeholder::placeholder;
use crate::source::{Node, Yaml};

/// Paths of the fields, without the positions in lists.
const TEXT_FIELDS: &[&str] = &[
    "accesso",
    "accesso.testo",
    "accessibilita",
    "attestato",
    "attivita",
    "avvertenze",
    "azione_richiesta",
    "azione_richiesta.testo",
    "benefici",
    "benefici.testo",
    "candidatura.nota",
    "candidatura.oggetto",
    "contatti.nota",
    "contatti.orari",
    "conteggi.voce",
    "contratto.durata",
    "contratto.orario",
    "cosa_fare",
    "costo.agevolazione",
    "costo.causale",
    "costo.nota",
    "costi_amministrativi.causale",
    "costo.costi_amministrativi.causale",
    "cumulabile",
    "destinatari",
    "destinatari.accoglienza",
    "destinatari.altro",
    "destinatari.lavoro",
    "destinatari.nucleo",
    "destinatari.testo",
    "destinatari.titolo_studio",
    "documenti",
    "documenti.quando",
    "documenti.uno_di",
    "dopo",
    "edizioni.attestato",
    "edizioni.destinatari",
    "edizioni.destinatari.altro",
    "edizioni.destinatari.testo",
    "edizioni.luogo.accessibilita",
    "edizioni.luogo.mezzi",
    "edizioni.nome",
    "edizioni.nota",
    "fasi",
    "fasi.nome",
    "frequenza",
    "iscrizione.nota",
    "iscrizione.oggetto",
    "luogo.accessibilita",
    "luogo.mezzi",
    "mansioni",
    "obiettivi",
    "partner",
    "prima",
    "programma",
    "programma.chi",
    "programma.titolo",
    "requisiti",
    "retribuzione",
    "retribuzione.testo",
    "selezione",
    "servizi",
    "stage.dove",
    "turni",
];

/// Words of an item's fields, in the order of the file, each once: the path of its field and the text.
#[must_use]
pub fn text_fields(root: &Node<'_>) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    collect(root, "", &mut found);
    found
}

fn collect(node: &Node<'_>, path: &str, found: &mut Vec<(&'static str, String)>) {
    match &node.yaml {
        Yaml::Map(entries) => {
            for (key, value) in entries {
                let path = if path.is_empty() { key.text.to_string() } else { format!("{path}.{}", key.text) };
                collect(value, &path, found);
            }
        }
        Yaml::List(items) => items.iter().for_each(|item| collect(item, path, found)),
        Yaml::Scalar(text, _) => {
            let text = text.trim();
            let is_words = text.chars().any(char::is_alphabetic) && placeholder(text).is_none();
            let field = TEXT_FIELDS.iter().find(|field| **field == path).filter(|_| is_words);
            if let Some(field) = field.filter(|_| !found.iter().any(|(_, known)| known == text)) {
                found.push((field, text.to_owned()));
            }
        }
    }
}

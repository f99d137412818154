//! Comparison of a draft with what an editor would fill in, down to the leaves.

use std::collections::BTreeMap;

use bacheca::model::{Kind, Money};
use serde_json::{Map, Value as Json};

/// Fields that are never compared.
const NOT_COMPARED: [&str; 5] = ["titolo", "titolo_breve", "sintesi", "pubblicato", "immagine"];
/// Fields and parts of fields in words, compared by presence only.
const PROSE: [&str; 35] = [
    "mansioni",
    "requisiti",
    "obiettivi",
    "attivita",
    "cosa_fare",
    "programma",
    "selezione",
    "frequenza",
    "attestato",
    "servizi",
    "benefici",
    "turni",
    "prima",
    "dopo",
    "cumulabile",
    "avvertenze",
    "accessibilita",
    "partner",
    "territori",
    "conteggi",
    "fondo",
    "documenti",
    "testo",
    "nota",
    "causale",
    "agevolazione",
    "mezzi",
    "accoglienza",
    "altro",
    "nucleo",
    "lavoro",
    "titolo_studio",
    "durata",
    "orario",
    "allegati",
];
/// The same, by their whole path.
const PROSE_PATHS: [&str; 5] = ["contatti.orari", "luogo.nome", "nome", "dove", "stage.dove"];

/// A value at a path.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Leaf {
    pub(super) path: String,
    pub(super) value: String,
}

/// Verdict on a leaf.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    Right,
    Wrong,
    Missed,
}

/// Compares each leaf of a draft and of the right facts. `also` has other right values.
pub(super) fn compare(
    message: &str,
    draft: &Map<String, Json>,
    facts: &Map<String, Json>,
    also: &Map<String, Json>,
) -> Vec<(Leaf, Verdict)> {
    let (mut found, wanted, other) = (leaves(draft), leaves(facts), leaves(also));
    // What is to ask is not filled.
    found.retain(|_, value| value != "da chiedere");
    let kind = found.get("tipo").and_then(|kind| Kind::from_key(kind));
    let by_other_kind = other.get("tipo").is_some_and(|kind| found.get("tipo") == Some(kind));
    let has_field = |path: &str| {
        let key = path.split(['[', '.']).next().unwrap_or_default();
        !by_other_kind
            || kind.is_none_or(|kind| kind.has_field(key) || key == "iscrizione" && kind.has_field("candidatura"))
    };
    let is_fraud = facts.len() == 1;
    let words = normalise(message);
    let mut verdicts = Vec::new();
    let paths: std::collections::BTreeSet<&String> = found.keys().chain(wanted.keys()).collect();
    for path in paths {
        let (found_value, right) = (found.get(path), wanted.get(path));
        let verdict = match (found_value, right) {
            _ if !has_field(path) || path == "tipo" && is_fraud => continue,
            (Some(found), Some(right)) if found == right || is_prose(path) => Verdict::Right,
            (Some(found), _) if other.get(path) == Some(found) => {
                if right.is_none() {
                    continue;
                }
                Verdict::Right
            }
            (Some(found), None)
                if agrees(path, found, &other, found_elsewhere(path, found, &wanted, &other), &words, facts) =>
            {
                continue;
            }
            (Some(_), _) => Verdict::Wrong,
            (None, Some(_)) if path == "stato" => continue,
            (None, Some(right)) if right == "da chiedere" || found_elsewhere(path, right, &found, &found) => continue,
            (None, Some(right)) if is_alternative(path, &found, &other) => {
                let _ = right;
                continue;
            }
            (None, _) => Verdict::Missed,
        };
        let value = match (found_value, right) {
            (Some(found), Some(right)) if verdict == Verdict::Wrong => format!("{found} (right: {right})"),
            (found, right) => found.or(right).cloned().unwrap_or_default(),
        };
        verdicts.push((Leaf { path: path.clone(), value }, verdict));
    }
    verdicts
}

/// Whether a right entry of a list is not in the draft because the draft took the alternative list.
fn is_alternative(path: &str, found: &BTreeMap<String, String>, other: &BTreeMap<String, String>) -> bool {
    let Some((list, _)) = path.split_once('[') else { return false };
    let of_list = |leaves: &BTreeMap<String, String>| leaves.keys().any(|key| key.starts_with(&format!("{list}[")));
    of_list(other)
        && found.iter().any(|(key, value)| key.starts_with(&format!("{list}[")) && other.get(key) == Some(value))
}

/// Whether a phone or mailbox is the same in another field: of contacts and ways to apply.
fn found_elsewhere(
    path: &str,
    value: &str,
    wanted: &BTreeMap<String, String>,
    other: &BTreeMap<String, String>,
) -> bool {
    let in_ways = path.starts_with("iscrizione[");
    let value = if in_ways { path.split([':', ']']).nth(1).unwrap_or_default() } else { value };
    let within = |leaves: &BTreeMap<String, String>| {
        leaves.iter().any(|(key, known)| {
            if in_ways {
                key.starts_with("contatti.") && known.split(", ").any(|one| one == value)
            } else {
                key.starts_with("iscrizione[") && value.split(", ").any(|one| key.contains(one))
            }
        })
    };
    (in_ways || path.starts_with("contatti.")) && !value.is_empty() && (within(wanted) || within(other))
}

/// Whether a value that the right facts do not have does no harm.
fn agrees(
    path: &str,
    value: &str,
    other: &BTreeMap<String, String>,
    elsewhere: bool,
    message: &str,
    facts: &Map<String, Json>,
) -> bool {
    let asked = value == "da chiedere" || path == "stato" && value == "bozza";
    let prose = is_prose(path)
        && value
            .split([' ', ','])
            .filter(|word| word.len() > 3)
            .all(|word| message.contains(word.trim_end_matches(['a', 'e', 'i', 'o'])));
    let subject = path == "materia" && !facts.contains_key("materia");
    let one = path == "posti" && value == "1";
    // Each entry of a list that is right too.
    let listed =
        other.get(path).is_some_and(|known| value.split(", ").all(|one| known.split(", ").any(|other| other == one)));
    asked || prose || subject || one || listed || elsewhere
}

fn is_prose(path: &str) -> bool {
    let bare: String =
        path.split('.').map(|part| part.split('[').next().unwrap_or_default()).collect::<Vec<_>>().join(".");
    let last = bare.rsplit('.').next().unwrap_or_default();
    let first = bare.split('.').next().unwrap_or_default();
    PROSE.contains(&last)
        || PROSE.contains(&first)
        || PROSE_PATHS.iter().any(|prose| bare == *prose || bare.ends_with(&format!(".{prose}")))
        || bare == "accesso.da"
}

/// Leaves of facts: normalised values by path. Entries of `iscrizione` are named by their medium and address.
pub(super) fn leaves(facts: &Map<String, Json>) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for (key, value) in facts {
        let key = if key == "candidatura" { "iscrizione" } else { key };
        if !NOT_COMPARED.contains(&key) {
            add(key, value, &mut found);
        }
    }
    found
}

fn add(path: &str, value: &Json, found: &mut BTreeMap<String, String>) {
    match (path, value) {
        (_, Json::Object(map))
            if path == "date" && map.get("inizio") == map.get("fine") && map.contains_key("fine") =>
        {
            add(path, &map["inizio"], found);
        }
        (_, Json::Object(map)) => {
            for (part, value) in map {
                add(&format!("{path}.{part}"), value, found);
            }
        }
        ("iscrizione", Json::String(_)) => add_text(path, "canale", value, found),
        ("iscrizione", Json::Array(ways)) if ways.len() == 1 && ways[0].is_string() => {
            add_text(path, "canale", &ways[0], found);
        }
        (_, Json::Array(entries)) if entries.iter().any(Json::is_object) => {
            for (index, entry) in entries.iter().enumerate() {
                add_entry(path, index, entry, found);
            }
        }
        (_, Json::Array(entries)) => {
            let mut values: Vec<String> = entries.iter().map(|entry| leaf(path, entry)).collect();
            values.sort();
            found.insert(path.to_owned(), values.join(", "));
        }
        ("luogo", _) => add_text(path, "indirizzo", value, found),
        ("costo" | "contratto", _) => add_text(path, "tipo", value, found),
        ("destinatari", _) => add_text(path, "testo", value, found),
        _ => {
            found.insert(path.to_owned(), leaf(path, value));
        }
    }
    if path == "iscrizione"
        && let Json::Object(_) = value
    {
        found.retain(|key, _| !key.starts_with("iscrizione."));
        add_entry(path, 0, value, found);
    }
}

fn add_text(path: &str, part: &str, value: &Json, found: &mut BTreeMap<String, String>) {
    let text = leaf(path, value);
    let path = if text == "da chiedere" || text == "non previsto" { path.to_owned() } else { format!("{path}.{part}") };
    found.insert(path, text);
}

/// An entry of a list of maps.
fn add_entry(path: &str, index: usize, entry: &Json, found: &mut BTreeMap<String, String>) {
    let Json::Object(map) = entry else { return };
    let address =
        |keys: &[&str]| keys.iter().find_map(|key| map.get(*key).map(|value| leaf(key, value))).unwrap_or_default();
    if path == "iscrizione" {
        let channel = leaf("canale", &map["canale"]);
        let name = format!("{path}[{channel}:{}]", address(&["email", "url", "telefono", "indirizzo"]));
        found.insert(name.clone(), channel);
        for (part, value) in
            map.iter().filter(|(part, _)| !["canale", "email", "url", "telefono", "indirizzo"].contains(&part.as_str()))
        {
            add(&format!("{name}.{part}"), value, found);
        }
        return;
    }
    let name = if path.ends_with("orari") {
        format!("{path}[{}]", leaf("giorni", &map["giorni"]))
    } else {
        format!("{path}[{index}]")
    };
    for (part, value) in map {
        add(&format!("{name}.{part}"), value, found);
    }
}

/// A scalar, normalised by its field.
fn leaf(path: &str, value: &Json) -> String {
    let key = path.rsplit('.').next().unwrap_or(path);
    if let Json::Array(entries) = value {
        return entries.iter().map(|entry| leaf(path, entry)).collect::<Vec<_>>().join(", ");
    }
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    match key {
        "telefono" | "whatsapp" => {
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            digits.strip_prefix("39").filter(|rest| rest.len() >= 9).unwrap_or(&digits).to_owned()
        }
        "orari" | "ore" | "ora" => text
            .split('-')
            .map(|time| if time.len() == 4 && time.contains(':') { format!("0{time}") } else { time.to_owned() })
            .collect::<Vec<_>>()
            .join("-"),
        "importo" | "isee_max" | "reddito_max" | "importo_max" | "massimo" => {
            Money::parse(&text).map_or(text, |money| money.0.to_string())
        }
        _ => match text.as_str() {
            "sì" | "si" | "true" => "true".to_owned(),
            "no" | "false" => "false".to_owned(),
            "borsa di studio" => "borsa".to_owned(),
            "stanza" | "posto letto" | "camera" => "stanza".to_owned(),
            "cohousing" | "co-housing" => "coabitazione".to_owned(),
            "donne, uomini e bambini" => "tutti".to_owned(),
            other => normalise(other),
        },
    }
}

/// Without regard to case, accents, apostrophes and spaces.
fn normalise(text: &str) -> String {
    let plain = text
        .to_lowercase()
        .chars()
        .map(|c| match c {
            'à' => 'a',
            'è' | 'é' => 'e',
            'ì' => 'i',
            'ò' => 'o',
            'ù' => 'u',
            '\'' | '’' => ' ',
            other => other,
        })
        .collect::<String>();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

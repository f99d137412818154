//! Whether words narrow an audience: only words that are declared here add nothing to what the fields say. All others may
//! exclude somebody, and a person must read them.

use super::person::ADULT;
use crate::model::{Audience, Gender, Level, Permit, PermitState};

/// Words for anybody, which a text needs so that the women or children that it names are not all.
const ANYBODY: [&str; 9] =
    ["persone", "persona", "tutti", "chiunque", "uomini", "adulti", "stranieri", "cittadini", "ragazzi"];
/// Words that narrow nothing.
const PLAIN: [&str; 45] = [
    "persone",
    "persona",
    "tutte",
    "tutti",
    "chiunque",
    "ogni",
    "qualsiasi",
    "età",
    "nazionalità",
    "provenienza",
    "straniere",
    "stranieri",
    "straniera",
    "straniero",
    "migranti",
    "cittadine",
    "cittadini",
    "e",
    "ed",
    "o",
    "oppure",
    "che",
    "le",
    "gli",
    "i",
    "la",
    "il",
    "lo",
    "l",
    "un",
    "una",
    "di",
    "del",
    "della",
    "dei",
    "delle",
    "d",
    "da",
    "a",
    "ad",
    "in",
    "per",
    "al",
    "alle",
    "ai",
];
/// Words for women only, unless the text names men too.
const WOMEN: [&str; 3] = ["donne", "donna", "ragazze"];
/// Words for men only, unless the text names women too.
const MEN: [&str; 2] = ["uomini", "uomo"];
/// Words for women that stand for everybody only beside a word for anybody: «cittadine e cittadini».
const FEMININE: [&str; 5] = ["tutte", "straniere", "straniera", "cittadine", "adulte"];
/// Words about a lowest level of Italian, which say no more than the level.
const ITALIAN: [&str; 14] = [
    "sanno",
    "sa",
    "già",
    "presentarsi",
    "leggere",
    "parlano",
    "parla",
    "capiscono",
    "po",
    "frasi",
    "brevi",
    "semplici",
    "italiano",
    "base",
];
/// Words of ages, besides the ages themselves.
const AGES: [&str; 6] = ["anni", "dai", "dagli", "fino", "tra", "compiuti"];
/// Words for the young.
const YOUNG: [&str; 3] = ["giovani", "ragazze", "ragazzi"];
/// Words for permits, each with the permits that it names.
const PERMITS: [(&str, &[Permit]); 9] = [
    ("richiedenti-asilo", &[Permit::AsylumRequest]),
    ("rifugiate", &[Permit::Asylum]),
    ("rifugiati", &[Permit::Asylum]),
    ("asilo", &[Permit::Asylum]),
    ("sussidiaria", &[Permit::Subsidiary]),
    ("protezione-internazionale", &[Permit::Asylum, Permit::Subsidiary]),
    ("speciale", &[Permit::Special]),
    ("temporanea", &[Permit::Temporary]),
    ("apolidi", &[Permit::Stateless]),
];
/// Beginnings of clauses that take in more people.
const WIDENING: [&str; 4] = ["anche ", "non serve ", "non servono ", "non importa "];
/// Words after which such a clause may exclude somebody all the same.
const TURNING: [&str; 11] = ["se", "ma", "però", "solo", "bisogna", "purché", "tranne", "che", "chi", "devi", "deve"];
/// Words with which the name of an edition says for whom it is, besides «per» and the words for women, men, the young and
/// permits above.
const NAMED_PEOPLE: &str = "\
    mamma mamme madre madri papà padre padri genitore genitori ragazza ragazzo bambina bambine bambino bambini \
    neonati minori minorenne minorenni adolescenti maggiorenne maggiorenni adulti adulte anziani anziane pensionati \
    pensionate famiglie coppie studente studenti studentesse alunni alunne lavoratori lavoratrici badanti colf \
    occupati occupate disoccupati disoccupate inoccupati inoccupate richiedente richiedenti rifugiata rifugiato \
    profughi profughe titolari cittadine cittadini residenti detenuti detenute anni under over solo soltanto";

/// Whether the words of an audience may exclude somebody whom its fields do not.
pub(super) fn text_narrows(text: &str, audience: &Audience) -> bool {
    normalized_text_narrows(&normalize(text), audience)
}

/// Whether the name of an edition says that it is for some people only: «Marconi, solo donne». Names are filtered the
/// other way round: in a text every word that is not known to be harmless may exclude somebody, but a name mostly says
/// where and when, so only words for people count, and all that comes after «per».
pub(super) fn name_narrows(name: &str, audience: Option<&Audience>) -> bool {
    let unstated = Audience::default();
    let audience = audience.unwrap_or(&unstated);
    normalize(name).split([',', ';', ':', '.', '!', '(', ')', '·', '–', '—']).any(|clause| {
        let words: Vec<&str> = words_of(clause).collect();
        let mut halves = words.splitn(2, |word| *word == "per");
        let where_and_when = halves.next().unwrap_or(&[]);
        let is_age = |word: &str| words.contains(&"anni") && word.starts_with(|letter: char| letter.is_ascii_digit());
        let is_for = |word: &&&str| names_people(word) || is_age(word);
        let people: Vec<&str> = where_and_when.iter().filter(is_for).copied().collect();
        normalized_text_narrows(&people.join(" "), audience)
            || halves.next().is_some_and(|people| normalized_text_narrows(&people.join(" "), audience))
    })
}

/// A text in small letters, in which what several words name together is one word.
fn normalize(text: &str) -> String {
    text.to_lowercase()
        .replace('’', "'")
        .replace("con o senza documenti", "")
        .replace("richiedenti asilo", "richiedenti-asilo")
        .replace("protezione internazionale", "protezione-internazionale")
}

fn normalized_text_narrows(text: &str, audience: &Audience) -> bool {
    let words: Vec<&str> = words_of(text).collect();
    let all = Words { words: &words, audience };
    let is_plain = |clause: &str| {
        let clause = clause.trim();
        widens(clause) || words_of(clause).all(|word| all.is_plain(word))
    };
    !text.split(['.', ',', ';', ':', '!', '(', ')', '\n']).all(is_plain) || !all.names_permits_of_fields()
}

/// Whether a word of a name, or part of it, says for whom an edition is.
fn names_people(word: &str) -> bool {
    let is_people = |part: &str| {
        NAMED_PEOPLE.split(' ').any(|named| named == part)
            || [&WOMEN[..], &MEN, &YOUNG].iter().any(|words| words.contains(&part))
    };
    PERMITS.iter().any(|(permit, _)| *permit == word) || word.split('-').any(is_people)
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| !character.is_alphanumeric() && character != '-').filter(|word| !word.is_empty())
}

fn widens(clause: &str) -> bool {
    let rest = WIDENING.iter().find_map(|beginning| clause.strip_prefix(beginning));
    rest.is_some_and(|rest| !words_of(rest).any(|word| TURNING.contains(&word)))
}

/// The words of a text, and what its fields say.
struct Words<'t> {
    words: &'t [&'t str],
    audience: &'t Audience,
}

impl Words<'_> {
    fn has(&self, some: &[&str]) -> bool {
        self.words.iter().any(|word| some.contains(word))
    }

    /// Whether a word says no more than the fields, or nothing.
    fn is_plain(&self, word: &str) -> bool {
        let audience = self.audience;
        let is_for_women = matches!(audience.gender, Some(Gender::WomenOnly | Gender::WomenWithChildren));
        let is_for_young = audience.maximum_age.is_some();
        let has_age = audience.minimum_age.is_some() || is_for_young;
        let is_one_of = |list: &[&str]| list.contains(&word);
        if is_one_of(&FEMININE) && !is_for_women && !self.has(&ANYBODY) {
            return false;
        }
        if is_one_of(&WOMEN) {
            let is_young = word != "ragazze" || is_for_young;
            return is_young && (is_for_women || self.has(&MEN) || self.has(&["tutti", "ragazzi"]));
        }
        match word {
            _ if is_one_of(&MEN) => self.has(&WOMEN),
            "bambine" | "bambini" => self.has(&ANYBODY) && !self.has(&["con", "senza"]),
            "maggiorenni" | "maggiorenne" | "adulte" | "adulti" => {
                audience.minimum_age.map_or(audience.gender != Some(Gender::Everybody), |age| age >= ADULT)
            }
            "solo" => is_for_women && self.has(&WOMEN),
            "con" | "permesso" | "soggiorno" => self.is_permit_needed() && self.has(&["permesso"]),
            "ricevuta" => audience.permit_state.contains(&PermitState::ReceiptAccepted),
            "valido" | "regolare" => {
                audience.permit_state.contains(&PermitState::Valid)
                    && !audience.permit_state.contains(&PermitState::ReceiptAccepted)
            }
            "protezione" => self.has(&["sussidiaria", "speciale", "temporanea"]),
            _ if is_one_of(&PLAIN) => true,
            _ if is_one_of(&YOUNG) => is_for_young,
            _ if is_one_of(&AGES) => has_age,
            _ if is_one_of(&ITALIAN) => audience.minimum_level.is_some_and(|level| level != Level::PreA1),
            _ if PERMITS.iter().any(|(name, _)| *name == word) => true,
            _ => word.split('-').all(|age| self.is_age_of_fields(age)),
        }
    }

    fn is_age_of_fields(&self, word: &str) -> bool {
        let ages = [self.audience.minimum_age, self.audience.maximum_age];
        word.parse::<u32>().is_ok_and(|age| ages.contains(&Some(age)))
    }

    fn is_permit_needed(&self) -> bool {
        let states = &self.audience.permit_state;
        !self.audience.permits.is_empty() || states.iter().any(|state| *state != PermitState::NotRequired)
    }

    /// Whether the permits that the words name, if any, are all that the fields accept.
    fn names_permits_of_fields(&self) -> bool {
        let named = || PERMITS.iter().filter(|(name, _)| self.words.contains(name)).flat_map(|(_, permits)| *permits);
        let accepted = &self.audience.permits;
        named().next().is_none()
            || (!accepted.is_empty() && accepted.iter().all(|permit| named().any(|other| other == permit)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_words_and_those_of_the_fields_narrow_nothing() {
        let nothing = Audience::default();
        let women = Audience { gender: Some(Gender::WomenOnly), ..Audience::default() };
        let young = Audience { minimum_age: Some(16), maximum_age: Some(24), ..Audience::default() };
        let level = Audience { minimum_level: Some(Level::A1), ..Audience::default() };
        let refuge = Audience { permits: vec![Permit::Asylum, Permit::AsylumRequest], ..Audience::default() };
        for (text, audience, narrows) in [
            ("tutte le persone", &nothing, false),
            ("Tutte e tutti.", &nothing, false),
            ("Persone straniere di ogni nazionalità", &nothing, false),
            ("Donne e uomini", &nothing, false),
            ("Donne e uomini che di giorno lavorano.", &nothing, true),
            ("Donne, uomini e bambini senza medico di famiglia, con o senza documenti.", &nothing, true),
            ("Donne, uomini e bambini, con o senza documenti.", &nothing, false),
            ("donne straniere", &nothing, true),
            ("donne straniere", &women, false),
            ("cittadine straniere", &nothing, true),
            ("uomini", &nothing, true),
            ("bambini", &nothing, true),
            ("persone con bambini", &nothing, true),
            ("Chiunque, anche famiglie con bambini.", &nothing, false),
            ("Chiunque, anche se lavora, ma solo di sera", &nothing, true),
            ("Persone straniere che sanno già presentarsi e leggere frasi brevi in italiano.", &level, false),
            ("Persone straniere che sanno già presentarsi", &nothing, true),
            ("giovani dai 16 ai 24 anni", &young, false),
            ("giovani dai 18 ai 24 anni", &young, true),
            ("persone maggiorenni", &young, true),
            ("persone maggiorenni", &nothing, false),
            ("persone rifugiate e richiedenti asilo", &refuge, false),
            ("persone rifugiate", &refuge, true),
            ("persone rifugiate", &nothing, true),
            ("Persone con permesso di soggiorno", &refuge, false),
            ("Persone con permesso di soggiorno valido", &refuge, true),
            ("in condizione di vulnerabilità", &nothing, true),
        ] {
            assert_eq!(text_narrows(text, audience), narrows, "{text}");
        }
    }

    #[test]
    fn names_narrow_by_people_and_not_by_places() {
        let women = Audience { gender: Some(Gender::WomenOnly), ..Audience::default() };
        let refuge = Audience { permits: vec![Permit::Asylum, Permit::AsylumRequest], ..Audience::default() };
        let adults = Audience { minimum_age: Some(18), ..Audience::default() };
        let young = Audience { minimum_age: Some(16), maximum_age: Some(24), ..Audience::default() };
        let asylum_request = Audience { permits: vec![Permit::AsylumRequest], ..Audience::default() };
        for (name, audience, narrows) in [
            ("Marconi, per tutti", None, false),
            ("Gruppo A, mattina", None, false),
            ("Appio, solo donne", None, true),
            ("Appio, solo donne", Some(&women), false),
            ("Corso per mamme", Some(&women), true),
            ("Primavalle, giovani", None, true),
            ("Donne e uomini insieme", None, false),
            ("Mattina, uomini", None, true),
            ("Mattina, richiedenti asilo", None, true),
            ("Mattina, richiedenti asilo", Some(&refuge), true),
            ("Mattina, richiedenti asilo", Some(&asylum_request), false),
            ("Sera, protezione internazionale", None, true),
            ("Sera, minorenni", None, true),
            ("Sera. Disoccupati", None, true),
            ("Studentesse e studenti", None, true),
            ("Lavoratrici", None, true),
            ("Mattina, cittadine straniere", None, true),
            ("Sera, over 60", None, true),
            ("Gruppo 16-24 anni", None, true),
            ("Gruppo 16-24 anni", Some(&adults), true),
            ("Gruppo 16-24 anni", Some(&young), false),
            ("Gruppo 16-24, sala 3", None, false),
            ("Mamme-bambini", None, true),
            // What comes before «per» counts too.
            ("Donne per tutti", None, true),
            ("Per tutte le persone", None, false),
            ("Lingue straniere, con o senza documenti", None, false),
            ("Piazza Vittorio, ogni mattina", None, false),
        ] {
            assert_eq!(name_narrows(name, audience), narrows, "{name}");
        }
    }
}

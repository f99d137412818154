//! Which announcements answer a need, by what is known of them.

use crate::board::Item;
use crate::model::{Contract, ContractKind, CourseSubject, Genre, HousingKind, Kind, Need, Permit, Readership};

/// Whether an announcement answers a need. Only facts count, and the words in which projects and news name what they
/// offer: what a course or a job includes besides (meals, a room) answers nothing.
#[must_use]
pub fn answers_need(item: &Item, need: Need) -> bool {
    is_for_people(item) && (answers_by_facts(item, need) || answers_by_words(item, need))
}

/// Whether the people whom the board is for should read it, and not only those who work with them.
fn is_for_people(item: &Item) -> bool {
    let readership = &item.facts.readership;
    readership.is_empty() || readership.iter().any(|who| matches!(who, Readership::People | Readership::Families))
}

fn answers_by_facts(item: &Item, need: Need) -> bool {
    let facts = &item.facts;
    match need {
        Need::Italian => facts.subject == Some(CourseSubject::Italian),
        Need::Work => match item.kind() {
            Kind::Job => {
                let contracts = facts.contracts();
                let is_unpaid = |contract: &Contract| contract.kind.value() == Some(&ContractKind::Volunteering);
                contracts.is_empty() || !contracts.iter().all(is_unpaid)
            }
            Kind::Training => matches!(facts.subject, Some(CourseSubject::Vocational | CourseSubject::Care)),
            _ => false,
        },
        Need::Home => item.kind() == Kind::Housing,
        Need::Shelter => {
            let housing = |genre: &Genre| match genre {
                Genre::Housing(kind) => Some(*kind),
                Genre::Training(_) => None,
            };
            let bed = [HousingKind::Room, HousingKind::TemporaryHome, HousingKind::Hosting];
            item.kind() == Kind::Housing
                && facts.genre.as_ref().and_then(housing).is_some_and(|kind| bed.contains(&kind))
        }
        Need::Documents => item.kind() == Kind::Regulation && !facts.permits.is_empty(),
        Need::Asylum => item.kind() == Kind::Regulation && facts.permits.contains(&Permit::AsylumRequest),
        Need::Lawyer | Need::Food | Need::Health | Need::Children | Need::Violence | Need::Other => false,
    }
}

/// Whether the title, the goals, activities or services of a project or of news name what the need asks for, or the title
/// of an event.
fn answers_by_words(item: &Item, need: Need) -> bool {
    let facts = &item.facts;
    let named = match item.kind() {
        Kind::Project | Kind::News => [facts.goals.list(), facts.activities.list(), facts.services.as_slice()],
        Kind::Event => [&[][..]; 3],
        Kind::Training | Kind::Job | Kind::Housing | Kind::Regulation => return false,
    };
    let phrases = phrases_of(need).iter().chain(if item.kind() == Kind::Event { event_phrases_of(need) } else { &[] });
    let phrases: Vec<&str> = phrases.copied().collect();
    std::iter::once(item.title())
        .chain(named.into_iter().flatten().map(String::as_str))
        .any(|text| names_any(text, &phrases))
}

/// Phrases that name an answer to a need: words in order, the last of which may be cut by `*`. None is ambiguous: «permesso
/// di soggiorno» is not among them, because «non serve il permesso di soggiorno» helps nobody with documents.
fn phrases_of(need: Need) -> &'static [&'static str] {
    match need {
        Need::Documents => &[
            "sportello documenti",
            "aiuto per i documenti",
            "aiuto con i documenti",
            "rinnovo del permesso",
            "rinnovare il permesso",
            "domanda di permesso",
            "codice fiscale",
            "iscrizione anagrafica",
            "iscrizione all anagrafe",
        ],
        Need::Asylum => &["domanda di asilo", "domande di asilo", "richiesta di asilo", "domanda di protezione"],
        Need::Lawyer => &[
            "assistenza legale",
            "consulenza legale",
            "orientamento legale",
            "aiuto legale",
            "tutela legale",
            "sportello legale",
            "avvocat*",
        ],
        Need::Shelter => &["posto letto", "posti letto", "dormitori*", "accoglienza notturna", "dove dormire"],
        Need::Home => &["sportello casa", "cercare casa", "ricerca casa", "ricerca della casa"],
        Need::Food => &[
            "mensa",
            "docce",
            "doccia",
            "lavanderia",
            "pacco alimentare",
            "pacchi alimentari",
            "pasti gratuiti",
            "buoni spesa",
            "buono spesa",
        ],
        Need::Health => &[
            "medico",
            "medica",
            "mediche",
            "ambulatori*",
            "psicolog*",
            "vaccin*",
            "cure",
            "salute",
            "sanitari*",
            "consultorio",
        ],
        Need::Italian => &[
            "corso di italiano",
            "corsi di italiano",
            "lezioni di italiano",
            "scuola di italiano",
            "scuole di italiano",
            "italiano per",
        ],
        Need::Work => &[
            "orientamento al lavoro",
            "inserimento lavorativo",
            "cercare lavoro",
            "ricerca di lavoro",
            "ricerca del lavoro",
            "curriculum",
            "tirocinio",
            "tirocini",
        ],
        Need::Children => &[
            "nido",
            "doposcuola",
            "dopo la scuola",
            "aiuto compiti",
            "aiuto nei compiti",
            "iscrizione a scuola",
            "iscrizioni a scuola",
        ],
        Need::Violence => &["antiviolenza", "violenza", "vittime di tratta", "tratta di esseri umani", "sfruttamento"],
        Need::Other => &[],
    }
}

/// Words that say in the title of an event what it is about, and would say nothing among the activities of a project.
fn event_phrases_of(need: Need) -> &'static [&'static str] {
    match need {
        Need::Work => &["lavoro", "mestieri", "aziende"],
        _ => &[],
    }
}

/// Whether any of the phrases stands in a text, word by word.
fn names_any(text: &str, phrases: &[&str]) -> bool {
    let mut words = String::from(" ");
    for word in text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        words.push_str(&word.to_lowercase());
        words.push(' ');
    }
    phrases.iter().any(|phrase| match phrase.strip_suffix('*') {
        Some(stem) => words.contains(&format!(" {stem}")),
        None => words.contains(&format!(" {phrase} ")),
    })
}

#[cfg(test)]
mod tests {
    use super::names_any;

    #[test]
    fn phrases_match_word_by_word() {
        for (text, phrase, matches) in [
            ("Colloqui con un'avvocata", "avvocat*", true),
            ("L'iscrizione all'anagrafe", "iscrizione all anagrafe", true),
            ("Italiano per donne", "italiano per", true),
            ("Italiano perfetto", "italiano per", false),
            ("Le cure, gratis", "cure", true),
            ("Sicure e sicuri", "cure", false),
            ("Si tratta di un corso", "vittime di tratta", false),
        ] {
            assert_eq!(names_any(text, &[phrase]), matches, "{text}: {phrase}");
        }
    }
}

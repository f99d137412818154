//! Phrases with which an announcement asks people for money, and what around them says the contrary.

use std::ops::Range;

use super::{Phrase, near_after, near_before};

/// Words with which money is asked for. State fees (marca da bollo, bollettino) are not among them; nouns
/// that also name what one receives («bonifico», «acconto») stand only with a verb or a sum.
pub(super) const PAYMENTS: &str = "\
quota di iscrizione|quota d'iscrizione|quota associativa|quota di partecipazione|quota mensile|tessera associativa|tessera annuale
cauzione|caparra|deposito cauzionale|deposito di|penale di
serve un anticipo|basta un anticipo|versare un anticipo|un anticipo di|versare un acconto|un acconto di
income share agreement|income share|income sharing|condivisione del reddito|una quota del tuo stipendio|una parte del tuo stipendio|percentuale dello stipendio|di quello che guadagni|restituire il costo|restituisci il costo|rimborserai il corso|rimborsi il corso|pagherai dopo|paghi dopo|pagare dopo|paghi quando trovi lavoro|pagamento posticipato|trattenuti dal primo stipendio|trattenuto dal primo stipendio
comode rate|rate mensili|rate da|si paga in rate
contributo spese|spese di segreteria|spese di iscrizione|tassa di iscrizione|costo della pratica|spese di istruttoria|costo di attivazione|a carico del candidato|a carico dei candidati|a carico del partecipante|a carico dei partecipanti
fare un bonifico|con un bonifico di|bonifico di|versamento di|dovrai versare|dovrà versare|è necessario versare|bisogna versare|devi versare|bisogna pagare|occorre pagare|devi pagare|dovrai pagare|pagamento anticipato|ricarica la postepay|ricarica postepay|ricaricare la postepay|in contanti|per sbloccare
di deposito|in deposito|come deposito|a titolo di deposito
versi|verserai|paghi|pagherai|lasci|lascerai|restituisci|restituirai|anticipi|anticiperai|devi lasciare|devi dare|devi restituire|dovrai restituire
versa|verserà|versano|lascia|lascerà|lasciano|restituisce|restituirà|restituiscono
chiediamo|si chiedono|chiediamo un contributo di|si chiede un contributo di";

/// Forms of «chiedere», which one also does of others, or as an offering.
const REQUESTS: [&str; 4] = ["chiediamo", "si chiedono", "chiediamo un contributo di", "si chiede un contributo di"];

/// Who else is asked, or that nobody has to.
const NOT_OF_PEOPLE: [&str; 13] = [
    "aziend",
    "comun",
    "region",
    "minister",
    "fondazion",
    "donator",
    "sostenitor",
    "liber",
    "offert",
    "può",
    "possono",
    "prestit",
    "banca",
];

/// Forms that ask for money only with a sum just before.
const SUM_BEFORE: [&str; 4] = ["di deposito", "in deposito", "come deposito", "a titolo di deposito"];

/// Forms that ask the reader for money only with a sum just behind.
const SUM_BEHIND: [&str; 14] = [
    "versi",
    "verserai",
    "paghi",
    "pagherai",
    "lasci",
    "lascerai",
    "restituisci",
    "restituirai",
    "anticipi",
    "anticiperai",
    "devi lasciare",
    "devi dare",
    "devi restituire",
    "dovrai restituire",
];

/// The same of somebody else: it asks whoever takes part, and nobody else.
const BY_SOMEBODY: [&str; 9] =
    ["versa", "verserà", "versano", "lascia", "lascerà", "lasciano", "restituisce", "restituirà", "restituiscono"];

/// Who takes part, as the subject of a sentence.
const WHO_TAKES_PART: [&str; 14] = [
    "chi",
    "si",
    "ogni",
    "ognuno",
    "ciascuno",
    "ciascuna",
    "partecipante",
    "partecipanti",
    "candidato",
    "candidata",
    "candidati",
    "studente",
    "studenti",
    "iscritti",
];

/// Words that turn it round: «nessuna quota», «senza cauzione», «quota di iscrizione: 0 euro».
const NEGATIONS: [&str; 21] = [
    "senza",
    "nessun",
    "nessuna",
    "nessuno",
    "nessun'",
    "non",
    "né",
    "niente",
    "zero",
    "0",
    "mai",
    "alcuna",
    "alcun",
    "diffidate",
    "diffida",
    "attenzione",
    "truffa",
    "truffe",
    "gratis",
    "facoltativa",
    "facoltativo",
];

/// Beginnings of words of fees that go to the state, of money that people receive, or that somebody else pays.
const OF_OTHERS: [&str; 20] = [
    "marca",
    "bollo",
    "bollettin",
    "f24",
    "pagopa",
    "questura",
    "ministero",
    "postale",
    "affitto",
    "locazione",
    "proprietari",
    "canone",
    "ricevi",
    "ricever",
    "rimbors",
    "paghiamo",
    "diamo",
    "copr",
    "copert",
    "borsa",
];

/// What asks for money, and the sum behind it.
pub(super) fn payment_and_amount<'p>(phrase: &Phrase<'p>) -> (Range<usize>, &'p str) {
    let (text, mut range) = (phrase.passage.text, phrase.range.clone());
    if [&BY_SOMEBODY[..], &SUM_BEHIND, &REQUESTS].iter().any(|forms| forms.contains(&phrase.form)) {
        let behind = near_after(text, range.end);
        let euro = behind.find("euro").map(|at| at + 4).or_else(|| behind.find('€').map(|at| at + '€'.len_utf8()));
        range.end += euro.filter(|length| *length < 40).unwrap_or_default();
    }
    let written = text.get(range.clone()).unwrap_or_default();
    (range, written)
}

/// A number and «euro» among some words that stand together.
fn is_sum<'t>(words: impl Iterator<Item = &'t str>) -> bool {
    let (mut number, mut euro) = (false, false);
    for word in words {
        number |= word.bytes().any(|byte| byte.is_ascii_digit());
        euro |= word.contains('€') || word.starts_with("euro");
    }
    number && euro
}

/// Whether a phrase asks for money: nothing in its sentence says the contrary, it is no fee of the state, and
/// nobody else pays.
pub(super) fn asks_for_money(phrase: &Phrase<'_>) -> bool {
    let words = |text: &str| {
        text.to_lowercase()
            .split(|c: char| !c.is_alphanumeric() && c != '\'')
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect::<Vec<String>>()
    };
    let (before, after) = phrase.passage.sentence(&phrase.range);
    let (before, after) = (words(before), words(after));
    let (text, range) = (phrase.passage.text, &phrase.range);
    let by_somebody = BY_SOMEBODY.contains(&phrase.form);
    let request = REQUESTS.contains(&phrase.form);
    let sum_behind = by_somebody || request || SUM_BEHIND.contains(&phrase.form);
    if sum_behind && !is_sum(near_after(text, range.end).split_whitespace().take(4)) {
        return false;
    }
    // «Versi 50 euro di deposito» is told once, by its verb.
    let told = |word: &String| SUM_BEHIND.contains(&word.as_str()) || BY_SOMEBODY.contains(&word.as_str());
    if SUM_BEFORE.contains(&phrase.form) && before.iter().rev().take(5).any(told) {
        return false;
    }
    if SUM_BEFORE.contains(&phrase.form) && !is_sum(near_before(text, range.start).split_whitespace().rev().take(4)) {
        return false;
    }
    if by_somebody {
        let near: Vec<&str> = before.iter().rev().take(8).map(String::as_str).collect();
        // «A chi si iscrive la Regione versa…»: there it is the other who pays.
        let to_whom = near.windows(2).any(|two| matches!(two, ["chi" | "ogni" | "ciascuno", "a" | "ad" | "per"]));
        if to_whom || !near.iter().any(|word| WHO_TAKES_PART.contains(word)) {
            return false;
        }
    }
    let negates = |word: &String| NEGATIONS.contains(&word.as_str());
    // «Se non ricevi la borsa…» is not about paying: only what stands near counts before, and less behind.
    let negated = before.iter().rev().take(8).any(negates) || after.iter().take(3).any(negates);
    let all: Vec<&String> = before.iter().chain(&after).collect();
    if request && all.iter().any(|word| NOT_OF_PEOPLE.iter().any(|other| word.starts_with(other))) {
        return false;
    }
    // Paying back later is what is asked, though it is called a refund.
    let later = phrase.form.starts_with("rimbors");
    let of_others = !later && all.iter().any(|word| OF_OTHERS.iter().any(|other| word.starts_with(other)));
    let paid_by = after.windows(2).take(4).any(
        |two| matches!(two, [paga, who] if paga == "paga" && matches!(who.as_str(), "il" | "la" | "l'ente" | "lo")),
    );
    !negated && !of_others && !paid_by
}

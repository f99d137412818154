//! «Can I go?»: the program and the script of pages give the same answer, and none is a yes that is not sure.

use bacheca::board::load;
use bacheca::compose::eligibility::{
    AgeCondition, AgeRange, Answer, Assessment, Conditions, GenderCondition, Home, LevelCondition, NeededPermit,
    OtherCondition, PermitCondition, PermitHeld, Person, Sex, asks_of, assess, conditions_of, permit_letter,
};
use bacheca::config::Config;
use bacheca::model::{Level, Permit};
use serde_json::{Value as Json, json};

use crate::support::{ITEMS, TODAY, assert_no_problems, real_site, repository_path, run_tool, small_board, write};

/// People and items that are compared.
const CASES: usize = 10_000;
/// Districts of the territory of the cases.
const DISTRICTS: usize = 5;

/// Random numbers that are the same each time (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit).unwrap()).unwrap()
    }

    fn chance(&mut self, one_in: usize) -> bool {
        self.below(one_in) == 0
    }

    fn pick<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    fn maybe<T>(&mut self, one_in: usize, value: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (!self.chance(one_in)).then(|| value(self))
    }

    fn age(&mut self) -> u32 {
        u32::try_from(self.below(75)).unwrap()
    }

    fn person(&mut self) -> Person {
        Person {
            held: self.maybe(6, |random| random.pick(&PermitHeld::ALL)),
            permit: self.maybe(4, |random| random.pick(&permits())),
            age: self.maybe(6, |random| {
                let youngest = random.age();
                let years = u32::try_from(random.below(20)).unwrap();
                AgeRange { youngest, oldest: youngest + years }
            }),
            italian: self.maybe(6, |random| random.pick(Level::ALL)),
            home: self.maybe(4, |random| match random.below(DISTRICTS + 1) {
                DISTRICTS => Home::Elsewhere,
                district => Home::District(district),
            }),
            sex: self.maybe(3, |random| random.pick(&Sex::ALL)),
        }
    }

    fn conditions(&mut self) -> Conditions {
        Conditions {
            permit: match self.below(5) {
                0 => PermitCondition::NotStated,
                1 => PermitCondition::NotRequired,
                _ => PermitCondition::Required(NeededPermit {
                    accepted: if self.chance(2) {
                        Vec::new()
                    } else {
                        permits().into_iter().filter(|_| self.chance(3)).collect()
                    },
                    valid: self.chance(2),
                    receipt: self.chance(2),
                    extended: self.chance(5),
                    work: self.chance(3),
                    contradicted: self.chance(9),
                }),
            },
            age: AgeCondition {
                minimum: self.maybe(2, Self::age),
                maximum: self.maybe(2, Self::age),
                children: self.chance(4),
            },
            level: LevelCondition {
                minimum: self.maybe(2, |random| random.pick(&Level::ALL[1..])),
                maximum: self.maybe(2, |random| random.pick(Level::ALL)),
            },
            gender: self.chance(4).then(|| self.pick(&[GenderCondition::Women, GenderCondition::WomenWithChildren])),
            residence: self.chance(6).then(|| (0..=self.below(2)).map(|_| self.below(DISTRICTS)).collect()),
            others: OtherCondition::ALL.into_iter().filter(|_| self.chance(20)).collect(),
            edition: self.chance(2).then(|| self.pick(&["Gruppo A", "Donne, mattina", "a=b"]).to_owned()),
            district: self.maybe(2, |random| random.below(DISTRICTS)),
        }
    }
}

fn permits() -> Vec<Permit> {
    Permit::ALL.iter().filter(|permit| **permit != Permit::Any).copied().collect()
}

/// What the person said, as the page keeps it.
fn kept_answers(person: &Person) -> String {
    let district = |home: Home| match home {
        Home::District(district) => format!("D{district}"),
        Home::Elsewhere => "altrove".to_owned(),
    };
    let said = [
        ("stato", person.held.map(|held| held.word().to_owned())),
        ("permesso", person.permit.map(|permit| permit.word().to_owned())),
        ("eta", person.age.map(|age| format!("{}-{}", age.youngest, age.oldest))),
        ("italiano", person.italian.map(|level| level.word().to_owned())),
        ("zona", person.home.map(district)),
        ("sesso", person.sex.map(|sex| sex.word().to_owned())),
    ];
    let said = said.into_iter().filter_map(|(name, value)| Some(format!("{name}={}", value?.replace(' ', "+"))));
    said.collect::<Vec<_>>().join("&")
}

/// The number that the script has for an answer.
fn number(answer: Answer) -> u32 {
    match answer {
        Answer::No => 0,
        Answer::Ask => 1,
        Answer::Yes => 2,
    }
}

fn as_json(assessment: Assessment) -> Json {
    json!([number(assessment.answer), assessment.reasons, assessment.editions])
}

fn random_cases() -> Vec<(Vec<Conditions>, Person)> {
    let mut random = Random(0x5EED_2026);
    let mut case = || {
        let alternatives = (0..=random.below(3)).map(|_| random.conditions()).collect();
        (alternatives, random.person())
    };
    (0..CASES).map(|_| case()).collect()
}

#[test]
fn program_and_script_agree_on_people_and_items() {
    let cases = random_cases();
    let written: Vec<Json> = cases.iter().map(|(asks, person)| json!([asks_of(asks), kept_answers(person)])).collect();
    let permits: serde_json::Map<String, Json> =
        permits().into_iter().map(|permit| (permit.word().to_owned(), json!(permit_letter(permit)))).collect();
    let zones: Vec<String> = (0..DISTRICTS).map(|district| format!("D{district}")).collect();
    let levels: Vec<&str> = Level::ALL.iter().map(|level| level.word()).collect();
    let tables = json!({"permits": permits, "zones": zones, "levels": levels});
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("cases.json");
    // Node takes a module without `package.json` by its extension.
    let script = folder.path().join("eligibility.mjs");
    std::fs::copy(repository_path("themes/default/assets/eligibility.js"), &script).unwrap();
    std::fs::write(&file, serde_json::to_vec(&json!({"tables": tables, "cases": written})).unwrap()).unwrap();
    let runner = repository_path("tests/product/eligibility.mjs");
    let arguments = [&runner, &script, &file].map(|path| path.to_str().unwrap().to_owned());
    let answers = run_tool("node", "nodejs", &arguments.each_ref().map(String::as_str));
    let answers: Vec<Json> = serde_json::from_slice(&answers).unwrap();
    assert_eq!(answers.len(), CASES);
    let mut count = [0; 3];
    let mut problems = Vec::new();
    for (((asks, person), case), answer) in cases.iter().zip(&written).zip(answers) {
        let expected = assess(asks, person).unwrap();
        count[usize::try_from(number(expected.answer)).unwrap()] += 1;
        let expected = as_json(expected);
        if expected != answer {
            problems.push(format!("{case}: {expected} in the program, {answer} in the script"));
        }
    }
    assert!(count.iter().all(|count| *count > CASES / 50), "each answer occurs: {count:?}");
    problems.truncate(10);
    assert_no_problems(problems);
}

/// A yes that is given without knowing something stays a yes whatever that is.
#[test]
fn what_is_not_known_never_makes_a_yes() {
    let mut yes = 0;
    for (asks, person) in random_cases() {
        let known = assess(&asks, &person).unwrap().answer;
        let less: [Person; 6] = [
            Person { held: None, ..person.clone() },
            Person { permit: None, ..person.clone() },
            Person { age: None, ..person.clone() },
            Person { italian: None, ..person.clone() },
            Person { home: None, ..person.clone() },
            Person { sex: None, ..person.clone() },
        ];
        for less in less {
            if assess(&asks, &less).unwrap().answer == Answer::Yes {
                yes += 1;
                assert_eq!(known, Answer::Yes, "{asks:?} {person:?}, but a yes to {less:?}");
            }
        }
    }
    assert!(yes > CASES / 50, "{yes}");
}

/// Whoever may not work is never sent to a job.
#[test]
fn no_permit_that_may_not_allow_to_work_is_a_yes_to_work() {
    let work = Conditions {
        permit: PermitCondition::Required(NeededPermit { work: true, receipt: true, ..NeededPermit::default() }),
        age: AgeCondition::default(),
        level: LevelCondition::default(),
        gender: None,
        residence: None,
        others: std::collections::BTreeSet::new(),
        edition: None,
        district: None,
    };
    let adult = Some(AgeRange { youngest: 25, oldest: 29 });
    let answer = |held, permit| {
        let person = Person { held, permit, age: adult, italian: Some(Level::C2), ..Person::default() };
        assess(std::slice::from_ref(&work), &person).unwrap().answer
    };
    let sure = permits().into_iter().filter(|permit| answer(Some(PermitHeld::Valid), Some(*permit)) == Answer::Yes);
    let unsure = [Permit::AsylumRequest, Permit::MedicalCare, Permit::Minor, Permit::Study];
    assert_eq!(
        sure.collect::<Vec<_>>(),
        permits().into_iter().filter(|permit| !unsure.contains(permit)).collect::<Vec<_>>()
    );
    for permit in permits().into_iter().map(Some).chain([None]) {
        assert_eq!(answer(None, permit), Answer::Ask, "{permit:?}");
        assert_eq!(answer(Some(PermitHeld::Receipt), permit), Answer::Ask, "{permit:?}");
        // The receipt of a renewal allows to work.
        assert_eq!(answer(Some(PermitHeld::Expired), permit), Answer::Ask, "{permit:?}");
        assert_eq!(answer(Some(PermitHeld::None), permit), Answer::No, "{permit:?}");
    }
    assert_eq!(answer(Some(PermitHeld::Valid), None), Answer::Ask);
}

/// One audience that asks nothing but this.
fn only(gender: Option<GenderCondition>, edition: &str, district: usize) -> Conditions {
    Conditions {
        permit: PermitCondition::NotRequired,
        age: AgeCondition { minimum: Some(18), ..AgeCondition::default() },
        level: LevelCondition::default(),
        gender,
        residence: None,
        others: std::collections::BTreeSet::new(),
        edition: Some(edition.to_owned()),
        district: Some(district),
    }
}

/// Answer, reasons and editions for somebody of this age who lives in a district.
fn told(alternatives: &[Conditions], sex: Sex, youngest: u32, district: usize) -> (Answer, String, String) {
    let age = Some(AgeRange { youngest, oldest: youngest });
    let person = Person { age, home: Some(Home::District(district)), sex: Some(sex), ..Person::default() };
    let Assessment { answer, reasons, editions } = assess(alternatives, &person).unwrap();
    (answer, reasons.join(" "), editions.join(", "))
}

/// The group with the least that fails gives the reasons, and all groups that fit are named, the near ones first.
#[test]
fn groups_that_fit_are_named_and_the_nearest_to_fitting_gives_the_reasons() {
    let women = GenderCondition::Women;
    let mixed = [only(Some(women), "Appio", 0), only(None, "Marconi", 1), only(None, "Lido", 2)];
    let yes = |editions: &str, reasons: &str| (Answer::Yes, reasons.to_owned(), editions.to_owned());
    assert_eq!(told(&mixed, Sex::Man, 20, 2), yes("Lido, Marconi", "p0 e18-"));
    assert_eq!(told(&mixed, Sex::Woman, 20, 3), yes("Appio, Marconi, Lido", "p0 e18-"));
    let no = (Answer::No, "e18-".to_owned(), "Marconi, Lido".to_owned());
    assert_eq!(told(&mixed, Sex::Man, 16, 3), no, "not «to be a woman»");
    let children = [only(Some(GenderCondition::WomenWithChildren), "Appio", 0)];
    assert_eq!(told(&children, Sex::Woman, 20, 0), (Answer::Ask, "gb".to_owned(), "Appio".to_owned()));
    assert_eq!(told(&children, Sex::Man, 20, 0).1, "gd");
}

/// Whoever has an expired permit may hold the receipt of its renewal.
#[test]
fn an_expired_permit_asks_for_the_receipt_unless_only_one_in_force_counts() {
    let answer = |needed: NeededPermit, permit| {
        let alternative = Conditions { permit: PermitCondition::Required(needed), ..only(None, "", 0) };
        let age = Some(AgeRange { youngest: 20, oldest: 20 });
        let person = Person { held: Some(PermitHeld::Expired), permit, age, ..Person::default() };
        let found = assess(&[alternative], &person).unwrap();
        (found.answer, found.reasons.join(" "))
    };
    let needed = NeededPermit::default;
    let ask = |reasons: &str| (Answer::Ask, reasons.to_owned());
    assert_eq!(answer(needed(), None), ask("x"));
    assert_eq!(answer(NeededPermit { valid: true, receipt: true, ..needed() }, None), ask("x"));
    assert_eq!(answer(NeededPermit { work: true, ..needed() }, None), ask("p*W x"));
    assert_eq!(answer(NeededPermit { extended: true, valid: true, ..needed() }, None), ask("p*VX"));
    let asylum = || NeededPermit { accepted: vec![Permit::Asylum], receipt: true, ..needed() };
    assert_eq!(answer(asylum(), None), ask("pbR x"));
    assert_eq!(answer(asylum(), Some(Permit::Asylum)), ask("x"));
    assert_eq!(answer(asylum(), Some(Permit::Study)).0, Answer::No);
    assert_eq!(answer(NeededPermit { valid: true, ..needed() }, None), (Answer::No, "p*V".to_owned()));
}

/// Codes of an item with these facts on the small board, whose districts are I and II.
fn asks(facts: &str) -> Option<String> {
    let board = small_board();
    write(&board.path().join(ITEMS).join("prova.md"), format!("---\ntitolo: Prova\n{facts}---\n"));
    let config = Config::load(board.path()).unwrap_or_else(|_| panic!("the settings of the small board are right"));
    let loaded = load(board.path(), config, TODAY.parse().unwrap());
    asks_of(&conditions_of(&loaded.board, loaded.board.item("prova").unwrap()))
}

#[test]
fn items_ask_what_their_facts_say() {
    let no_permit = "permesso_stato: [nessun permesso richiesto]";
    for (facts, expected) in [
        // The law asks for a permit to work, whatever a job says; volunteers have no contract of work.
        ("tipo: lavoro\n".to_owned(), Some("p*W ?qu")),
        (format!("tipo: lavoro\nrequisiti: non previsto\ndestinatari: {{{no_permit}, eta_min: 18}}\n"), Some("p*W e18-")),
        (
            format!(
                "tipo: lavoro\ncontratto: {{tipo: volontariato}}\nrequisiti: non previsto\ndestinatari: {{{no_permit}}}\n"
            ),
            Some("p0"),
        ),
        // A document to bring asks for the permit too; on a condition it does not.
        ("tipo: formazione\ndestinatari: {eta_min: 16}\ndocumenti: [permesso di soggiorno]\n".to_owned(), Some("p* e16-")),
        (
            "tipo: formazione\ndestinatari: {eta_min: 16}\ndocumenti: [{uno_di: [permesso di soggiorno, ricevuta del permesso di soggiorno]}]\n".to_owned(),
            Some("p*R e16-"),
        ),
        (
            "tipo: formazione\ndestinatari: {eta_min: 16}\ndocumenti: [{uno_di: [permesso di soggiorno], quando: se ce l'hai}]\n".to_owned(),
            Some("e16-"),
        ),
        (format!("tipo: formazione\ndestinatari: {{{no_permit}}}\ndocumenti: [permesso di soggiorno]\n"), Some("p*N")),
        // Everybody, words, nobody said, nobody goes.
        ("tipo: evento\ndestinatari: tutte le persone\n".to_owned(), Some("p")),
        ("tipo: evento\ndestinatari: persone vulnerabili\n".to_owned(), Some("?t")),
        ("tipo: evento\ndestinatari: da chiedere\n".to_owned(), Some("?u")),
        ("tipo: notizia\n".to_owned(), None),
        ("tipo: evento\npubblico: [operatori]\ndestinatari: tutte le persone\n".to_owned(), None),
        ("tipo: evento\ningresso: su invito\ndestinatari: {genere: tutti}\n".to_owned(), Some("ec ?y")),
        // Words beside fields, of the whole and of groups, and names that say for whom a group is.
        ("tipo: evento\ndestinatari: {eta_min: 18, testo: persone senza lavoro}\n".to_owned(), Some("e18- ?t")),
        ("tipo: evento\ndestinatari: {eta_min: 18, testo: Donne e uomini.}\n".to_owned(), Some("e18-")),
        (
            "tipo: formazione\ndestinatari: {eta_min: 18}\nedizioni:\n\
             - {nome: \"Sera, per mamme\", date: {inizio: 2027-01-11, fine: 2027-02-11}}\n\
             - {nome: Mattina, date: {inizio: 2027-01-12, fine: 2027-02-12}, luogo: {indirizzo: via Roma 1, zona: II}}\n"
                .to_owned(),
            Some("e18- ?t=Sera, per mamme|e18- z1=Mattina"),
        ),
        // Residence in a district is one of our questions, in a town it is not.
        ("tipo: progetto\ndestinatari: {residenza: [Quartiere II]}\n".to_owned(), Some("r1")),
        ("tipo: progetto\ndestinatari: {residenza: [Quartiere II, Borgo], isee_max: 9000}\n".to_owned(), Some("?rm")),
        // Pre-A1 is no lowest level; Italian whose level is stated is no other language.
        ("tipo: formazione\ndestinatari: {lingua_min: pre-A1, lingua_max: A2}\n".to_owned(), Some("i-2")),
        ("tipo: lavoro\nlingue: [it]\nrequisiti: non previsto\ndestinatari: {lingua_min: B1}\n".to_owned(), Some("p*W i3-")),
        ("tipo: lavoro\nlingue: [it, en]\nrequisiti: non previsto\ndestinatari: {lingua_min: B1}\n".to_owned(), Some("p*W i3- ?l")),
        // Each edition adds to the whole; one that is over does not count.
        (
            "tipo: formazione\ndestinatari: {permessi: [asilo], lingua_min: A1}\nedizioni:\n\
             - {nome: Mattina, date: {inizio: 2027-01-11, fine: 2027-02-11}, destinatari: {genere: solo donne, eta_min: 18}}\n\
             - {nome: Sera, date: {inizio: 2027-01-12, fine: 2027-02-12}}\n\
             - {nome: Estate, date: {inizio: 2026-06-01, fine: 2026-07-01}, destinatari: {permessi: [qualsiasi]}}\n"
                .to_owned(),
            Some("pb e18- i1- gd=Mattina|pb i1-=Sera"),
        ),
    ] {
        assert_eq!(asks(&facts).as_deref(), expected, "{facts}");
    }
}

/// A word in the text of the whole item does not excuse one in the text of a group, nor the other way round.
#[test]
fn texts_of_item_and_edition_are_judged_each_by_itself() {
    for (item, edition, expected) in [
        ("Donne e uomini", "{testo: uomini}", "?t"),
        ("{testo: uomini}", "{testo: Donne e uomini}", "?t"),
        ("Tutte e tutti", "{testo: donne}", "?t"),
        ("Chiunque", "{testo: bambini}", "?t"),
        ("Tutte le persone", "{testo: cittadine straniere}", "?t"),
        (
            "{permessi: [richiesta asilo, asilo], testo: persone rifugiate e richiedenti asilo}",
            "{testo: richiedenti asilo}",
            "pab ?t",
        ),
        ("{permessi: [richiesta asilo, asilo], testo: richiedenti asilo}", "{testo: persone rifugiate}", "pab ?t"),
        (
            "{permesso_stato: [in corso di validità], testo: persone con permesso di soggiorno}",
            "{testo: con bambini}",
            "p*V ?t",
        ),
        // Neither narrows.
        ("Donne e uomini", "{testo: Tutte le persone}", "p"),
        ("{testo: Donne e uomini}", "{genere: solo donne, testo: donne straniere}", "gd"),
    ] {
        let facts = format!(
            "tipo: formazione\ndestinatari: {item}\nedizioni:\n\
             - {{nome: Mattina, date: {{inizio: 2027-01-11, fine: 2027-02-11}}, destinatari: {edition}}}\n"
        );
        let expected = format!("{expected}=Mattina");
        assert_eq!(asks(&facts).as_deref(), Some(expected.as_str()), "{facts}");
    }
}

/// What items of the real board ask, as their cards say it.
#[test]
fn cards_say_what_items_ask() {
    let home = std::fs::read_to_string(real_site().join("index.html")).unwrap();
    let asks = |slug: &str| {
        let card = home.split("<li class=\"card").find(|card| card.contains(&format!("href=\"./o/{slug}/\"")));
        let card = card.unwrap_or_else(|| panic!("{slug} is on the home page"));
        card.split_once("data-asks=\"").map(|(_, rest)| rest.split('"').next().unwrap().to_owned())
    };
    for (slug, expected) in [
        ("italiano-a2-casilina", Some("p*VR e16- i1-")),
        ("cucito-spazio-bimbi", Some("p*VR e18- gb ?f")),
        // Words that the fields do not say: «senza medico di famiglia».
        ("medico-senza-permesso", Some("p0 ec ?t")),
        // A job asks for a permit that allows to work, and its requirements are for the employer to judge.
        ("aiuto-cuoco-mensa", Some("p*W e18- i2- ?qt")),
        ("contributo-primo-affitto", Some("pbcdefVR e18- ?rmhnot")),
        (
            "computer-da-zero",
            Some(
                "p*VR e18- i1- gd ?t z6=Appio, solo donne|p*VR e18- i1- ?t z10=Marconi, per tutti|p*VR e16-24 i1- ?t z13=Primavalle, giovani",
            ),
        ),
        // Nobody goes to a law.
        ("duplicato-permesso-smarrito", None),
    ] {
        assert_eq!(asks(slug).as_deref(), expected, "{slug}");
    }
}

/// What is closed, full or cancelled promises nothing.
#[test]
fn only_open_cards_say_what_items_ask() {
    let archive = std::fs::read_to_string(real_site().join("formazione/index.html")).unwrap();
    let cards = archive.split("<li class=\"card").skip(1);
    let wrong = cards.filter(|card| {
        let head = card.split('>').next().unwrap();
        head.contains("data-asks") && !head.contains("is-open")
    });
    assert_eq!(wrong.count(), 0);
    assert!(archive.contains("data-asks"));
}

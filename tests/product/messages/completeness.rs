//! What messages say: everything that decides, in the reader's language.

use super::whatsapp_messages;
use crate::support::{assert_no_problems, bacheca, repository_path};

/// What a message must say: who is left out, the whole price, every way, the steps, what to do at the door.
const TOLD: &[(&str, &str, &[&str])] = &[
    (
        "contributo-primo-affitto",
        "it",
        &[
            "residenza: Roma, senza una casa di proprietà",
            "chi è uscito da non più di 12 mesi",
            "fare domanda è gratis",
            "via Tiburtina 520, Roma",
            "1. Chiedi al tuo operatore la lettera",
            "Non pagare chi ti promette il contributo",
            "⚠️ I soldi bastano per 40 domande",
        ],
    ),
    ("contributo-primo-affitto", "fr", &["ne pas être propriétaire d'un logement", "depuis 12 mois au plus"]),
    ("contributo-primo-affitto", "es", &["no tener vivienda propia"]),
    ("contributo-primo-affitto", "ru", &["не иметь собственного жилья"]),
    ("contributo-primo-affitto", "ur", &["آپ کا اپنا مکان نہ ہو", "12 مہینے سے زیادہ نہیں", "درخواست دینا مفت ہے"]),
    ("contributo-primo-affitto", "bn", &["নিজের মালিকানার বাসা থাকা চলবে না", "12 মাসের বেশি হয়নি"]),
    ("cucito-spazio-bimbi", "it", &["anche se non sai l'italiano"]),
    ("cucito-spazio-bimbi", "ur", &["چاہے آپ کو اطالوی نہ آتی ہو"]),
    ("addetti-cucina", "it", &["se no 240 € in 4 rate da 60 €", "se vivi in un centro di accoglienza"]),
    ("addetti-cucina", "ur", &["\u{2066}9,000 €\u{2069}", "استقبالیہ مرکز", "4 قسطوں میں"]),
    (
        "duplicato-permesso-smarrito",
        "it",
        &["1. Fai la denuncia", "dalle 9:00 alle 13:00", "⚠️ Questa regola è inventata"],
    ),
    (
        "duplicato-permesso-smarrito",
        "ur",
        &["2. via Merulana 120 میں مدد کے دفتر سے ملاقات کا وقت لیں۔", "پیر سے جمعرات تک 9:00"],
    ),
    ("italiano-a2-casilina", "it", &["Non è un esame", "- uno di questi: permesso di soggiorno o ricevuta"]),
    ("italiano-a2-casilina", "bn", &["এটি পরীক্ষা নয়"]),
    ("medico-senza-permesso", "it", &["Donne, uomini e bambini, anche senza permesso", "prendi il numero all'entrata"]),
    ("medico-senza-permesso", "ar", &["نساء ورجال وأطفال", "خذ رقمًا عند المدخل"]),
    (
        "sportello-aperto-il-sabato",
        "it",
        &["Vieni · senza prenotazione · prendi il numero all'entrata", "oppure: chiama 06 5550 0150"],
    ),
    (
        "computer-da-zero",
        "it",
        &["3 gruppi; il prossimo: Marconi", "Primavalle, giovani: donne e uomini, da 16 a 24 anni"],
    ),
    ("mediatrice-bengalese-arabo", "it", &["devi parlare almeno una di queste lingue: bengalese o arabo"]),
];

#[test]
fn messages_of_the_examples_leave_out_nothing_that_decides() {
    let mut problems = Vec::new();
    for (slug, language, told) in TOLD {
        let text = bacheca(&repository_path(""), &["post", slug, "--lang", language]).expect_code(0).out;
        let text = text.replace('\u{a0}', " ").replace('\u{200f}', "");
        let missing: Vec<_> = told.iter().filter(|words| !text.contains(**words)).collect();
        if !missing.is_empty() || text.contains("pre-A1") {
            problems.push(format!("{slug} {language} lacks {missing:?}:\n{text}"));
        }
    }
    assert_no_problems(problems);
}

#[test]
fn open_items_have_no_words_left_in_italian_in_any_language() {
    let marks = [
        ("ar", "(الإيطالية)"),
        ("bn", "(ইতালীয়)"),
        ("en", "(Italian)"),
        ("es", "(italiano)"),
        ("fa", "(ایتالیایی)"),
        ("fr", "(italien)"),
        ("ru", "(итальянский)"),
        ("uk", "(італійська)"),
        ("ur", "(اطالوی)"),
        ("zh", "(意大利语)"),
    ];
    let mut problems = Vec::new();
    for message in whatsapp_messages() {
        let Some((_, mark)) = marks.iter().find(|(language, _)| message.path.starts_with(&format!("{language}/")))
        else {
            assert!(message.path.starts_with("o/"), "no mark of the language of {}", message.path);
            continue;
        };
        if !message.is_translated {
            problems.push(format!("{} is of an item without a translation", message.path));
        }
        let left = message.text.lines().filter(|line| line.contains(mark));
        problems.extend(left.map(|line| format!("{}: {line}", message.path)));
    }
    assert_no_problems(problems);
}

//! Messages of the repository's own board, read as WhatsApp reads them. The reader here is independent of the code
//! that writes messages and follows the regular expressions of the mautrix bridge:
//!
//! ```text
//! italic  ([\s>~*]|^)_(.+?)_([^a-zA-Z\d]|$)
//! bold    ([\s>_~]|^)\*(.+?)\*([^a-zA-Z\d]|$)
//! strike  ([\s>_*]|^)~(.+?)~([^a-zA-Z\d]|$)
//! code    ([\s>_*~]|^)`(.+?)`([^a-zA-Z\d]|$)
//! ```

mod channels;

use std::ops::Range;

use serde_json::Value as Json;

use crate::support::{assert_no_problems, bacheca, real_site, repository_path};

/// Maximum length of a WhatsApp text, in UTF-16 units (Business API).
const MAX_UTF16_UNITS: usize = 4_096;

const MARKERS: [char; 4] = ['*', '_', '~', '`'];

/// A message and its item.
struct Message {
    path: String,
    text: String,
    title: String,
    address: String,
    is_translated: bool,
}

/// Message of every open item in every language that it has.
fn whatsapp_messages() -> Vec<Message> {
    let site = real_site();
    let data: Json = serde_json::from_slice(&std::fs::read(site.join("dati/opportunita.json")).unwrap()).unwrap();
    let config: toml::Table = std::fs::read_to_string(repository_path("site.toml")).unwrap().parse().unwrap();
    let (board, mut messages) = (&config["bacheca"], Vec::new());
    let address = board["indirizzo"].as_str().unwrap();
    for item in data["opportunita"].as_array().unwrap().iter().filter(|item| item["aperta"] == true) {
        for language in board["lingue"].as_array().unwrap().iter().filter_map(toml::Value::as_str) {
            let folder =
                if language == board["lingua"].as_str().unwrap() { String::new() } else { format!("{language}/") };
            let path = format!("{folder}o/{}/", item["slug"].as_str().unwrap());
            let text = std::fs::read_to_string(site.join(&path).join("whatsapp.txt"));
            let text = text.unwrap_or_else(|error| panic!("{path}whatsapp.txt of an open item: {error}"));
            let translated = &item["traduzioni"][language];
            let mut titles =
                [translated, item].into_iter().flat_map(|words| [&words["titolo_breve"], &words["titolo"]]);
            let title = titles.find_map(Json::as_str).unwrap().to_owned();
            messages.push(Message {
                address: format!("{address}{path}"),
                path: format!("{path}whatsapp.txt"),
                text,
                title,
                is_translated: !translated.is_null(),
            });
        }
    }
    assert!(messages.len() > 20, "the board has no open items to speak of: {}", messages.len());
    messages
}

/// Every text made for pasting: posts, captions, bilingual posts.
fn pasteable_texts() -> Vec<(String, String)> {
    let site = crate::support::read_tree(real_site());
    let pasted = |path: &str| path.contains("/whatsapp") || path.ends_with("/caption.txt");
    let texts: Vec<(String, String)> = site
        .into_iter()
        .filter(|(path, _)| path.ends_with(".txt") && pasted(path))
        .map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap()))
        .collect();
    assert!(texts.len() > 200, "{}", texts.len());
    texts
}

/// Ranges of a line between pairs of markers, as the bridge finds them, without the markers.
fn styled_ranges(line: &[char], marker: char) -> Vec<Range<usize>> {
    let opens = |at: usize| {
        at == 0
            || line[at - 1].is_whitespace()
            || line[at - 1] == '>'
            || (line[at - 1] != marker && matches!(line[at - 1], '*' | '_' | '~'))
    };
    let closes = |at: usize| line.get(at + 1).is_none_or(|next| !next.is_ascii_alphanumeric());
    let (mut found, mut at) = (Vec::new(), 0);
    while at < line.len() {
        let end = (line[at] == marker && opens(at))
            .then(|| (at + 2..line.len()).find(|end| line[*end] == marker && closes(*end)))
            .flatten();
        match end {
            Some(end) => {
                found.push(at + 1..end);
                at = end + 1;
            }
            None => at += 1,
        }
    }
    found
}

/// Positions of markers that the reader would see: unpaired, at the edge of a word, not in an address.
fn stray_markers(line: &[char]) -> Vec<usize> {
    let used: Vec<usize> = MARKERS
        .iter()
        .flat_map(|marker| styled_ranges(line, *marker))
        .flat_map(|range| [range.start - 1, range.end])
        .collect();
    let word_of = |at: usize| {
        let start = line[..at].iter().rposition(|letter| letter.is_whitespace()).map_or(0, |space| space + 1);
        line[start..].iter().take_while(|letter| !letter.is_whitespace()).collect::<String>()
    };
    let letter = |at: Option<usize>| at.and_then(|at| line.get(at)).is_some_and(|letter| letter.is_alphanumeric());
    let seen = |at: &usize| {
        let word = word_of(*at);
        let inside = letter(at.checked_sub(1)) && letter(Some(at + 1));
        MARKERS.contains(&line[*at]) && !used.contains(at) && !inside && !word.contains("://") && !word.contains('@')
    };
    (0..line.len()).filter(seen).collect()
}

fn chars_of(line: &str) -> Vec<char> {
    line.chars().collect()
}

#[test]
fn whatsapp_reader_finds_known_styles() {
    let bold = |line: &str| -> Vec<String> {
        let line = chars_of(line);
        styled_ranges(&line, '*').into_iter().map(|range| line[range].iter().collect()).collect()
    };
    assert_eq!(bold("📌 *nota* e *Scadenza:* 30/11"), ["nota", "Scadenza:"]);
    for plain in ["super*bold*ly", "5*3*2", "(*nota*)", "«*nota*»", "📌*nota*", "*Scadenza:*30/11"] {
        assert!(bold(plain).is_empty(), "{plain}");
    }
    assert_eq!(stray_markers(&chars_of("*a _b_ c* e x_y@z.it o https://x.it/_a_")), Vec::<usize>::new());
    assert_eq!(stray_markers(&chars_of("una *nota e basta")), [4]);
    assert_eq!(stray_markers(&chars_of("**nota**")), [1, 7]);
}

#[test]
fn whatsapp_text_has_no_stray_markers() {
    let mut problems = Vec::new();
    for (path, text) in pasteable_texts() {
        for line in text.lines() {
            // A list item may start with an asterisk.
            let letters = chars_of(line.strip_prefix("* ").unwrap_or(line));
            problems.extend(
                (!stray_markers(&letters).is_empty()).then(|| format!("{path}: a marker is left over in «{line}»")),
            );
            for marker in MARKERS {
                for range in styled_ranges(&letters, marker) {
                    let inner: String = letters[range].iter().collect();
                    let address = inner.contains("://") || inner.contains('@');
                    if address || inner.trim() != inner || inner.contains(marker) {
                        problems.push(format!("{path}: «{inner}» should not be styled with {marker}"));
                    }
                }
            }
            for written in ["**", "__", "~~", "](", "\\*", "\\_", "<b", "</", "&amp;", "&#"] {
                let link = line.split(' ').any(|word| word.contains("://") && word.contains(written));
                problems.extend((line.contains(written) && !link).then(|| format!("{path}: {written} in «{line}»")));
            }
            problems.extend(line.starts_with('#').then(|| format!("{path}: a heading of Markdown: «{line}»")));
        }
    }
    assert_no_problems(problems);
}

#[test]
fn whatsapp_first_line_is_the_bold_title() {
    let mut problems = Vec::new();
    for message in whatsapp_messages() {
        let first = chars_of(message.text.lines().next().unwrap_or_default());
        let bold: Vec<String> =
            styled_ranges(&first, '*').into_iter().map(|range| first[range].iter().collect()).collect();
        if !bold.contains(&message.title) {
            problems.push(format!("{}: «{}» is not among {bold:?}", message.path, message.title));
        }
    }
    assert_no_problems(problems);
}

#[test]
fn whatsapp_last_line_is_the_address_alone() {
    let mut problems = Vec::new();
    for message in whatsapp_messages() {
        if message.text.lines().last() != Some(message.address.as_str()) || message.text.ends_with('\n') {
            problems.push(format!("{}: ends with {:?}", message.path, message.text.lines().last()));
        }
        // Phones take adjacent characters for a part of the address.
        for line in message.text.lines() {
            let address = line.split(' ').find(|word| word.contains("://"));
            if address.is_some_and(|word| word.ends_with(['.', ',', ';', ':', '!', '?', ')', '»', '*', '_'])) {
                problems.push(format!("{}: a sign touches the address in «{line}»", message.path));
            }
        }
    }
    assert_no_problems(problems);
}

#[test]
fn whatsapp_text_is_tidy_and_within_limit() {
    let mut problems = Vec::new();
    for (path, text) in pasteable_texts() {
        let units = text.encode_utf16().count();
        problems.extend((units > MAX_UTF16_UNITS).then(|| format!("{path}: {units} units of UTF-16")));
        problems.extend(text.contains("\n\n\n").then(|| format!("{path}: two empty lines in a row")));
        problems.extend(
            text.contains(['\r', '\t', '\u{feff}', '\u{200b}']).then(|| format!("{path}: a sign that nobody sees")),
        );
        problems.extend(
            text.lines().filter(|line| line.trim() != *line).map(|line| format!("{path}: space around «{line}»")),
        );
        problems.extend(
            text.lines().filter(|line| line.contains("  ")).map(|line| format!("{path}: two spaces in «{line}»")),
        );
    }
    assert_no_problems(problems);
}

/// The WhatsApp text of `tests/messages/<name>.md` equals `<name>.txt`.
#[test]
fn whatsapp_text_of_markdown_is_as_expected() {
    let folder = repository_path("tests/messages");
    let cases: Vec<_> =
        crate::support::read_tree(&folder).into_iter().filter(|(path, _)| path.ends_with(".md")).collect();
    assert!(cases.len() >= 40, "only {} cases", cases.len());
    let mut problems = Vec::new();
    for (path, markdown) in cases {
        let markdown = String::from_utf8(markdown).unwrap();
        let text = std::fs::read_to_string(folder.join(path.replace(".md", ".txt"))).unwrap();
        let expected = text.strip_suffix('\n').unwrap_or(&text);
        let output = bacheca::compose::messenger::find_messenger("whatsapp")
            .unwrap()
            .format_blocks(&bacheca::markdown::parse_blocks(&markdown), "ltr");
        if output != expected {
            problems.push(format!("tests/messages/{path}\n--- says\n{output}\n--- expected\n{expected}"));
        }
    }
    assert_no_problems(problems);
}

#[test]
fn whatsapp_styles_equal_markdown_styles() {
    const WORDS: [&str; 14] = [
        "corso",
        "perché",
        "città",
        "18:30",
        "دورة",
        "বিনামূল্যে",
        "безкоштовно",
        "📌",
        "l'aula",
        "5\\*3\\*2",
        "A2",
        "snake\\_case",
        "50\\~60",
        "«gratis»",
    ];
    const ATOMS: [&str; 4] =
        ["https://example.org/a_b_c/_d_?x=*y*", "nome_cognome_x@example.it", "+39 06 5550 0110", "www.example.org/a_b"];
    let mut chance = fastrand::Rng::with_seed(20_261_122);
    let mut problems = Vec::new();
    for _ in 0..3_000 {
        let (mut source, mut bold, mut atoms) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..=chance.usize(..7) {
            let words = |chance: &mut fastrand::Rng| {
                (0..=chance.usize(..2)).map(|_| chance.choice(&WORDS).copied().unwrap()).collect::<Vec<_>>().join(" ")
            };
            let plain = |text: &str| text.replace('\\', "");
            match chance.usize(..7) {
                0 => {
                    let words = words(&mut chance);
                    source.push(format!("**{words}**"));
                    bold.push(plain(&words));
                }
                1 => {
                    let (outer, inner) = (words(&mut chance), words(&mut chance));
                    source.push(format!("**{outer} *{inner}* {outer}**"));
                    // A text that contains the marker of its style is not styled.
                    let inner = plain(&inner);
                    let inner = if inner.contains('_') { inner } else { format!("_{inner}_") };
                    bold.push(format!("{outer} {inner} {outer}", outer = plain(&outer)));
                }
                2 => source.push(format!("*{}*", words(&mut chance))),
                3 => source.push(format!("~~{}~~", words(&mut chance))),
                4 => {
                    let atom = chance.choice(&ATOMS).copied().unwrap();
                    source.push(atom.replace('*', "\\*").replace('_', "\\_"));
                    atoms.push(atom);
                }
                _ => source.push(words(&mut chance)),
            }
        }
        let markdown = source.join(" ");
        let text = bacheca::compose::messenger::find_messenger("whatsapp")
            .unwrap()
            .format_blocks(&bacheca::markdown::parse_blocks(&markdown), "ltr");
        let line = chars_of(&text);
        let read: Vec<String> =
            styled_ranges(&line, '*').into_iter().map(|range| line[range].iter().collect()).collect();
        // Characters that could be markers are replaced by similar ones, or the text is not styled.
        let wanted: Vec<&String> = bold.iter().filter(|words| !words.contains(['*', '~'])).collect();
        let missing = wanted.iter().any(|words| !read.contains(words));
        let more = read.iter().any(|words| !bold.iter().any(|bold| bold == words));
        let broken = atoms.iter().any(|atom| !text.contains(atom));
        if missing || more || broken || !stray_markers(&line).is_empty() {
            problems.push(format!("{markdown}\n  says     {text}\n  bold     {read:?}\n  expected {bold:?}"));
        }
    }
    problems.truncate(5);
    assert_no_problems(problems);
}

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

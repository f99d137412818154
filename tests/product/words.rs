//! Words of items at the level of the surface: short titles, towns, hours, permits, closed words and words of fields in
//! other languages, further lines of sheets, short messages.

use std::path::Path;

use bacheca::locale::vocabulary_key;
use bacheca::model;

use crate::support::{
    ITEMS, POPPLER, Tree, assert_no_problems, bacheca, board_with, course_with, read_tree, real_site, repository_path,
    run_tool, site_with_all_kinds, small_board, write,
};

/// Languages of the tests at the level of the surface, with the folder of their pages.
const LANGUAGES: [(&str, &str); 4] = [("it", ""), ("ar", "ar/"), ("bn", "bn/"), ("ur", "ur/")];

/// A text without the signs that keep figures together and give it a direction, and with its apostrophes.
fn plain(text: &str) -> String {
    let is_shown = |letter: &char| !matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2069}');
    text.replace("&#39;", "'").replace("&amp;", "&").replace('\u{a0}', " ").chars().filter(is_shown).collect()
}

fn real_file(path: &str) -> String {
    plain(&std::fs::read_to_string(real_site().join(path)).unwrap_or_else(|error| panic!("{path}: {error}")))
}

/// Texts of a file of the theme, each with its key.
fn theme_texts(language: &str) -> Vec<(String, String)> {
    let file = repository_path(&format!("themes/default/i18n/{language}.ftl"));
    let texts = std::fs::read_to_string(file).unwrap();
    let pairs = texts.lines().filter_map(|line| line.split_once(" = "));
    pairs.map(|(key, text)| (key.to_owned(), text.to_owned())).collect()
}

fn theme_text(language: &str, key: &str) -> String {
    let found = theme_texts(language).into_iter().find(|(known, _)| known == key);
    found.unwrap_or_else(|| panic!("{language}: {key}")).1
}

/// Words of the sheets of the real board's open items in a language.
fn words_of_sheets(language: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let pdf = folder.path().join("fogli.pdf");
    let arguments = ["poster", "--open", "--lang", language, "--out", pdf.to_str().unwrap()];
    bacheca(&repository_path(""), &arguments).expect_code(0);
    let text = String::from_utf8(run_tool("pdftotext", POPPLER, &["-raw", pdf.to_str().unwrap(), "-"])).unwrap();
    plain(&text).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn short_title_stands_where_there_is_little_room() {
    let data: serde_json::Value = serde_json::from_str(&real_file("dati/opportunita.json")).unwrap();
    let items = data["opportunita"].as_array().unwrap();
    let item = items.iter().find(|item| item["slug"] == "contributo-primo-affitto").unwrap();
    for (language, folder) in LANGUAGES {
        let words = if language == "it" { item } else { &item["traduzioni"][language] };
        let (whole, short) = (words["titolo"].as_str().unwrap(), words["titolo_breve"].as_str().unwrap());
        assert!(short.chars().count() <= 40 && whole.chars().count() > 50, "{language}");
        let (whole, short) = (plain(whole), plain(short));
        let page = real_file(&format!("{folder}o/contributo-primo-affitto/index.html"));
        assert!(page.contains(&format!("<title>{short} · ")), "{language}");
        assert!(page.contains(&format!("<meta property=\"og:title\" content=\"{short}\">")), "{language}");
        assert!(page.contains(&format!("{whole}</h1>")), "{language}: the page has room for the whole title");
        let list = real_file(&format!("{folder}abitare/index.html"));
        assert!(list.contains(&format!(">{short}</a></h3>")) && !list.contains(&whole), "{language}");
        for message in ["whatsapp.txt", "caption.txt"] {
            let text = real_file(&format!("{folder}o/contributo-primo-affitto/{message}"));
            assert!(text.lines().next().unwrap().contains(&short) && !text.contains(&whole), "{language} {message}");
        }
        let sms = ["post", "contributo-primo-affitto", "--channel", "sms", "--lang", language];
        let sms = plain(&bacheca(&repository_path(""), &sms).expect_code(0).out);
        assert!(sms.contains(&format!("{short}.")) && !sms.contains(&whole), "{language}: {sms}");
    }
    let sheets = words_of_sheets("it");
    assert!(sheets.contains("Aiuto per la caparra e l'affitto") && !sheets.contains("i primi mesi di affitto per chi"));
}

#[test]
fn town_stands_behind_the_street() {
    let place = "Municipio V, Roma";
    for (language, folder) in LANGUAGES {
        let page = real_file(&format!("{folder}o/italiano-a2-casilina/index.html"));
        assert!(page.contains(place), "{language}");
        for message in ["whatsapp.txt", "caption.txt"] {
            let text = real_file(&format!("{folder}o/italiano-a2-casilina/{message}"));
            assert!(text.contains(&format!("Via Casilina 565 · {place}")), "{language} {message}: {text}");
        }
    }
    for language in ["it", "bn"] {
        assert!(words_of_sheets(language).contains(&format!("Via Casilina 565 · {place}")), "{language}");
    }
    let digest = plain(&bacheca(&small_board_path(), &["post", "--digest"]).expect_code(0).out);
    assert!(digest.contains("Via Rossi 2 · Quartiere II, Borgo"), "{digest}");
    // A place without a district has the town alone, and one in another town has that.
    for (place, expected) in [
        ("{indirizzo: via Verdi 3, citta: Borgo}", "📍 *Via Verdi 3 · Borgo*"),
        ("\"via Verdi 3, Borgo\"", "📍 *Via Verdi 3 · Borgo*"),
        ("{indirizzo: via Verdi 3, citta: Altrove}", "📍 *Via Verdi 3, Altrove*"),
        ("{nome: Parco delle Querce, zona: I}", "📍 *Parco delle Querce · Quartiere I, Borgo*"),
    ] {
        let text = course_with("").replace("{indirizzo: via Roma 1, citta: Borgo, zona: I}", place);
        let board = board_with("prova", text);
        let post = plain(&bacheca(board.path(), &["post", "prova"]).expect_code(0).out);
        assert!(post.lines().any(|line| line == expected), "{place}: {post}");
    }
}

fn small_board_path() -> std::path::PathBuf {
    repository_path("tests/site/board")
}

#[test]
fn place_that_is_always_open_says_its_hours() {
    let hours = [
        ("it", "mercoledì 15:00–18:30"),
        ("ar", "الأربعاء من 15:00 إلى 18:30"),
        ("bn", "বুধবার 15:00–18:30"),
        ("ur", "بدھ 15:00 سے 18:30 تک"),
    ];
    for ((language, folder), (_, hours)) in LANGUAGES.into_iter().zip(hours) {
        let sentence = plain(&theme_text(language, "status_open_hours").replace("{ $hours }", hours));
        let list = real_file(&format!("{folder}progetto/index.html"));
        let (_, card) = list.split_once("o/medico-senza-permesso/").unwrap();
        assert!(card.split_once("</li>").unwrap().0.contains(&sentence), "{language}: {card}");
        let page = real_file(&format!("{folder}o/medico-senza-permesso/index.html"));
        assert!(page.contains(&format!(">{sentence}</strong>")), "{language}");
        let message = real_file(&format!("{folder}o/medico-senza-permesso/whatsapp.txt"));
        assert!(message.lines().nth(1).unwrap().contains(&sentence), "{language}: {message}");
        assert!(!message.contains(&theme_text(language, "status_open_no_end")), "{language}: {message}");
        if language != "ur" && language != "ar" {
            assert!(words_of_sheets(language).contains(&sentence), "{language}");
        }
    }
}

#[test]
fn short_answer_names_the_permits() {
    for (language, folder) in LANGUAGES {
        let permit = |name: &str| {
            let word = theme_text(language, &format!("permit-{name}"));
            word.split('(').next().unwrap().trim().to_owned()
        };
        let (asylum, protection) = (permit("asilo"), permit("protezione-sussidiaria"));
        let others = theme_text(language, "and_others").replace("{ $names }", "").replace("{ $count }", "3");
        for file in ["index.html", "whatsapp.txt", "caption.txt"] {
            let text = real_file(&format!("{folder}o/duplicato-permesso-smarrito/{file}"));
            let start = theme_text(language, "who_permit_of").replace("{ $permits }", "");
            let rest = text
                .to_lowercase()
                .split_once(start.trim_end().to_lowercase().as_str())
                .map(|(_, rest)| rest.lines().next().unwrap_or_default().to_owned());
            let rest = rest.unwrap_or_else(|| panic!("{language} {file}: no {start} in {text}"));
            let names = [asylum.to_lowercase(), protection.to_lowercase(), others.trim().to_lowercase()];
            assert!(names.iter().all(|name| rest.contains(name)), "{language} {file}: {rest}");
        }
    }
}

/// Pieces of text of a page, without its prose: between tags, around signs that join lines.
fn pieces(page: &str) -> Vec<String> {
    let mut rest = page.replace("e-content prose", "prose");
    while let Some((before, after)) = rest.clone().split_once("<div class=\"prose\"") {
        rest = format!("{before}{}", after.split_once("</div>").map_or("", |(_, after)| after));
    }
    let texts = rest.split('<').filter_map(|part| part.split_once('>').map(|(_, text)| plain(text)));
    let pieces = |text: String| {
        let piece =
            |piece: &str| piece.trim_start_matches(|letter: char| !letter.is_alphanumeric()).trim().to_lowercase();
        text.split(['·', '\n']).map(piece).collect::<Vec<String>>()
    };
    texts.flat_map(pieces).collect()
}

/// Closed words of Italian files, and their Italian text in the theme, which a language writes in another way.
fn closed_words(language: &str) -> Vec<String> {
    let (italian, own) = (theme_texts("it"), theme_texts(language));
    let find = |texts: &[(String, String)], key: &str| {
        texts.iter().find(|(known, _)| known == key).map(|(_, text)| text.to_lowercase())
    };
    let name = find(&italian, "autonym");
    let mut vocabularies: Vec<(&str, Vec<&str>)> =
        model::VOCABULARIES.iter().map(|(name, words)| (*name, words.to_vec())).collect();
    vocabularies.push(("fact", vec![model::NOT_OFFERED, model::NOT_STATED, model::TO_ASK]));
    vocabularies.push(("deadline", model::Deadline::WORDS.to_vec()));
    let mut found = Vec::new();
    for (vocabulary, words) in vocabularies {
        for word in words {
            let key = vocabulary_key(vocabulary, word);
            let text = find(&italian, &key);
            let own = find(&own, &key);
            // Words of which the theme has no text are never shown.
            let Some(own) = own else { continue };
            let words = [Some(word.to_lowercase()), text].into_iter().flatten();
            // Short ones are words of other languages too; the switcher names each language in its own words.
            let is_name = |word: &str| Some(word) == name.as_deref();
            found.extend(words.filter(|word| word.len() > 3 && !own.contains(word.as_str()) && !is_name(word)));
        }
    }
    assert!(found.len() > 100, "{language}: {}", found.len());
    found
}

#[test]
fn pages_of_other_languages_show_no_closed_word_in_italian() {
    let mut problems = Vec::new();
    // Words in the names of groups are none of a vocabulary; the pages that explain the format or Italian words quote them.
    let mut look = |site: &Tree, languages: &[&str], names: &[&str]| {
        let is_explained = |path: &str| {
            ["/regole/", "/riferimento/", "/come-annunciare/", "/parole/"].iter().any(|page| path.contains(page))
        };
        for language in languages {
            let closed = closed_words(language);
            for (path, bytes) in site {
                let is_text = path.ends_with(".html") || path.ends_with(".txt");
                if !is_text || is_explained(path) || !path.starts_with(&format!("{language}/")) {
                    continue;
                }
                let text = String::from_utf8_lossy(bytes);
                let text = if path.ends_with(".txt") { format!("<p>{text}") } else { text.into_owned() };
                let shown = pieces(&text);
                let found = closed.iter().filter(|word| shown.contains(word) && !names.contains(&word.as_str()));
                problems.extend(found.map(|word| format!("{path}: «{word}»")));
            }
        }
    };
    look(&read_tree(real_site()), &["en", "fr", "es", "ar", "bn", "uk", "ur", "fa", "ru", "zh"], &[]);
    look(site_with_all_kinds(), &["en", "ar"], &["mattina"]);
    // Words of fields that say that there is none.
    let board = board_with(
        "prova",
        course_with("attestato: non previsto\nfrequenza: non previsto\ndocumenti: [non previsto]\n"),
    );
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    let site = read_tree(&board.path().join("public"));
    let page = String::from_utf8(site["en/o/prova/index.html"].clone()).unwrap();
    assert!(page.contains(&theme_text("en", "fact-non-previsto")), "{page}");
    look(&site, &["en", "ar"], &[]);
    problems.sort();
    problems.dedup();
    assert_no_problems(problems);
}

/// The file that `translate` writes, with a text of its own for each of the words of fields.
fn translate_everything(board: &Path, slug: &str) -> Vec<(String, String)> {
    let form = bacheca(board, &["translate", slug, "en"]).expect_code(0).out;
    let mut pairs = Vec::new();
    let lines = form.lines().map(|line| {
        let Some(line) = line.strip_prefix("# ").filter(|line| line.starts_with("testi:") || line.starts_with("  "))
        else {
            return line.to_owned();
        };
        if let Some(original) = line.trim().strip_prefix("- originale: ") {
            pairs.push((original.trim_matches('"').replace("\\\"", "\""), format!("word{}x", pairs.len())));
        }
        let translated = || format!("    traduzione: {}", pairs.last().unwrap().1);
        if line.trim_start().starts_with("traduzione:") { translated() } else { line.to_owned() }
    });
    let text = lines.collect::<Vec<_>>().join("\n");
    let text = text.replace("titolo_breve: \"\"", "titolo_breve: Whole");
    let text = text.replace("titolo: \"\"", "titolo: Whole case").replace("sintesi: \"\"", "sintesi: All there is.");
    let (facts, _) = text
        .replace("modo: \"\"", "modo: umana")
        .rsplit_once("---\n")
        .map(|(facts, text)| (facts.to_owned(), text.to_owned()))
        .unwrap();
    write(&board.join(format!("{ITEMS}/{slug}.en.md")), format!("{facts}---\n\nText.\n"));
    pairs
}

#[test]
fn words_of_every_text_field_are_shown_as_translated() {
    let board = small_board();
    for (path, bytes) in read_tree(&repository_path("tests/kinds")) {
        let real = |line: &&str| !["stato:", "esempio:", "archiviato:"].iter().any(|key| line.starts_with(key));
        let text = |bytes| -> String {
            String::from_utf8(bytes).unwrap().lines().filter(real).flat_map(|line| [line, "\n"]).collect()
        };
        let bytes = if path.ends_with(".md") { text(bytes).into_bytes() } else { bytes };
        write(&board.path().join(ITEMS).join(&path), bytes);
    }
    let slugs = model::Kind::ALL.map(|kind| format!("{}-full", kind.key()));
    let pairs = slugs.map(|slug| (slug.clone(), translate_everything(board.path(), &slug)));
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    let (mut problems, mut count) = (Vec::new(), 0);
    for (slug, pairs) in pairs {
        assert!(pairs.len() > 5, "{slug}: {pairs:?}");
        let page = std::fs::read_to_string(board.path().join(format!("public/en/o/{slug}/index.html"))).unwrap();
        let text = pieces(&page).join("\n");
        for (original, translated) in pairs {
            count += usize::from(text.contains(&translated));
            // The subject of a mail is written as it stands.
            let is_subject = original == "ISCRIZIONE A2: nome";
            if !is_subject && text.lines().any(|line| line.contains(&plain(&original).to_lowercase())) {
                problems.push(format!("{slug}: «{original}» is not «{translated}»"));
            }
        }
    }
    assert!(count > 60, "{count} translated words are shown");
    assert_no_problems(problems);
}

#[test]
fn short_message_fills_its_room_with_what_matters_most() {
    let post = |slug: &str, language: &str| {
        let run = bacheca(&repository_path(""), &["post", slug, "--channel", "sms", "--lang", language]).expect_code(0);
        (plain(&run.out), run.err)
    };
    let (course, length) = post("italiano-a2-casilina", "it");
    for part in [
        "Iscriviti entro venerdì 4 dicembre 2026.",
        "Gratis.",
        "Via Casilina 565 - Municipio V, Roma.",
        "Da 16 anni, con permesso o ricevuta, italiano da A1.",
        "Chiama 06 5550 0110.",
        "Lun, mer e ven 9:30-12:00.",
    ] {
        assert!(course.contains(part), "no {part}: {course}");
    }
    assert!(length.contains("sms: 2 di 3"), "{length}");
    // Another alphabet has less room: what to do, how much, then whom to ask or else where, if it fits.
    for (language, cost, last) in
        [("ar", "مجاني", "Via Casilina 565"), ("bn", "বিনামূল্যে", ""), ("ur", "مفت", "06 5550 0110")]
    {
        let (text, length) = post("italiano-a2-casilina", language);
        assert!(text.contains(cost) && text.contains(last), "{language}: {text}");
        assert!(length.contains("sms: 3 di 3"), "{language}: {length}");
    }
}

#[test]
fn sheet_says_what_to_bring_and_what_is_asked_of_a_worker() {
    let documents = |language: &str| theme_text(language, "row_documents");
    for language in ["it", "bn"] {
        let sheets = words_of_sheets(language);
        assert!(sheets.matches(&plain(&documents(language))).count() >= 8, "{language}: {sheets}");
    }
    let sheets = words_of_sheets("it");
    assert!(sheets.contains("Requisiti esperienza in cucina"), "{sheets}");
    assert!(sheets.contains("Scrivi a sportello@cartein"), "{sheets}");
}

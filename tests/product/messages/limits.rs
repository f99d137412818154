//! Texts of every messenger within its limits, in every language, of announcements that leave the least room; and the texts
//! for WhatsApp Business.

use std::path::Path;

use bacheca::board::Board;
use bacheca::compose::fact_sheet::{build_fact_sheet, item_path};
use bacheca::compose::message::{MessageContext, render_bilingual, render_text};
use bacheca::compose::messenger::limits::{LIMITS, TEMPLATE_BODY, TEMPLATE_FOOTER, TEMPLATE_HEADER};
use bacheca::compose::messenger::{Desk, MESSENGERS, Messenger};
use bacheca::compose::whatsapp_business::{build_business_pack, build_templates};
use bacheca::config::Config;
use bacheca::locale::{Locale, Locales};
use bacheca::templates::Templates;
use bacheca::text::emoji::{is_emoji, is_emoji_modifier};
use bacheca::theme::Theme;

use crate::support::{ITEMS, TODAY, assert_no_problems, repository_path, small_board, write};

fn load_board(root: &Path) -> Board {
    let config = Config::load(root).map_err(|(_, problem)| format!("{problem:?}")).unwrap();
    Board::clone(&bacheca::board::load(root, config, TODAY.parse().unwrap()).board)
}

/// The small board in eleven languages, with announcements whose words leave no room: a title that nobody has shortened,
/// lists, long names; an invented example, at a long address.
fn worst_board() -> tempfile::TempDir {
    let board = small_board();
    let site = board.path().join("site.toml");
    let text = std::fs::read_to_string(&site).unwrap();
    let languages = r#"lingue = ["it", "en", "fr", "es", "ar", "bn", "uk", "ur", "fa", "ru", "zh"]"#;
    write(&site, text.replace(r#"lingue = ["it", "en", "ar"]"#, languages));
    let title = "Corso professionale di operatrice e operatore socio-sanitario con tirocinio in tre strutture";
    for (kind, slug) in [("formazione", "corso"), ("lavoro", "lavoro"), ("evento", "evento"), ("abitare", "casa")] {
        let example = std::fs::read_to_string(repository_path(&format!("tests/examples/{kind}.md"))).unwrap();
        let lines = example.lines().map(|line| match line.split_once(": ") {
            Some(("titolo", _)) => format!("titolo: \"{title}\""),
            Some(("titolo_breve", _)) => String::new(),
            _ => line.to_owned(),
        });
        let text = lines.collect::<Vec<_>>().join("\n").replacen("---\n", "---\nesempio: true\n", 1);
        let name = format!("{slug}-{}", "un-nome-lungo-".repeat(2).trim_end_matches('-'));
        write(&board.path().join(ITEMS).join(format!("{name}.md")), text);
    }
    board
}

/// What a text for a timeline must be besides: what is known at its first letters, no markers, few hashtags.
fn check_timeline(messenger: &Messenger, text: &str, (title, status): (&str, &str), problems: &mut Vec<String>) {
    let Some(timeline) = messenger.timeline else { return };
    let seen: String = String::from_utf16_lossy(&text.encode_utf16().take(timeline.fold).collect::<Vec<_>>());
    let letters = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
    let begins: String = title.chars().take(20).collect();
    if !letters(&seen).contains(&letters(&begins)) || !letters(&seen).contains(&letters(status)) {
        problems.push(format!("title and status are not in «{seen}»"));
    }
    let tags = text.split_whitespace().filter(|word| word.starts_with('#')).count();
    if tags > timeline.tags {
        problems.push(format!("{tags} hashtags\n{text}"));
    }
    for marker in ["**", "__", "\\", "]("] {
        problems.extend(text.contains(marker).then(|| format!("{marker} in\n{text}")));
    }
}

/// What is read aloud: no signs that nobody can say, and no figures where the board knows the words.
fn check_speech(text: &str, language: &str, problems: &mut Vec<String>) {
    let is_sign = |letter: char| is_emoji(letter) || is_emoji_modifier(letter) || "/@*_#[](){}|<>•·".contains(letter);
    problems.extend(text.contains(is_sign).then(|| format!("a sign in\n{text}")));
    problems.extend((text.contains("www.") || text.contains(".org")).then(|| format!("an address in\n{text}")));
    let has_words = ["it", "fr", "es"].contains(&language);
    let has_figures = text.contains(|letter: char| letter.is_ascii_digit());
    problems.extend((has_words && has_figures).then(|| format!("figures in\n{text}")));
}

#[test]
fn every_text_is_within_the_limits_of_its_service() {
    let mut problems = Vec::new();
    let worst = worst_board();
    for root in [worst.path(), &repository_path("")] {
        let board = load_board(root);
        let theme = Theme::load(&board.root, &board.config.bacheca.tema).unwrap();
        let locales = Locales::load(&theme, &board.config.bacheca.lingue).unwrap();
        let templates = Templates::load(&theme).unwrap();
        let own = locales.board_locale();
        assert!(board.open_items().len() > 5, "few open announcements: {}", board.open_items().len());
        for item in board.open_items() {
            let own_sheet = build_fact_sheet(&board, item, own);
            let own_url = board.url(&item_path(&board, &item.slug, &own.code));
            for locale in locales.iter() {
                let sheet = build_fact_sheet(&board, item, locale);
                let url = board.url(&item_path(&board, &item.slug, &locale.code));
                let [context, own_context] = [(locale, &sheet, url.as_str()), (own, &own_sheet, own_url.as_str())].map(
                    |(locale, sheet, url)| MessageContext {
                        templates: &templates,
                        board: &board,
                        locale,
                        item,
                        sheet,
                        url,
                    },
                );
                for messenger in MESSENGERS {
                    let text = render_text(&context, messenger).unwrap();
                    let both = render_bilingual(&context, &own_context, messenger).unwrap();
                    let mut found = Vec::new();
                    for text in [&text, &both.text] {
                        let length = (messenger.count)(text);
                        found.extend((length > messenger.limit).then(|| format!("{length} of {}", messenger.limit)));
                    }
                    let address = url.split_once("://").map_or(url.as_str(), |(_, address)| address);
                    if messenger.is_read_aloud {
                        check_speech(&text, &locale.code, &mut found);
                    } else if !text.contains(address.trim_end_matches('/')) {
                        found.push(format!("no address in\n{text}"));
                    }
                    // What is open without end has nothing to do by a day.
                    let status = sheet.status.headline.as_ref().map_or("", |_| sheet.status.sentence.as_str());
                    let told = (sheet.short_title.text.as_ref(), status);
                    check_timeline(messenger, &text, told, &mut found);
                    problems.extend(
                        found
                            .iter()
                            .map(|problem| format!("{} {} {}: {problem}", item.slug, messenger.name, locale.code)),
                    );
                }
            }
        }
    }
    problems.truncate(5);
    assert_no_problems(problems);
}

#[test]
fn every_messenger_has_names_of_its_own() {
    let mut names: Vec<&str> = MESSENGERS.iter().flat_map(|messenger| [messenger.name, messenger.label]).collect();
    let all = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), all);
    assert!(MESSENGERS.iter().all(|messenger| !messenger.label.is_empty()));
    for name in ["telegram-bot", "telegram-bot-caption"] {
        let messenger = bacheca::compose::messenger::find_messenger(name).unwrap();
        assert!(messenger.desk == Desk::Absent, "{name} is for programs");
    }
}

#[test]
fn texts_for_whatsapp_business_are_within_its_limits() {
    let mut problems = Vec::new();
    let board = load_board(&repository_path(""));
    let theme = Theme::load(&board.root, &board.config.bacheca.tema).unwrap();
    let locales = Locales::load(&theme, &board.config.bacheca.lingue).unwrap();
    let mut shortcuts = std::collections::BTreeSet::new();
    for locale in locales.iter() {
        let pack =
            build_business_pack(&board, locale, &|need| board.url(&format!("{}aiuto/{}/", locale.root, need.slug())));
        assert!(pack.replies.len() > 5 && pack.messages.len() == 2 && pack.profile.len() > 3, "{}", locale.code);
        for text in pack.messages.iter().chain(&pack.profile).chain(&pack.replies) {
            let units = text.text.encode_utf16().count();
            if units != text.count || text.limit.is_some_and(|limit| units > limit) || text.text.trim() != text.text {
                problems.push(format!("{} {}: {units} of {:?}\n{}", locale.code, text.name, text.limit, text.text));
            }
        }
        for reply in &pack.replies {
            if !shortcuts.insert(reply.name.clone()) || !reply.text.contains("/aiuto/") || reply.name.contains(' ') {
                problems.push(format!("{} {}\n{}", locale.code, reply.name, reply.text));
            }
        }
        problems.extend(template_problems(&board, locale));
    }
    let of = |name: &str| LIMITS.iter().find(|limit| limit.of == name).unwrap().most;
    assert_eq!(of("WhatsApp Business, about"), 139);
    assert_eq!(of("WhatsApp Business, description"), 512);
    assert_no_problems(problems);
}

/// What Meta would refuse: parts that are too long, variables that are not numbered in order, stand at an edge or side by
/// side, or have no sample.
fn template_problems(board: &Board, locale: &Locale) -> Vec<String> {
    let json = serde_json::to_value(build_templates(board, locale)).unwrap();
    let templates = json.as_array().unwrap();
    assert_eq!(templates.len(), 3);
    let mut problems = Vec::new();
    for template in templates {
        let name = template["name"].as_str().unwrap();
        let is_name = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_';
        let mut found: Vec<String> = Vec::new();
        found.extend((!name.chars().all(is_name) || template["category"] != "UTILITY").then(|| "name".to_owned()));
        let kinds: Vec<&str> =
            template["components"].as_array().unwrap().iter().map(|part| part["type"].as_str().unwrap()).collect();
        assert_eq!(kinds, ["HEADER", "BODY", "FOOTER"]);
        for (part, limit) in
            template["components"].as_array().unwrap().iter().zip([TEMPLATE_HEADER, TEMPLATE_BODY, TEMPLATE_FOOTER])
        {
            let mut text = part["text"].as_str().unwrap().to_owned();
            if part["type"] == "BODY" {
                let samples = part["example"]["body_text"][0].as_array().unwrap();
                let bare = text.replace(
                    |letter: char| letter.is_whitespace() || letter.is_ascii_punctuation() && !"{}".contains(letter),
                    "",
                );
                if bare.starts_with('{') || bare.ends_with('}') || bare.contains("}}{{") {
                    found.push(format!("a variable at an edge or beside another: {text}"));
                }
                let mut at = 0;
                for (number, sample) in samples.iter().enumerate() {
                    let variable = format!("{{{{{}}}}}", number + 1);
                    let place = text.find(&variable);
                    found.extend((place.is_none_or(|place| place < at)).then(|| format!("{variable} in {text}")));
                    at = place.unwrap_or(at);
                    text = text.replace(&variable, sample.as_str().unwrap());
                }
            }
            let is_fit = text.encode_utf16().count() <= limit.most && !text.contains(['{', '}', '\n', '\u{2068}']);
            found.extend((!is_fit).then(|| format!("{}: {text}", limit.of)));
        }
        problems.extend(found.into_iter().map(|problem| format!("{} {name}: {problem}", locale.code)));
    }
    problems
}

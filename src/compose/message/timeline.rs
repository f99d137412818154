//! What a post in a timeline needs besides: a title that leaves room for what to do by when, hashtags, an address in words.

use unicode_normalization::char::is_combining_mark;

use super::MessageContext;
use crate::compose::messenger::Messenger;
use crate::compose::whatsapp::utf16_length;
use crate::locale::key;
use crate::text::letter_case::capitalize;

/// Fewer letters of a title say nothing.
const MIN_TITLE: usize = 30;

/// Signs around title and status: two emoji with their spaces, the line end.
const SIGNS: usize = 8;

/// Adds `title`, `tags`, `address` and `host` to the values of a template.
pub(super) fn insert_timeline_values(subject: &MessageContext<'_>, messenger: &Messenger, context: &mut tera::Context) {
    let MessageContext { sheet, locale, url, .. } = subject;
    let title = sheet.short_title.text.as_ref();
    let shortened = messenger.timeline.map(|timeline| {
        let example = if sheet.example { utf16_length(locale.text(key::example)) + "[] ".len() } else { 0 };
        let taken = utf16_length(&sheet.status.sentence) + example + SIGNS;
        shorten(title, timeline.fold.saturating_sub(taken).max(MIN_TITLE))
    });
    context.insert("title", shortened.as_deref().unwrap_or(title));
    context.insert("tags", &hashtags(subject, messenger.timeline.map_or(0, |timeline| timeline.tags)));
    let address = url.split_once("://").map_or(*url, |(_, address)| address);
    context.insert("address", address.trim_end_matches('/'));
    context.insert("host", address.split('/').next().unwrap_or(address));
}

/// As many whole words of a text as `most` units of UTF-16 have room for, with an ellipsis if some are left out.
fn shorten(text: &str, most: usize) -> String {
    if utf16_length(text) <= most {
        return text.to_owned();
    }
    let mut short = String::new();
    for word in text.split_inclusive(' ') {
        if utf16_length(&short) + utf16_length(word.trim_end()) + "…".chars().count() > most {
            break;
        }
        short.push_str(word);
    }
    format!("{}…", short.trim_end().trim_end_matches([',', ';', ':', '.', '–', '-']).trim_end())
}

/// Hashtags of an announcement: its kind in the reader's language, the town, the districts as people know them.
fn hashtags(subject: &MessageContext<'_>, most: usize) -> Vec<String> {
    let MessageContext { board, item, sheet, .. } = subject;
    let territory = &board.config.territorio;
    let neighbourhoods = item.zones().filter_map(|zone| territory.neighbourhoods.get(zone));
    let names = std::iter::once(sheet.kind_label)
        .chain(territory.citta.as_deref())
        .chain(neighbourhoods.flat_map(|names| names.split(',')));
    let mut tags: Vec<String> = Vec::new();
    for tag in names.filter_map(hashtag) {
        if tags.len() < most && !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    tags
}

/// A name as a hashtag: words with capitals joined, in scripts without capitals by a low line; `None` without letters.
fn hashtag(name: &str) -> Option<String> {
    let is_of_word = |letter: char| letter.is_alphanumeric() || is_combining_mark(letter);
    let words: Vec<String> =
        name.split(|letter| !is_of_word(letter)).filter(|word| !word.is_empty()).map(capitalize).collect();
    let has_case = words.iter().flat_map(|word| word.chars()).any(char::is_uppercase);
    let tag = words.join(if has_case { "" } else { "_" });
    tag.chars().any(char::is_alphabetic).then(|| format!("#{tag}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_hashtags_that_stay_whole() {
        for (name, tag) in [
            ("Corsi e formazione", Some("#CorsiEFormazione")),
            ("Tor Bella Monaca", Some("#TorBellaMonaca")),
            ("L'Aquila", Some("#LAquila")),
            ("بازار کار", Some("#بازار_کار")),
            ("কাজ ও প্রশিক্ষণ", Some("#কাজ_ও_প্রশিক্ষণ")),
            ("12", None),
        ] {
            assert_eq!(hashtag(name).as_deref(), tag);
        }
    }

    #[test]
    fn a_title_is_cut_between_words() {
        assert_eq!(shorten("Corso di italiano", 40), "Corso di italiano");
        assert_eq!(shorten("Corso di italiano, livello A2", 20), "Corso di italiano…");
    }
}

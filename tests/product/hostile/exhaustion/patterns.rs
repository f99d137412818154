//! Files of the largest accepted size, each made of one pattern that some rule, parser or output may stumble over.

use crate::hostile::{announcement, announcement_with};
use crate::support::repository_path;

/// Largest accepted file, in bytes.
pub const LARGEST: usize = 64 * 1024;

/// A pattern: an announcement and, for some, its English translation.
pub struct Pattern {
    pub name: &'static str,
    pub item: String,
    pub translation: Option<String>,
    /// Whether it may weigh on pages and messages as well, which take longer to try than the check.
    pub built: bool,
}

/// Repeats a text up to the largest size, front matter left out.
fn fill(text: &str) -> String {
    text.repeat((LARGEST - 1_700) / text.len())
}

/// Writes numbered entries, one after the other, up to the largest size.
fn fill_with(entry: impl Fn(usize) -> String) -> String {
    let mut text = String::new();
    for number in 0.. {
        let next = entry(number);
        if text.len() + next.len() > LARGEST - 1_700 {
            break;
        }
        text.push_str(&next);
    }
    text
}

/// A list of as many entries as a field takes, in quotes.
fn list(key: &str, entry: impl Fn(usize) -> String) -> String {
    let quoted = fill_with(|number| if number < 100 { format!("\"{}\", ", entry(number)) } else { " ".to_owned() });
    format!("{key}: [{}]", quoted.trim_end())
}

/// Six hundred letters of a text.
fn line(text: &str) -> String {
    text.chars().cycle().take(600).collect()
}

/// A course whose dates are replaced by other facts.
fn course(facts: &str) -> String {
    let text = std::fs::read_to_string(repository_path("tests/examples/formazione.md")).unwrap();
    let (_, rest) = text.split_once("---\n").unwrap();
    let (own, body) = rest.split_once("---\n").unwrap();
    let dates = ["date:", "giorni:", "orari:", "edizioni:", "ore_totali:", " "];
    let kept = own.lines().filter(|line| !dates.iter().any(|key| line.starts_with(key)));
    format!("---\n{}\n{facts}\n---\n{body}", kept.collect::<Vec<_>>().join("\n"))
}

/// Days of 2027 from the first on.
fn days(count: usize) -> String {
    let day = |index: usize| format!("2027-{:02}-{:02}", index % 12 + 1, index / 12 % 28 + 1);
    (0..count).map(day).collect::<Vec<_>>().join(", ")
}

fn checked(name: &'static str, item: String) -> Pattern {
    Pattern { name, item, translation: None, built: false }
}

fn built(name: &'static str, item: String) -> Pattern {
    Pattern { built: true, ..checked(name, item) }
}

fn translated(name: &'static str, original: &str, translation: &str) -> Pattern {
    let head = "---\ntitolo: Help desk\nsintesi: A free desk.\nmodo: umana\noriginale: \"00000000\"\n---\n\n";
    Pattern { translation: Some(format!("{head}{translation}\n")), ..checked(name, announcement_with("", original)) }
}

/// Texts of one repeated piece: name, piece, whether pages and messages are tried too.
const REPEATED: [(&str, &str, bool); 76] = [
    ("short words", "a ", false),
    ("words", "parola ", true),
    ("one word", "a", false),
    ("digits", "7", false),
    ("single digits", "1 ", false),
    ("dates", "12 marzo 2026, ", false),
    ("days of the week", "lunedì 3 marzo, ", false),
    ("dates in ISO form", "2026-12-01 ", false),
    ("hours", "dalle 9:00 alle 13:00 ", false),
    ("open hours", "15:30-", false),
    ("prices", "€ 1.400,50 ", false),
    ("prices in words", "dieci euro, ", false),
    ("telephones", "06 5550 0111 ", false),
    ("telephones abroad", "+39 06 5550 0111, ", false),
    ("addresses", "via Casilina 711, ", false),
    ("districts", "Municipio V ", false),
    ("ages", "dai 18 ai 29 anni, ", false),
    ("levels", "A2 B1 ", false),
    ("places", "15 posti, ", false),
    ("durations", "60 ore, 3 mesi, ", false),
    ("permits", "asilo, protezione sussidiaria, ", false),
    ("abbreviations", "p.es. ", false),
    ("acronyms", "ABC CPIA (Centro) ", false),
    ("capitals", "CIAO A TUTTI ", false),
    ("exclamations", "Ciao! ", true),
    ("exclamation marks", "!", false),
    ("full stops", ".", false),
    ("relative days", "domani oggi ieri ", false),
    ("bureaucratic words", "ai sensi di, codesto, ", false),
    ("wrong accents", "e' perche' cosi' ", false),
    ("open brackets", "[", false),
    ("closed brackets", "]", false),
    ("round brackets", "(", false),
    ("brackets after a word", ")", true),
    ("links", "[a](b) ", true),
    ("open links", "[a](", false),
    ("nested links", "[a [b](c) ", true),
    ("references", "[a][a] ", true),
    ("addresses in angle brackets", "<https://a.it> ", true),
    ("web addresses", "https://example.org/a?b=c ", true),
    ("tracking parameters", "https://example.org/?utm_source=a&utm_medium=b ", false),
    ("e-mail addresses", "a@b.it ", false),
    ("addresses spelt out", "info (at) ponte.org ", false),
    ("HTML", "<b>", false),
    ("open comments", "<!-- ", false),
    ("characters by number", "&#x202e;", false),
    ("named characters", "&amp; ", true),
    ("quotations", "> ", true),
    ("quotation marks", "«a» \"b\" 'c' ", false),
    ("stars", "*a **a ", true),
    ("alternating styles", "*a* **b** ~~c~~ ", true),
    ("code", "a`b`", true),
    ("fences", "``` ", false),
    ("lists", "- a\n", true),
    ("sentences on lines", "a.\n", true),
    ("paragraphs", "a\n\n", true),
    ("headings", "# a\n\n", true),
    ("tables", "|a|b|\n|-|-|\n", false),
    ("emoji of several signs", "👨‍👩‍👧‍👦 ", true),
    ("flags", "🇮🇹", false),
    ("Arabic", "مرحبا ١٢ ", true),
    ("Bengali", "৬০ ঘণ্টা ", false),
    ("combining marks", "a\u{301}\u{323}", true),
    ("marks without a letter", "\u{301}", false),
    ("backslashes", "\\", false),
    ("addresses without a scheme in a row", "www.", false),
    ("addresses without a scheme behind users", "www.a@", false),
    ("names of sites in a row", "è.it", false),
    ("characters by number in links", "[a](b&#x202e;)", false),
    ("selectors", "a\u{fe0f}", false),
    ("spaces of no width on lines", "a\u{200b}\n", false),
    ("no-break spaces", "a\u{a0}b ", false),
    ("codes of an e-mail", "=3D", false),
    ("codes of an e-mail in an address", "?=C3=A8", false),
    ("codes of an e-mail in addresses", "://=C3=A8 ", false),
    ("letters encoded twice", "Ã¨ ", false),
];

pub fn patterns() -> Vec<Pattern> {
    let mut all: Vec<Pattern> = REPEATED
        .iter()
        .map(|(name, text, built)| Pattern { built: *built, ..checked(name, announcement_with("", &fill(text))) })
        .collect();
    let titled = |title: &str| announcement().replace("titolo: Sportello diritti", &format!("titolo: {title}"));
    all.extend([
        // Front matter.
        checked("a title of one word", titled(&fill("a"))),
        checked("almost the same title", titled(&format!("{}b", fill("a")))),
        checked("a title of many words", titled(&fill_with(|number| format!("parola{number} ")))),
        checked(
            "rules silenced",
            announcement_with(&format!("silenzia: {{{}}}", fill_with(|number| format!("r{number}: x, "))), "Testo."),
        ),
        checked(
            "rules with long names silenced",
            announcement_with(
                &format!("silenzia: {{{}}}", fill_with(|number| format!("{}{number}: x, ", line("regola")))),
                "Testo.",
            ),
        ),
        checked("earlier names", announcement_with(&format!("alias: [{}]", fill_with(|n| format!("a{n}, "))), "Testo.")),
        checked("unknown fields", announcement_with(&fill_with(|number| format!("k{number}: x\n")), "Testo.")),
        checked("empty fields", announcement_with(&fill_with(|number| format!("k{number}:\n")), "Testo.")),
        checked("a long key", announcement_with(&format!("{}: x", fill("a")), "Testo.")),
        checked("one key many times", announcement_with(&fill("note: x\n"), "Testo.")),
        checked("colons in a value", announcement_with(&format!("note: {}", fill("a: ")), "Testo.")),
        checked("signs of comments", announcement_with(&format!("note: {}", fill("a #b ")), "Testo.")),
        checked("a value over many lines", announcement_with(&format!("note: a\n{}", fill("  b: c #d\n")), "Testo.")),
        checked("lines that are no YAML", announcement_with(&fill("- a\nb\n"), "Testo.")),
        checked("anchors", announcement_with(&format!("x: [{}]", fill_with(|n| format!("&a{n} b, "))), "Testo.")),
        checked("aliases", announcement_with(&format!("x: &a 1\ny: [{}]", fill("*a,")), "Testo.")),
        checked("letters by number", announcement_with(&format!("note: \"{}\"", fill("\\u0061")), "Testo.")),
        // The longest lists of the longest lines.
        built("links in a list", announcement_with(&list("avvertenze", |_| line("[a](b) ")), "Testo.")),
        built("brackets in a list", announcement_with(&list("documenti", |_| line(")")), "Testo.")),
        built("dates in a list", announcement_with(&list("avvertenze", |_| line("12 marzo 2026, ")), "Testo.")),
        built("emoji in a list", announcement_with(&list("avvertenze", |_| line("👨‍👩‍👧‍👦")), "Testo.")),
        built("telephones in a list", announcement_with(&list("avvertenze", |_| line("06 5550 0111 ")), "Testo.")),
        checked(
            "the same words in every list",
            announcement_with(
                &["avvertenze", "servizi", "partner", "territori", "fondo"]
                    .map(|key| list(key, |number| format!("{} {number}", "parola ".repeat(15))))
                    .join("\n"),
                "Testo.",
            ),
        ),
        // Calendars.
        checked("days and hours that multiply", course(&format!(
            "edizioni: [{}]",
            format!("{{date: [{}], orari: [{}]}}, ", days(100), (0..20).map(|n| format!("\"{n}:00\"")).collect::<Vec<_>>().join(", ")).repeat(38)
        ))),
        built("as many occasions as there may be", course(&format!("date: [{}]\norari: [\"9:00-10:00\", \"11:00-12:00\", \"15:00\", \"17:00\"]", days(100)))),
        built("as many editions as there may be", course(&format!(
            "edizioni: [{}]",
            "{date: {inizio: 2026-12-01, fine: 2027-02-26}, giorni: [lun, mar, mer], orari: [\"9:00-10:00\", \"11:00-12:00\"]}, ".repeat(50)
        ))),
        // Texts of different pieces.
        built("different links", announcement_with("", &fill_with(|number| format!("[a](b{number}) ")))),
        checked("different acronyms", announcement_with("", &fill_with(|number| {
            let letter = |place: u32| char::from(b'A' + u8::try_from(number / 26_usize.pow(place) % 26).unwrap());
            format!("Q{}{}{} ", letter(0), letter(1), letter(2))
        }))),
        checked("different telephones", announcement_with("", &fill_with(|number| format!("06 5550 {number:04} ")))),
        checked("different sums", announcement_with("", &fill_with(|number| format!("{number} euro ")))),
        checked("different days", announcement_with("", &fill_with(|n| format!("{} marzo {}, ", n % 28 + 1, n % 200 + 1900)))),
        checked("users before hosts", announcement_with("", &fill("x://a@"))),
        checked("signs by number in a link", announcement_with("", &format!("[a](<{}>)", fill("&rlm;")))),
        checked("references to nothing", announcement_with("", &fill_with(|n| format!("[r{n}]: https://e.it/{n}\n")))),
        built("lists within lists", announcement_with("", &fill_with(|depth| "  ".repeat(depth) + "- a\n"))),
        built("sentences in a bracket", announcement_with("", &format!("( {}", fill("a. ")))),
        built("lines in a bracket", announcement_with("", &format!("( {}", fill("a\n")))),
        built("sentences in a link", announcement_with("", &format!("[a {}", fill("b. ")))),
        // Translations.
        translated("translated telephones", &fill("06 5550 0112 "), &fill("06 5550 0111 ")),
        translated("translated digits", &fill("9 8 7 "), &fill("1 2 3 4 5 ")),
        translated("translated sums", &fill("10 euro "), &fill("35 euros, ")),
        translated("translated hours", &fill("alle 16:30 "), &fill("at 3:15 pm, ")),
        translated("translated dates", &fill("13 marzo 2027, "), &fill("Monday 12 March 2027, ")),
        translated("translated days", &fill("il 15 e il 16 marzo; "), &fill("15 March, ")),
        translated("numbers that nearly occur", &fill("54321 "), &fill("12345 ")),
        translated("different numbers", &fill_with(|n| format!("{} ", 30_000 + n)), &fill_with(|n| format!("{} ", 10_000 + n))),
        translated("long numbers in a row of digits", &fill("123"), &fill_with(|n| format!("{} ", 1_231_231_230 + n))),
        translated("noon", &fill("alle 11:30 "), &fill("12 pm ")),
    ]);
    all
}

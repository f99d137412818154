//! What a pull request may hold to do harm: each case is refused or comes out as plain words, quickly, and nothing
//! outside the board is read or written.

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::support::{TODAY, Tree, bacheca, copy, none, repository, soak, tool, tree, write};

/// Words that are only outside the board.
const SECRET: &str = "parola-segreta-di-fuori";
/// Far more than any run takes.
const LONGEST: Duration = Duration::from_mins(2);
const ITEM: &str = "content/opportunita/2026/prova-ostile.md";
const QUICK: [&str; 3] = ["build", "--skip", "poster,card,print,search"];

/// An announcement that passes, and can be changed.
fn announcement() -> String {
    let text = repository("tests/site/board/content/opportunita/2026/sportello-diritti.md");
    std::fs::read_to_string(text).unwrap().replace("edizione_di: porte-aperte\n", "")
}

/// The announcement with more facts and another text.
fn with(facts: &str, body: &str) -> String {
    let text = announcement();
    let (before, _) = text.rsplit_once("\n---\n").unwrap();
    format!("{before}\n{facts}\n---\n\n{body}\n")
}

/// The announcement with another title.
fn titled(title: &str) -> String {
    announcement().replacen("titolo: Sportello diritti", &format!("titolo: {title}"), 1)
}

fn pictured(file: &str) -> String {
    with(&format!("immagine: {{file: {file}, testo_alternativo: Una porta, crediti: foto di Ponte}}"), "Testo.")
}

type Make = Box<dyn Fn(&Path, &Path) + Send + Sync>;

/// What a case puts into the board (its folder, and one outside), and what `check` and a build end with.
struct Case {
    name: &'static str,
    make: Make,
    check: i32,
    build: i32,
}

fn case(name: &'static str, code: i32, make: impl Fn(&Path, &Path) + Send + Sync + 'static) -> Case {
    Case { name, make: Box::new(make), check: code, build: code }
}

fn text(name: &'static str, code: i32, text: impl Fn() -> String + Send + Sync + 'static) -> Case {
    case(name, code, move |board, _| write(&board.join(ITEM), text()))
}

fn picture(
    name: &'static str,
    code: i32,
    file: &'static str,
    bytes: impl Fn() -> Vec<u8> + Send + Sync + 'static,
) -> Case {
    case(name, code, move |board, _| {
        write(&board.join(ITEM), pictured(file));
        write(&board.join(ITEM).with_file_name(file), bytes());
    })
}

/// A case in which `check` ends otherwise than a build: what it does not look at is no fault of the content.
fn unchecked(name: &'static str, make: impl Fn(&Path, &Path) + Send + Sync + 'static) -> Case {
    Case { check: 0, ..case(name, 2, make) }
}

/// A PNG of one line whose header says that it is larger.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut chunk = |kind: &[u8; 4], data: &[u8]| {
        bytes.extend(u32::try_from(data.len()).unwrap().to_be_bytes());
        let mut sum = flate2::Crc::new();
        sum.update(kind);
        sum.update(data);
        bytes.extend_from_slice(kind);
        bytes.extend_from_slice(data);
        bytes.extend(sum.sum().to_be_bytes());
    };
    chunk(b"IHDR", &[&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat());
    chunk(b"IDAT", &[0x78, 0x9c, 0x03, 0x00, 0x00, 0x00, 0x00, 0x01]);
    chunk(b"IEND", &[]);
    bytes
}

fn photograph() -> Vec<u8> {
    std::fs::read(repository("tests/site/board/content/opportunita/2026/aiuto-cuoco-mensa.jpg")).unwrap()
}

#[cfg(unix)]
fn link(to: impl AsRef<Path>, at: &Path) {
    std::fs::create_dir_all(at.parent().unwrap()).unwrap();
    std::os::unix::fs::symlink(to, at).unwrap();
}

fn cases() -> Vec<Case> {
    let script = "<script>alert(666)</script>";
    vec![
        // YAML.
        text("aliases that multiply", 1, || {
            let mut facts = String::from("a0: &a0 [lol, lol, lol]\n");
            for level in 1..40 {
                let before = level - 1;
                writeln!(facts, "a{level}: &a{level} [*a{before}, *a{before}, *a{before}]").unwrap();
            }
            with(&facts, "Testo.")
        }),
        text("lists 10,000 deep", 1, || with(&format!("x: {}{}", "[".repeat(10_000), "]".repeat(10_000)), "Testo.")),
        text("maps 10,000 deep", 1, || with(&format!("x: {}", "{a: ".repeat(10_000)), "Testo.")),
        text("lists deep by indentation", 1, || with(&format!("x:\n  {}a", "- ".repeat(10_000)), "Testo.")),
        text("maps deep by indentation", 1, || {
            let deep = (1..400).map(|level| " ".repeat(level) + "a:\n").collect::<String>();
            with(&format!("x:\n{deep}"), "Testo.")
        }),
        text("5 MB of facts", 1, || with(&format!("note: \"{}\"", "a ".repeat(2_500_000)), "Testo.")),
        text("20 MB of text", 1, || with("", &"parola ".repeat(3_000_000))),
        text("250 KB of brackets", 0, || with("", &"[".repeat(250_000))),
        text("quotations 100,000 deep", 0, || with("", &format!("{}ciao", ">".repeat(100_000)))),
        text("a list 1,000 deep", 0, || with("", &format!("{}ciao", "- ".repeat(1_000)))),
        text("30,000 stars", 0, || with("", &"*a **a ".repeat(15_000))),
        text("10,000 fields", 1, || {
            with(&(0..10_000).map(|field| field.to_string() + "campo: x\n").collect::<String>(), "Testo.")
        }),
        text("tags of YAML", 1, || with("x: !!python/object/apply:os.system [\"touch /tmp/x\"]", "Testo.")),
        // Bytes.
        text("NUL in a value and in the text", 1, || with("note: \"a\0b\"", "Un \0 nel testo.")),
        case("UTF-16", 1, |board, _| {
            let wide: Vec<u8> = announcement().encode_utf16().flat_map(u16::to_le_bytes).collect();
            write(&board.join(ITEM), [&[0xff, 0xfe][..], &wide].concat());
        }),
        case("bytes that are no text", 1, |board, _| {
            write(&board.join(ITEM), [announcement().as_bytes(), &[0xff, 0xc0, 0x80, 0xed, 0xa0, 0x80]].concat());
        }),
        case("an empty file", 1, |board, _| write(&board.join(ITEM), "")),
        // Languages of templates.
        text("templates in words", 0, || {
            titled("\"Corso {{ 7 * 7 }} {% include 'x' %} #import\"")
                .replace("[capire i propri diritti]", "['{{ config }}', '#read(\"/etc/passwd\")']")
        }),
        // Markup.
        text("a script in the text", 1, move || with("", script)),
        text("a script in the text, silenced", 1, move || with("silenzia: {unsafe-markup: mi serve}", script)),
        text("a script in the title", 0, move || titled(&format!("\"Corso {script}\""))),
        text("a script that closes data", 0, || titled("\"Corso </script><script>alert(666)</script> --> ]]>\"")),
        text("an attribute that closes", 0, || titled("'Corso \" onmouseover=\"alert(666)'")),
        text("a link to a script", 1, || with("", "[qui](javascript:alert(666))")),
        text("a link to a script, disguised", 1, || {
            with("", "[qui](JaVa&#115;cript:alert(666)) <javascript:alert(666)>")
        }),
        text("a link to data", 1, || with("", "[qui](data:text/html;base64,PHNjcmlwdD4=)")),
        text("a reference to a script", 1, || with("", "[qui][x]\n\n[x]: javascript:alert(666)")),
        text("an image of another site", 1, || with("", "![x](https://example.org/x.png)")),
        text("a script as source", 1, || with("fonte: \"javascript:alert(666)\"", "Testo.")),
        text("a script as enrolment", 1, || {
            announcement().replace("iscrizione: \"06 5550 0111\"", "iscrizione: \"javascript:alert(666)\"")
        }),
        // Ways out.
        text("an alias that climbs", 1, || with("alias: [../../../../tmp/uscito]", "Testo.")),
        text("an organisation that climbs", 1, || {
            announcement().replace("ente: ponte", "ente: ../../../../etc/passwd")
        }),
        text("an image that climbs", 1, || pictured("../../../../../../etc/passwd")),
        text("an image with a whole path", 1, || pictured("/etc/passwd")),
        text("an image with a NUL", 1, || pictured("\"a\\0.png\"")),
        case("a language that climbs", 1, |board, _| {
            write(&board.join(ITEM).with_file_name("prova-ostile....md"), announcement());
        }),
        case("links to content", 0, |board, outside| {
            write(&outside.join("altro.md"), titled(SECRET));
            link(outside.join("altro.md"), &board.join(ITEM));
            link(outside, &board.join("content/opportunita/2027"));
        }),
        case("a link to all content", 2, |board, outside| {
            write(&outside.join("opportunita/2026/altro.md"), titled(SECRET));
            std::fs::remove_dir_all(board.join("content")).unwrap();
            link(outside, &board.join("content"));
        }),
        case("a link as image", 1, |board, outside| {
            write(&outside.join("foto.jpg"), photograph());
            write(&board.join(ITEM), pictured("foto.jpg"));
            link(outside.join("foto.jpg"), &board.join(ITEM).with_file_name("foto.jpg"));
        }),
        case("links in static", 0, |board, outside| {
            link(outside.join("segreto.txt"), &board.join("static/segreto.txt"));
            link(outside, &board.join("static/tutto"));
        }),
        case("static is a link", 0, |board, outside| link(outside, &board.join("static"))),
        unchecked("the theme is a link", |board, outside| {
            theme(board, "mio");
            write(&outside.join("assets/segreto.txt"), SECRET);
            link(outside, &board.join("themes/mio"));
        }),
        unchecked("a theme that climbs", |board, outside| {
            write(&outside.join("assets/segreto.txt"), SECRET);
            theme(board, "../../fuori");
        }),
        case("the cache is a link", 0, |board, outside| link(outside, &board.join(".bacheca"))),
        case("the sheets of the cache are a link", 0, |board, outside| {
            write(&outside.join("0123abcd"), "anni di lavoro");
            link(outside, &board.join(".bacheca/paper"));
        }),
        unchecked("the site is a link", |board, outside| link(outside, &board.join("public"))),
        unchecked("the list of files climbs", |board, _| {
            write(&board.join("public/.bacheca-files"), "../../fuori/segreto.txt\n../site.toml\n");
            write(&board.join("public/altro.txt"), "x");
        }),
        unchecked("the lock is a link", |board, outside| {
            link(outside.join("nuovo"), &board.join(".public.bacheca-lock"));
        }),
        unchecked("static takes the place of a page", |board, _| write(&board.join("static/index.html"), "x")),
        unchecked("static takes the place of the list", |board, _| write(&board.join("static/.bacheca-files"), "x")),
        // Names.
        case("names that differ by case", 1, |board, _| {
            write(&board.join(ITEM), announcement());
            write(&board.join(ITEM).with_file_name("Prova-Ostile.md"), announcement());
        }),
        case("names with spaces, emoji, reversed letters", 1, |board, _| {
            for name in
                ["un corso.md", "🎉.md", "a\u{202e}dm.exe.md", "-rf.md", "CON.md", ".md", "a\nb.md", "'\"<b>.md"]
            {
                write(&board.join(ITEM).with_file_name(name), announcement());
            }
        }),
        case("a very long name", 1, |board, _| {
            write(&board.join(ITEM).with_file_name(format!("{}.md", "a".repeat(250))), announcement());
        }),
        case("odd names in static", 0, |board, _| {
            for name in ["due parole.txt", "🎉.txt", "a\u{202e}txt.exe", "<b>&\"'.txt"] {
                write(&board.join("static").join(name), "x");
            }
        }),
        unchecked("a name of two lines in static", |board, _| write(&board.join("static/a\nindex.html"), "x")),
        case("a folder named as a file", 0, |board, _| {
            std::fs::create_dir_all(board.join(ITEM)).unwrap();
        }),
        // Directions of letters.
        text("reversed letters", 1, || titled("\"Corso \u{202e}otiutarg\u{202c}\"")),
        text("reversed letters in the text", 1, || with("", "Costa \u{2066}\u{202e}000.1\u{2069} euro.")),
        // Pictures.
        picture("a picture that claims 60,000 pixels a side", 1, "foto.png", || png(60_000, 60_000)),
        picture("a picture that claims 12,000 pixels a side", 1, "foto.png", || png(12_000, 12_000)),
        picture("a picture without pixels", 1, "foto.png", || png(0, 0)),
        picture("a picture cut short", 1, "foto.jpg", || {
            let whole = photograph();
            whole[..700.min(whole.len() / 2)].to_vec()
        }),
        picture("a picture damaged in its middle", 1, "foto.png", || {
            let mut whole = Vec::new();
            let noise = image::GrayImage::from_fn(64, 64, |x, y| image::Luma([(x * y * 7 % 251) as u8]));
            noise.write_to(&mut std::io::Cursor::new(&mut whole), image::ImageFormat::Png).unwrap();
            let middle = whole.len() / 2;
            whole[middle] ^= 0xff;
            whole
        }),
        picture("a text called picture", 1, "foto.jpg", || b"non sono una foto".to_vec()),
        picture("a drawing called photograph", 1, "foto.png", || {
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(666)</script></svg>".to_vec()
        }),
        picture("a drawing", 1, "foto.svg", || {
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(666)</script></svg>".to_vec()
        }),
        picture("a photograph called otherwise", 0, "foto.png", photograph),
        picture("an empty picture", 1, "foto.jpg", Vec::new),
    ]
}

fn theme(board: &Path, name: &str) {
    let site = board.join("site.toml");
    let text = std::fs::read_to_string(&site).unwrap();
    write(&site, text.replace("fuso =", &format!("tema = \"{name}\"\nfuso =")));
}

/// A run that is ended where it takes too long: its exit code, and everything that it said.
fn run(root: &Path, arguments: &[&str], said: &Path) -> Result<(i32, String), String> {
    let out = std::fs::File::create(said).unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_bacheca"))
        .args(["--root", root.to_str().unwrap(), "--today", TODAY])
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(out.try_clone().unwrap())
        .stderr(out)
        .spawn()
        .unwrap();
    let begun = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if begun.elapsed() > LONGEST {
            child.kill().unwrap();
            child.wait().unwrap();
            return Err(format!("{arguments:?}: no end after {} s", LONGEST.as_secs()));
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    let words = String::from_utf8_lossy(&std::fs::read(said).unwrap()).into_owned();
    let code = status.code().ok_or_else(|| format!("{arguments:?}: ended by a signal: {status}"))?;
    Ok((code, words))
}

/// What a page holds that would run.
fn running(site: &Tree) -> Vec<String> {
    let mut found = Vec::new();
    for (path, bytes) in site.iter().filter(|(path, _)| path.ends_with(".html") || path.ends_with(".svg")) {
        // In data a quotation mark is behind a backslash, and closes nothing.
        let page = String::from_utf8_lossy(bytes).to_lowercase().replace("\\\"", "");
        for sign in ["<script>alert", "\" onmouseover=", "href=\"javascript:", "href=\"data:", "src=\"javascript:"] {
            if page.contains(sign) {
                found.push(format!("{path} holds {sign}"));
            }
        }
    }
    found
}

fn attempt(case: &Case) -> Vec<String> {
    let folder = TempDir::new().unwrap();
    let (board, outside) = (folder.path().join("bacheca"), folder.path().join("fuori"));
    copy(&repository("tests/site/board"), &board);
    let _ = std::fs::remove_dir_all(board.join(".bacheca"));
    write(&outside.join("segreto.txt"), SECRET);
    (case.make)(&board, &outside);
    let before = tree(&outside);
    let mut problems = Vec::new();
    for (arguments, expected) in [(&["check"][..], case.check), (&QUICK, case.build)] {
        let (code, said) = match run(&board, arguments, &folder.path().join("said")) {
            Ok(ended) => ended,
            Err(problem) => {
                problems.push(problem);
                continue;
            }
        };
        if code != expected || said.contains("panicked") {
            let start: String = said.chars().take(600).collect();
            problems.push(format!("{arguments:?} ended with {code}, expected {expected}: {start}"));
        }
        if said.contains(SECRET) {
            problems.push(format!("{arguments:?} says what stands outside"));
        }
    }
    if tree(&outside) != before {
        problems.push("something outside was changed".to_owned());
    }
    let mut names: Vec<String> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    if names != ["bacheca", "fuori", "said"] {
        problems.push(format!("something was written outside: {names:?}"));
    }
    let public = board.join("public");
    if std::fs::symlink_metadata(&public).is_ok_and(|found| found.is_dir()) {
        let site = tree(&public);
        problems.extend(running(&site));
        let told = site.iter().filter(|(_, bytes)| memchr::memmem::find(bytes, SECRET.as_bytes()).is_some());
        problems.extend(told.map(|(path, _)| format!("{path} publishes what stands outside")));
    }
    problems.into_iter().map(|problem| format!("{}: {problem}", case.name)).collect()
}

#[test]
fn nothing_that_is_sent_does_harm() {
    use rayon::prelude::*;
    for _ in 0..if soak() { 5 } else { 1 } {
        none(cases().par_iter().flat_map_iter(attempt).collect());
    }
}

#[test]
fn what_looks_like_a_template_is_printed_as_words() {
    let folder = TempDir::new().unwrap();
    copy(&repository("tests/site/board"), folder.path());
    let title = "Corso {{ 7 * 7 }} {% raw %} #read(\"/etc/passwd\")";
    let body =
        "Si impara #import \"x.typ\": * e {{ config }}.\n\n#include \"/etc/passwd\" $x^2$ @nota\n\n    #read(\"y\")";
    let text = titled(&format!("'{title}'"));
    let (before, _) = text.rsplit_once("\n---\n").unwrap();
    write(&folder.path().join(ITEM), format!("{before}\n---\n\n{body}\n"));
    bacheca(folder.path(), &QUICK).ends(0);
    let site = folder.path().join("public/o/prova-ostile/index.html");
    let page = std::fs::read_to_string(site).unwrap().replace("&quot;", "\"").replace("&#x2F;", "/");
    for words in [title, "#import \"x.typ\": * e {{ config }}", "#include \"/etc/passwd\" $x^2$ @nota"] {
        assert!(page.contains(words), "{words} is not on the page");
    }
    let poster = folder.path().join("poster.pdf");
    bacheca(folder.path(), &["poster", "prova-ostile", "--out", poster.to_str().unwrap()]).ends(0);
    let printed = tool("pdftotext", "poppler-utils", &["-raw", poster.to_str().unwrap(), "-"]);
    // Lines break where they must.
    let whole = |text: &str| text.split_whitespace().collect::<String>();
    let printed = String::from_utf8(printed).unwrap();
    assert!(whole(&printed).contains(&whole(title)), "{printed}");
    assert!(!printed.contains("root:x:0") && !page.contains("root:x:0"));
}

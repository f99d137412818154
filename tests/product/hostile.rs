//! Hostile pull requests: each case is rejected or published as plain text, within a time limit, and nothing outside
//! the board is read or written.

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::support::{
    TODAY, Tree, assert_no_problems, bacheca, copy_tree, is_soak, read_tree, repository_path, run_tool, write,
};

/// Text that exists only outside the board.
const SECRET: &str = "parola-segreta-di-fuori";
/// Time limit of a run, far longer than any run needs.
const TIMEOUT: Duration = Duration::from_mins(2);
const ITEM: &str = "content/opportunita/2026/prova-ostile.md";
const QUICK_BUILD: [&str; 3] = ["build", "--skip", "poster,card,print,search"];

/// A valid announcement.
fn announcement() -> String {
    let text = repository_path("tests/site/board/content/opportunita/2026/sportello-diritti.md");
    std::fs::read_to_string(text).unwrap().replace("edizione_di: porte-aperte\n", "")
}

/// The announcement with more front matter and another body.
fn announcement_with(facts: &str, body: &str) -> String {
    let text = announcement();
    let (before, _) = text.rsplit_once("\n---\n").unwrap();
    format!("{before}\n{facts}\n---\n\n{body}\n")
}

/// The announcement with another title.
fn announcement_titled(title: &str) -> String {
    announcement().replacen("titolo: Sportello diritti", &format!("titolo: {title}"), 1)
}

fn announcement_with_image(file: &str) -> String {
    announcement_with(
        &format!("immagine: {{file: {file}, testo_alternativo: Una porta, crediti: foto di Ponte}}"),
        "Testo.",
    )
}

type Setup = Box<dyn Fn(&Path, &Path) + Send + Sync>;

/// A case: what it writes into the board (first folder) and outside it (second), and the expected exit codes.
struct Case {
    name: &'static str,
    make: Setup,
    check: i32,
    build: i32,
}

fn new_case(name: &'static str, code: i32, make: impl Fn(&Path, &Path) + Send + Sync + 'static) -> Case {
    Case { name, make: Box::new(make), check: code, build: code }
}

fn text_case(name: &'static str, code: i32, text: impl Fn() -> String + Send + Sync + 'static) -> Case {
    new_case(name, code, move |board, _| write(&board.join(ITEM), text()))
}

fn image_case(
    name: &'static str,
    code: i32,
    file: &'static str,
    bytes: impl Fn() -> Vec<u8> + Send + Sync + 'static,
) -> Case {
    new_case(name, code, move |board, _| {
        write(&board.join(ITEM), announcement_with_image(file));
        write(&board.join(ITEM).with_file_name(file), bytes());
    })
}

/// A case that only the build rejects, because `check` looks at content alone.
fn build_only_case(name: &'static str, make: impl Fn(&Path, &Path) + Send + Sync + 'static) -> Case {
    Case { check: 0, ..new_case(name, 2, make) }
}

/// A PNG of one line whose header claims another size.
fn png_claiming_size(width: u32, height: u32) -> Vec<u8> {
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

fn small_jpeg() -> Vec<u8> {
    std::fs::read(repository_path("tests/site/board/content/opportunita/2026/aiuto-cuoco-mensa.jpg")).unwrap()
}

#[cfg(unix)]
fn create_symlink(to: impl AsRef<Path>, at: &Path) {
    std::fs::create_dir_all(at.parent().unwrap()).unwrap();
    std::os::unix::fs::symlink(to, at).unwrap();
}

fn cases() -> Vec<Case> {
    let script = "<script>alert(666)</script>";
    vec![
        // YAML
        text_case("aliases that multiply", 1, || {
            let mut facts = String::from("a0: &a0 [lol, lol, lol]\n");
            for level in 1..40 {
                let before = level - 1;
                writeln!(facts, "a{level}: &a{level} [*a{before}, *a{before}, *a{before}]").unwrap();
            }
            announcement_with(&facts, "Testo.")
        }),
        text_case("lists 10,000 deep", 1, || {
            announcement_with(&format!("x: {}{}", "[".repeat(10_000), "]".repeat(10_000)), "Testo.")
        }),
        text_case("maps 10,000 deep", 1, || announcement_with(&format!("x: {}", "{a: ".repeat(10_000)), "Testo.")),
        text_case("lists deep by indentation", 1, || {
            announcement_with(&format!("x:\n  {}a", "- ".repeat(10_000)), "Testo.")
        }),
        text_case("maps deep by indentation", 1, || {
            let deep = (1..400).map(|level| " ".repeat(level) + "a:\n").collect::<String>();
            announcement_with(&format!("x:\n{deep}"), "Testo.")
        }),
        text_case("5 MB of facts", 1, || announcement_with(&format!("note: \"{}\"", "a ".repeat(2_500_000)), "Testo.")),
        text_case("20 MB of text", 1, || announcement_with("", &"parola ".repeat(3_000_000))),
        text_case("250 KB of brackets", 0, || announcement_with("", &"[".repeat(250_000))),
        text_case("quotations 100,000 deep", 0, || announcement_with("", &format!("{}ciao", ">".repeat(100_000)))),
        text_case("a list 1,000 deep", 0, || announcement_with("", &format!("{}ciao", "- ".repeat(1_000)))),
        text_case("30,000 stars", 0, || announcement_with("", &"*a **a ".repeat(15_000))),
        text_case("10,000 fields", 1, || {
            announcement_with(&(0..10_000).map(|field| field.to_string() + "campo: x\n").collect::<String>(), "Testo.")
        }),
        text_case("tags of YAML", 1, || {
            announcement_with("x: !!python/object/apply:os.system [\"touch /tmp/x\"]", "Testo.")
        }),
        // Bytes
        text_case("NUL in a value and in the text", 1, || announcement_with("note: \"a\0b\"", "Un \0 nel testo.")),
        new_case("UTF-16", 1, |board, _| {
            let wide: Vec<u8> = announcement().encode_utf16().flat_map(u16::to_le_bytes).collect();
            write(&board.join(ITEM), [&[0xff, 0xfe][..], &wide].concat());
        }),
        new_case("bytes that are no text", 1, |board, _| {
            write(&board.join(ITEM), [announcement().as_bytes(), &[0xff, 0xc0, 0x80, 0xed, 0xa0, 0x80]].concat());
        }),
        new_case("an empty file", 1, |board, _| write(&board.join(ITEM), "")),
        // Template languages
        text_case("templates in words", 0, || {
            announcement_titled("\"Corso {{ 7 * 7 }} {% include 'x' %} #import\"")
                .replace("[capire i propri diritti]", "['{{ config }}', '#read(\"/etc/passwd\")']")
        }),
        // Markup
        text_case("a script in the text", 1, move || announcement_with("", script)),
        text_case("a script in the text, silenced", 1, move || {
            announcement_with("silenzia: {unsafe-markup: mi serve}", script)
        }),
        text_case("a script in the title", 0, move || announcement_titled(&format!("\"Corso {script}\""))),
        text_case("a script that closes data", 0, || {
            announcement_titled("\"Corso </script><script>alert(666)</script> --> ]]>\"")
        }),
        text_case("an attribute that closes", 0, || announcement_titled("'Corso \" onmouseover=\"alert(666)'")),
        text_case("a link to a script", 1, || announcement_with("", "[qui](javascript:alert(666))")),
        text_case("a link to a script, disguised", 1, || {
            announcement_with("", "[qui](JaVa&#115;cript:alert(666)) <javascript:alert(666)>")
        }),
        text_case("a link to data", 1, || announcement_with("", "[qui](data:text/html;base64,PHNjcmlwdD4=)")),
        text_case("a reference to a script", 1, || announcement_with("", "[qui][x]\n\n[x]: javascript:alert(666)")),
        text_case("an image of another site", 1, || announcement_with("", "![x](https://example.org/x.png)")),
        text_case("a script as source", 1, || announcement_with("fonte: \"javascript:alert(666)\"", "Testo.")),
        text_case("a script as enrolment", 1, || {
            announcement().replace("iscrizione: \"06 5550 0111\"", "iscrizione: \"javascript:alert(666)\"")
        }),
        // Paths and links out of the board
        text_case("an alias that climbs", 1, || announcement_with("alias: [../../../../tmp/uscito]", "Testo.")),
        text_case("an organisation that climbs", 1, || {
            announcement().replace("ente: ponte", "ente: ../../../../etc/passwd")
        }),
        text_case("an image that climbs", 1, || announcement_with_image("../../../../../../etc/passwd")),
        text_case("an image with a whole path", 1, || announcement_with_image("/etc/passwd")),
        text_case("an image with a NUL", 1, || announcement_with_image("\"a\\0.png\"")),
        new_case("a language that climbs", 1, |board, _| {
            write(&board.join(ITEM).with_file_name("prova-ostile....md"), announcement());
        }),
        new_case("links to content", 0, |board, outside| {
            write(&outside.join("altro.md"), announcement_titled(SECRET));
            create_symlink(outside.join("altro.md"), &board.join(ITEM));
            create_symlink(outside, &board.join("content/opportunita/2027"));
        }),
        new_case("a link to all content", 2, |board, outside| {
            write(&outside.join("opportunita/2026/altro.md"), announcement_titled(SECRET));
            std::fs::remove_dir_all(board.join("content")).unwrap();
            create_symlink(outside, &board.join("content"));
        }),
        new_case("a link as image", 1, |board, outside| {
            write(&outside.join("foto.jpg"), small_jpeg());
            write(&board.join(ITEM), announcement_with_image("foto.jpg"));
            create_symlink(outside.join("foto.jpg"), &board.join(ITEM).with_file_name("foto.jpg"));
        }),
        new_case("links in static", 0, |board, outside| {
            create_symlink(outside.join("segreto.txt"), &board.join("static/segreto.txt"));
            create_symlink(outside, &board.join("static/tutto"));
        }),
        new_case("static is a link", 0, |board, outside| create_symlink(outside, &board.join("static"))),
        build_only_case("the theme is a link", |board, outside| {
            write_theme_name(board, "mio");
            write(&outside.join("assets/segreto.txt"), SECRET);
            create_symlink(outside, &board.join("themes/mio"));
        }),
        build_only_case("a theme that climbs", |board, outside| {
            write(&outside.join("assets/segreto.txt"), SECRET);
            write_theme_name(board, "../../fuori");
        }),
        new_case("the cache is a link", 0, |board, outside| create_symlink(outside, &board.join(".bacheca"))),
        new_case("the sheets of the cache are a link", 0, |board, outside| {
            write(&outside.join("0123abcd"), "anni di lavoro");
            create_symlink(outside, &board.join(".bacheca/paper"));
        }),
        build_only_case("the site is a link", |board, outside| create_symlink(outside, &board.join("public"))),
        build_only_case("the list of files climbs", |board, _| {
            write(&board.join("public/.bacheca-files"), "../../fuori/segreto.txt\n../site.toml\n");
            write(&board.join("public/altro.txt"), "x");
        }),
        build_only_case("the lock is a link", |board, outside| {
            create_symlink(outside.join("nuovo"), &board.join(".public.bacheca-lock"));
        }),
        build_only_case("static takes the place of a page", |board, _| write(&board.join("static/index.html"), "x")),
        build_only_case("static takes the place of the list", |board, _| {
            write(&board.join("static/.bacheca-files"), "x");
        }),
        // Names
        new_case("names that differ by case", 1, |board, _| {
            write(&board.join(ITEM), announcement());
            write(&board.join(ITEM).with_file_name("Prova-Ostile.md"), announcement());
        }),
        new_case("names with spaces, emoji, reversed letters", 1, |board, _| {
            for name in
                ["un corso.md", "🎉.md", "a\u{202e}dm.exe.md", "-rf.md", "CON.md", ".md", "a\nb.md", "'\"<b>.md"]
            {
                write(&board.join(ITEM).with_file_name(name), announcement());
            }
        }),
        new_case("a very long name", 1, |board, _| {
            write(&board.join(ITEM).with_file_name(format!("{}.md", "a".repeat(250))), announcement());
        }),
        new_case("odd names in static", 0, |board, _| {
            for name in ["due parole.txt", "🎉.txt", "a\u{202e}txt.exe", "<b>&\"'.txt"] {
                write(&board.join("static").join(name), "x");
            }
        }),
        build_only_case("a name of two lines in static", |board, _| write(&board.join("static/a\nindex.html"), "x")),
        new_case("a folder named as a file", 0, |board, _| {
            std::fs::create_dir_all(board.join(ITEM)).unwrap();
        }),
        // Text direction
        text_case("reversed letters", 1, || announcement_titled("\"Corso \u{202e}otiutarg\u{202c}\"")),
        text_case("reversed letters in the text", 1, || {
            announcement_with("", "Costa \u{2066}\u{202e}000.1\u{2069} euro.")
        }),
        // Images
        image_case("a picture that claims 60,000 pixels a side", 1, "foto.png", || png_claiming_size(60_000, 60_000)),
        image_case("a picture that claims 12,000 pixels a side", 1, "foto.png", || png_claiming_size(12_000, 12_000)),
        image_case("a picture without pixels", 1, "foto.png", || png_claiming_size(0, 0)),
        image_case("a picture cut short", 1, "foto.jpg", || {
            let whole = small_jpeg();
            whole[..700.min(whole.len() / 2)].to_vec()
        }),
        image_case("a picture damaged in its middle", 1, "foto.png", || {
            let mut whole = Vec::new();
            let noise = image::GrayImage::from_fn(64, 64, |x, y| image::Luma([(x * y * 7 % 251) as u8]));
            noise.write_to(&mut std::io::Cursor::new(&mut whole), image::ImageFormat::Png).unwrap();
            let middle = whole.len() / 2;
            whole[middle] ^= 0xff;
            whole
        }),
        image_case("a text called picture", 1, "foto.jpg", || b"non sono una foto".to_vec()),
        image_case("a drawing called photograph", 1, "foto.png", || {
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(666)</script></svg>".to_vec()
        }),
        image_case("a drawing", 1, "foto.svg", || {
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(666)</script></svg>".to_vec()
        }),
        image_case("a photograph called otherwise", 0, "foto.png", small_jpeg),
        image_case("an empty picture", 1, "foto.jpg", Vec::new),
    ]
}

fn write_theme_name(board: &Path, name: &str) {
    let site = board.join("site.toml");
    let text = std::fs::read_to_string(&site).unwrap();
    write(&site, text.replace("fuso =", &format!("tema = \"{name}\"\nfuso =")));
}

/// Runs the program with a time limit; returns its exit code and output.
fn run_with_timeout(root: &Path, arguments: &[&str], said: &Path) -> Result<(i32, String), String> {
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
        if begun.elapsed() > TIMEOUT {
            child.kill().unwrap();
            child.wait().unwrap();
            return Err(format!("{arguments:?}: no end after {} s", TIMEOUT.as_secs()));
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    let words = String::from_utf8_lossy(&std::fs::read(said).unwrap()).into_owned();
    let code = status.code().ok_or_else(|| format!("{arguments:?}: ended by a signal: {status}"))?;
    Ok((code, words))
}

/// Scripts and other active content in the pages of a site.
fn active_content(site: &Tree) -> Vec<String> {
    let mut found = Vec::new();
    for (path, bytes) in site.iter().filter(|(path, _)| path.ends_with(".html") || path.ends_with(".svg")) {
        // In JSON a quotation mark is escaped by a backslash and ends nothing.
        let page = String::from_utf8_lossy(bytes).to_lowercase().replace("\\\"", "");
        for sign in ["<script>alert", "\" onmouseover=", "href=\"javascript:", "href=\"data:", "src=\"javascript:"] {
            if page.contains(sign) {
                found.push(format!("{path} holds {sign}"));
            }
        }
    }
    found
}

fn run_case(case: &Case) -> Vec<String> {
    let folder = TempDir::new().unwrap();
    let (board, outside) = (folder.path().join("bacheca"), folder.path().join("fuori"));
    copy_tree(&repository_path("tests/site/board"), &board);
    let _ = std::fs::remove_dir_all(board.join(".bacheca"));
    write(&outside.join("segreto.txt"), SECRET);
    (case.make)(&board, &outside);
    let before = read_tree(&outside);
    let mut problems = Vec::new();
    for (arguments, expected) in [(&["check"][..], case.check), (&QUICK_BUILD, case.build)] {
        let (code, said) = match run_with_timeout(&board, arguments, &folder.path().join("said")) {
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
    if read_tree(&outside) != before {
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
        let site = read_tree(&public);
        problems.extend(active_content(&site));
        let told = site.iter().filter(|(_, bytes)| memchr::memmem::find(bytes, SECRET.as_bytes()).is_some());
        problems.extend(told.map(|(path, _)| format!("{path} publishes what stands outside")));
    }
    problems.into_iter().map(|problem| format!("{}: {problem}", case.name)).collect()
}

#[test]
fn hostile_content_is_rejected_or_defused() {
    use rayon::prelude::*;
    for _ in 0..if is_soak() { 5 } else { 1 } {
        assert_no_problems(cases().par_iter().flat_map_iter(run_case).collect());
    }
}

#[test]
fn template_syntax_in_content_is_printed_literally() {
    let folder = TempDir::new().unwrap();
    copy_tree(&repository_path("tests/site/board"), folder.path());
    let title = "Corso {{ 7 * 7 }} {% raw %} #read(\"/etc/passwd\")";
    let body =
        "Si impara #import \"x.typ\": * e {{ config }}.\n\n#include \"/etc/passwd\" $x^2$ @nota\n\n    #read(\"y\")";
    let text = announcement_titled(&format!("'{title}'"));
    let (before, _) = text.rsplit_once("\n---\n").unwrap();
    write(&folder.path().join(ITEM), format!("{before}\n---\n\n{body}\n"));
    bacheca(folder.path(), &QUICK_BUILD).expect_code(0);
    let site = folder.path().join("public/o/prova-ostile/index.html");
    let page = std::fs::read_to_string(site).unwrap().replace("&quot;", "\"").replace("&#x2F;", "/");
    for words in [title, "#import \"x.typ\": * e {{ config }}", "#include \"/etc/passwd\" $x^2$ @nota"] {
        assert!(page.contains(words), "{words} is not on the page");
    }
    let poster = folder.path().join("poster.pdf");
    bacheca(folder.path(), &["poster", "prova-ostile", "--out", poster.to_str().unwrap()]).expect_code(0);
    let printed = run_tool("pdftotext", "poppler-utils", &["-raw", poster.to_str().unwrap(), "-"]);
    // Line breaks of the PDF are ignored.
    let whole = |text: &str| text.split_whitespace().collect::<String>();
    let printed = String::from_utf8(printed).unwrap();
    assert!(whole(&printed).contains(&whole(title)), "{printed}");
    assert!(!printed.contains("root:x:0") && !page.contains("root:x:0"));
}

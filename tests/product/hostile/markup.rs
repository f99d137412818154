//! Markup, scripts and template languages in content.

use tempfile::TempDir;

use super::{Case, ITEM, QUICK_BUILD, announcement, announcement_titled, announcement_with, text_case};
use crate::support::{bacheca, copy_tree, repository_path, run_tool, small_board, write};

pub fn cases() -> Vec<Case> {
    let script = "<script>alert(666)</script>";
    vec![
        text_case("templates in words", 0, || {
            announcement_titled("\"Corso {{ 7 * 7 }} {% include 'x' %} #import\"")
                .replace("[capire i propri diritti]", "['{{ config }}', '#read(\"/etc/passwd\")']")
        }),
        text_case("a script in the text", 1, move || announcement_with("", script)),
        text_case("a script in the text, silenced", 1, move || {
            announcement_with("silenzia: {unsafe-markup: mi serve}", script)
        }),
        text_case("a script in the title", 1, move || announcement_titled(&format!("\"Corso {script}\""))),
        text_case("a script that closes data", 1, || {
            announcement_titled("\"Corso </script><script>alert(666)</script> --> ]]>\"")
        }),
        text_case("a picture in the summary", 1, || {
            announcement().replacen("sintesi: ", "sintesi: <img src=x onerror=alert(666)> ", 1)
        }),
        text_case("a tag by number in the title", 1, || {
            announcement_titled("\"Corso \\x3cimg src=x onerror=alert(666)>\"")
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
    ]
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

/// Code stays code in messages, an open fence ends with its text, and the words of the program are no links of the text.
#[test]
fn messages_link_where_the_text_does() {
    let link = "[www.comune.roma.it](https://evil.example/)";
    let long = "Una frase lunga che riempie. ".repeat(40);
    for body in [
        format!("    {link} qui"),
        format!("Testo.\n\n    {link} qui"),
        format!("`` {link} qui. {long}``"),
        format!("`` {link} ` qui. {long}``"),
        format!("`a](` x. ` {link} `"),
        "Testo.\n\n```\ncodice".to_owned(),
        "Testo.\n\n~~~\ncodice".to_owned(),
        "Testo.\n\n[ESEMPIO]: https://evil.example/".to_owned(),
    ] {
        let board = small_board();
        let facts = "esempio: sì\navvertenze: [nessuno deve chiedere soldi]";
        write(&board.path().join(ITEM), announcement_with(facts, &body));
        for channel in ["telegram-bot", "whatsapp"] {
            let arguments = ["post", "prova-ostile", "--channel", channel];
            let message = bacheca(board.path(), &arguments).expect_code(0).out;
            assert!(!message.contains("href=\"https://evil"), "{body}: {message}");
            assert!(!message.contains("\nhttps://evil"), "{body}: {message}");
            assert!(!message.contains("**"), "{body}: {message}");
            let code = message.rsplit_once("</pre>").map_or(message.as_str(), |(_, below)| below);
            assert!(channel == "whatsapp" || code.contains("nessuno deve"), "{body}: {message}");
        }
    }
}

//! One hostile text in every field that takes a text, of every kind, and in every output, as if no rule had reported it:
//! outputs do not depend on the check.

use std::collections::BTreeMap;
use std::path::Path;

use bacheca::board::{ContentFiles, Problem, ProblemKind, load};
use bacheca::config::Config;
use bacheca::markdown::{MarkupFinding, inspect_markup};
use bacheca::output::MemorySink;
use bacheca::publish::{Presentation, PublishOptions, RenderContext, publish};
use bacheca::source::{parse, split};
use bacheca::{check::rules, model, theme::Theme};
use calcard::icalendar::{ICalendar, ICalendarProperty};
use tempfile::TempDir;

use crate::support::{
    ITEMS, TODAY, Tree, assert_no_problems, read_tree, repository_path, run_tool, small_board, write,
};

/// A value that would run, divide, begin, turn round or end something in each output, as a YAML scalar.
const VALUE: &str = r#""=1 <img src=x onerror=alert(1)>&lt;b&gt;]]></title></script>\"'{{7*7}};=HYPERLINK(1),\"+2\rATTACH:https://evil.example/\r\nX-EVIL:1\u0001\u202e\uFFFE""#;
/// The same for texts in Markdown, with links that lie.
const TEXT: &str = r"<img src=x onerror=alert(1)> ]]> </script> &#1; &#x202e; &#xFFFE; {{7*7}}

[a](https://:www.comune.roma.it@evil.example/) [b](mailto:a@b.it?bcc=c@d.it) [c](javascript:alert(1)) ![d](https://evil.example/x.png)
<javascript:alert(1)> [e](data:text/html,x) [www.comune.roma.it](https://evil.example/) <a@b.it> &lt;img src=x onerror=alert(1)&gt;

<script>alert(1)</script>
";

/// Problems of a content file in memory, those that every value is checked for apart.
fn problems_of_type(path: &str, text: &str) -> usize {
    let config = Config::load(&repository_path("tests/site/board")).unwrap();
    let files = BTreeMap::from([(path.to_owned(), text.as_bytes().to_vec())]);
    let loaded = ContentFiles::from_memory(files).load(config, TODAY.parse().unwrap());
    let of_type = |problem: &&Problem| {
        !matches!(problem.kind, ProblemKind::Model(model::Problem::LineBreak | model::Problem::Markup))
    };
    loaded.problems.iter().filter(of_type).count()
}

/// Puts [`VALUE`] in place of each value of a content file that may be any text, and [`TEXT`] in place of its body; counts
/// the values.
fn make_hostile(path: &str, text: &str) -> (String, usize) {
    let document = split(path, text.as_bytes().to_vec()).unwrap();
    let root = parse(&document, &mut Vec::new()).unwrap();
    let mut spans = Vec::new();
    root.visit(&mut |node| {
        // Pictures stay where they are.
        if node.text().is_some_and(|text| !text.ends_with(".jpg")) {
            spans.push(node.span.clone());
        }
    });
    let own = problems_of_type(path, text);
    let (mut hostile, mut count) = (text.to_owned(), 0);
    for span in spans.into_iter().rev() {
        let mut other = hostile.clone();
        other.replace_range(span, VALUE);
        if problems_of_type(path, &other) <= own {
            (hostile, count) = (other, count + 1);
        }
    }
    let (facts, _) = hostile.rsplit_once("\n---\n").unwrap();
    (format!("{facts}\n---\n\n{TEXT}"), count)
}

/// The small board with every full case of a kind, open and not an example, in the board's language and in English.
fn board_of_all_kinds() -> TempDir {
    let board = small_board();
    for (path, bytes) in read_tree(&repository_path("tests/kinds")) {
        let to = board.path().join(ITEMS).join(&path);
        if path.ends_with(".jpg") {
            write(&to, bytes);
        } else if path.ends_with("-full.md") {
            let text = String::from_utf8(bytes).unwrap();
            let real = |line: &&str| !["stato:", "esempio:", "archiviato:"].iter().any(|key| line.starts_with(key));
            write(&to, text.lines().filter(real).flat_map(|line| [line, "\n"]).collect::<String>());
            write(&to.with_extension("en.md"), "---\ntitolo: A title\nsintesi: A summary\n---\n\nA text.\n");
        }
    }
    board
}

/// The site of a board, whatever its problems are.
fn site_of(root: &Path, config: Config) -> Tree {
    let loaded = load(root, config, TODAY.parse().unwrap());
    let config = &loaded.board.config.bacheca;
    let skip = ["poster", "card", "print", "search"].map(str::to_owned);
    let theme = Theme::load(root, &config.tema).unwrap();
    let presentation = Presentation::new(theme, &config.lingue, rules::all(), &skip, None).unwrap();
    let context = RenderContext::new(std::sync::Arc::clone(&loaded.board), &presentation);
    let sink = MemorySink::default();
    publish(&context, &sink, PublishOptions::default()).unwrap();
    sink.into_files()
}

#[test]
fn text_stays_text_in_every_output() {
    let board = board_of_all_kinds();
    let mut config = Config::load(board.path()).unwrap();
    let quiet = site_of(board.path(), config.clone());
    let mut values = BTreeMap::new();
    for (path, bytes) in read_tree(&board.path().join("content")) {
        if path.ends_with(".md") {
            let path = format!("content/{path}");
            let (text, count) = make_hostile(&path, std::str::from_utf8(&bytes).unwrap());
            write(&board.path().join(&path), text);
            values.insert(path, count);
        }
    }
    // Titles and summaries at least; dozens of values in the files that have every field.
    assert!(values.values().all(|count| *count > 0), "{values:#?}");
    let of = |path: &str| values[&format!("{ITEMS}/{path}-full.md")];
    for kind in model::Kind::ALL.map(model::Kind::key) {
        assert!(of(kind) > 15, "{kind}: {}", of(kind));
    }
    // YAML of this kind is JSON.
    let value: String = serde_json::from_str(VALUE).unwrap();
    let (own, territory) = (&mut config.bacheca, &mut config.territorio);
    (own.nome, own.descrizione) = (value.clone(), value.clone());
    (territory.citta, territory.regione, territory.nome_zona) = (Some(value.clone()), Some(value.clone()), Some(value));
    let hostile = site_of(board.path(), config);
    assert_eq!(quiet.keys().collect::<Vec<_>>(), hostile.keys().collect::<Vec<_>>());
    // The words are there, as words.
    let page = String::from_utf8_lossy(&hostile["o/evento-full/index.html"]).into_owned();
    assert!(page.contains("&lt;img src=x onerror=alert(1)>") || page.contains("&lt;img src=x onerror=alert(1)&gt;"));
    // No page tells other sites from which it is left.
    for (path, bytes) in hostile.iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = String::from_utf8_lossy(bytes);
        assert!(page.contains(r#"<meta name="referrer" content="same-origin">"#), "{path}");
    }
    let folder = TempDir::new().unwrap();
    for (name, site) in [("quiet", &quiet), ("hostile", &hostile)] {
        for (path, bytes) in site {
            write(&folder.path().join(name).join(path), bytes);
        }
    }
    let script = repository_path("tests/product/hostile/outputs.py");
    let arguments = [script, folder.path().join("quiet"), folder.path().join("hostile")];
    let found = run_tool("python3", "python3", &arguments.each_ref().map(|path| path.to_str().unwrap()));
    let found = String::from_utf8(found).unwrap();
    assert_no_problems(found.lines().take(50).map(str::to_owned).collect());
    for (path, bytes) in hostile.iter().filter(|(path, _)| path.ends_with(".ics")) {
        let calendar =
            ICalendar::parse(std::str::from_utf8(bytes).unwrap()).unwrap_or_else(|error| panic!("{path}: {error:?}"));
        let injected = [ICalendarProperty::Attach, ICalendarProperty::Organizer];
        assert!(calendar.components.iter().all(|part| !injected.iter().any(|name| part.has_property(name))), "{path}");
    }
    for (path, bytes) in hostile.iter().filter(|(path, _)| path.ends_with("feed.xml") || path.ends_with("feed.json")) {
        let feed = feed_rs::parser::parse(bytes.as_slice()).unwrap_or_else(|error| panic!("{path}: {error}"));
        // The districts have hostile names too.
        assert!(path.contains("zone/") || !feed.entries.is_empty(), "{path}");
    }
}

#[test]
fn hostile_text_is_reported_in_every_way() {
    let found = inspect_markup(TEXT);
    let is_unsafe = |finding: &MarkupFinding| matches!(finding, MarkupFinding::Html | MarkupFinding::Link(..));
    assert!(found.iter().filter(|(_, finding)| is_unsafe(finding)).count() > 8);
    let references = found.iter().filter_map(|(_, finding)| match finding {
        MarkupFinding::InvisibleReference(ch) => Some(*ch),
        _ => None,
    });
    assert_eq!(references.collect::<Vec<_>>(), ['\u{1}', '\u{202e}', '\u{fffe}']);
}

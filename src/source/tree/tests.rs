use super::*;
use crate::source::{ValueFault, split};

fn tree(facts: &str) -> (Option<Node<'static>>, Vec<Problem>) {
    let document = split("x.md", format!("---\n{facts}---\n").into_bytes()).unwrap();
    let mut problems = Vec::new();
    let node = parse(&document, &mut problems).map(|node| node.into_owned(&|span| span));
    (node, problems.into_iter().map(|found| found.problem).collect())
}

fn text(node: &Node<'_>, key: &str) -> String {
    node.get(key).and_then(|node| node.text()).unwrap_or_default().to_owned()
}

#[test]
fn plain_lines_agree_with_the_yaml_parser() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = ["content", "tests", "src/cli/init/skeleton"].into_iter().flat_map(|below| {
        walkdir::WalkDir::new(folder.join(below)).into_iter().filter_map(Result::ok).map(walkdir::DirEntry::into_path)
    });
    let mut compared = 0;
    for path in files.filter(|path| path.extension().is_some_and(|extension| extension == "md")) {
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        // As it is, and with each line removed, duplicated or truncated.
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let changed = (0..lines.len()).flat_map(|at| {
            let (before, after) = (lines[..at].concat(), lines[at + 1..].concat());
            let half = lines[at].char_indices().nth(lines[at].chars().count() / 2).map_or(0, |(byte, _)| byte);
            [
                format!("{before}{after}"),
                format!("{before}{}{}{after}", lines[at], lines[at]),
                format!("{before}{}\n{after}", lines[at].get(..half).unwrap()),
            ]
        });
        for text in std::iter::once(text.clone()).chain(changed) {
            let Ok(document) = split("x.md", text.into_bytes()) else { continue };
            let (facts, base) = (document.facts(), document.facts.start);
            let Some(plain) = read_plain_first(facts, base) else { continue };
            let mut problems = Vec::new();
            let whole = build_tree(facts, base, &mut problems).unwrap().unwrap();
            assert!(problems.is_empty(), "{}: {facts}", path.display());
            assert_eq!(plain.yaml, whole.yaml, "{}: {facts}", path.display());
            compared += 1;
        }
    }
    assert!(compared > 5_000, "only {compared} texts were compared");
}

#[test]
fn scalars_stay_text() {
    let (node, problems) = tree("remoto: no\nprotocollo: 0049449\norario: 12:30\ntelefono: +390655501234\n");
    let node = node.unwrap();
    assert!(problems.is_empty());
    assert_eq!(text(&node, "remoto"), "no");
    assert_eq!(text(&node, "protocollo"), "0049449");
    assert_eq!(text(&node, "orario"), "12:30");
    assert_eq!(text(&node, "telefono"), "+390655501234");
}

#[test]
fn unquoted_colon_is_repaired() {
    let (node, problems) = tree("titolo: Festa: musica è vita\ncosto: gratuito\n");
    let node = node.unwrap();
    assert_eq!(text(&node, "titolo"), "Festa: musica è vita");
    assert_eq!(text(&node, "costo"), "gratuito");
    let [Problem::YamlSyntax(SyntaxFault::Value { fault, quoted })] = problems.as_slice() else {
        panic!("{problems:?}")
    };
    assert_eq!(*fault, ValueFault::ColonAndSpace);
    assert_eq!(quoted.text, "\"Festa: musica è vita\"");
    // The place of what comes after is that of the file, not of the repaired text.
    let cost = "---\ntitolo: Festa: musica è vita\ncosto: ".len();
    assert_eq!(node.get("costo").unwrap().span, cost..cost + "gratuito".len());
}

#[test]
fn hash_in_a_title_is_reported() {
    let (node, problems) = tree("titolo: Corso #1 di cucina\ncosto: gratuito # davvero\n");
    assert_eq!(text(&node.unwrap(), "titolo"), "Corso #1 di cucina");
    assert!(matches!(problems.as_slice(), [Problem::CommentSwallowsText { quoted: Some(_) }]), "{problems:?}");
}

#[test]
fn tabs_are_repaired() {
    let (node, problems) = tree("contratto:\n\ttipo: a\n\tmesi: 6\ncosto: gratuito\n");
    let node = node.unwrap();
    assert_eq!(text(node.get("contratto").unwrap(), "mesi"), "6");
    assert_eq!(text(&node, "costo"), "gratuito");
    assert_eq!(problems[0], Problem::YamlSyntax(SyntaxFault::TabIndentation));
}

#[test]
fn duplicate_key_and_alias_are_both_reported() {
    let (_, problems) = tree("titolo: Uno\ntitolo: Due\ncosto: *gratis\n");
    assert_eq!(problems, [Problem::DuplicateKey { key: "titolo".to_owned() }, Problem::YamlFeature]);
}

#[test]
fn unrepairable_line_is_reported_once() {
    let (node, problems) = tree("titolo: Uno\n? [\n}\n");
    assert!(node.is_none());
    assert!(problems.iter().all(|problem| matches!(problem, Problem::YamlSyntax(_))));
    // The repair of the title did not help; then the line that cannot be repaired is named.
    assert_eq!(problems.len(), 2);
}

#[test]
fn nesting_depth_is_limited() {
    let deep = format!("a: {}{}\n", "[".repeat(10_000), "]".repeat(10_000));
    let (node, problems) = tree(&deep);
    // Read as the text that it may have been meant to be.
    assert!(text(&node.unwrap(), "a").starts_with("[["));
    assert!(matches!(problems.as_slice(), [Problem::YamlSyntax(_)]));
}

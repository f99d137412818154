use super::*;
use crate::text::escape::escape_markdown;

#[test]
fn strangers_cannot_script() {
    for text in [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html,x)",
        "![x](https://tracker.example/x.png)",
        "<img src=x onerror=alert(1)>",
        "[x](//evil.example)",
        "<javascript:alert(1)>",
    ] {
        assert!(!inspect_markup(text).is_empty(), "{text}");
        let html = render_html(text).as_str().to_lowercase();
        for forbidden in ["<script", "<img", "href=\"javascript:", "href=\"data:", "href=\"//"] {
            assert!(!html.contains(forbidden), "{text} -> {html}");
        }
    }
}

#[test]
fn good_links_pass() {
    assert!(inspect_markup("[a](https://x.it/a_b) [b](mailto:a@b.it) <https://x.it> <a@b.it> [c](../o/x/)").is_empty());
}

#[test]
fn blocks_know_their_depth_and_number() {
    let blocks = parse_blocks("Uno **due**\n\n- a\n  1. b\n- c\n\n> q\n");
    assert!(matches!(&blocks[0], Block::Paragraph(runs) if runs[1].bold && runs[1].text == "due"));
    assert!(matches!(&blocks[1], Block::Item(0, None, _)));
    assert!(matches!(&blocks[2], Block::Item(1, Some(1), _)));
    assert!(matches!(&blocks[3], Block::Item(0, None, _)));
    assert!(matches!(&blocks[4], Block::Quote(quoted) if matches!(**quoted, Block::Paragraph(_))));
}

#[test]
fn escaped_values_read_as_themselves() {
    for value in
        ["PONTE_26*B", "*_~`", "1. primo", "1) primo", "- trattino", "# titolo", "<b>", "a & b", "[x](y)", "fine!"]
    {
        assert_eq!(plain_text(&escape_markdown(value)).trim(), value, "{value}");
    }
}

#[test]
fn links_do_not_nest() {
    let within = "[uno <a@example.org> *due*](https://example.org/)";
    assert_eq!(
        render_html(within).as_str(),
        "<p><a href=\"https://example.org/\">uno a@example.org <em>due</em></a></p>\n"
    );
    let Block::Paragraph(runs) = &parse_blocks(within)[0] else { panic!("{within}") };
    assert!(runs.iter().all(|run| run.link.as_deref() == Some("https://example.org/")), "{runs:?}");
    // The outer one is not a link: the inner one is.
    let outer = "[uno *due <a@example.org> tre*](x:y)";
    assert_eq!(
        render_html(outer).as_str(),
        "<p>uno <em>due <a href=\"mailto:a@example.org\">a@example.org</a> tre</em></p>\n"
    );
}

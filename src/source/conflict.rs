//! Lines that git leaves in a file where two changes collide (git-merge, «How conflicts are presented»).

use std::ops::Range;

/// Two versions of some lines, between the markers of git.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// Byte range of the first marker, without its line end.
    pub marker: Range<usize>,
    /// Byte range from the first marker to the end of the last one's line.
    pub span: Range<usize>,
    /// The lines of both versions, without markers; `None` if a marker is missing.
    pub both: Option<String>,
}

/// What a line of a file with conflicts is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Marker {
    /// `<<<<<<<`: ours follows.
    Ours,
    /// `|||||||`: what both began from follows.
    Base,
    /// `=======`: theirs follows.
    Theirs,
    /// `>>>>>>>`: the end.
    End,
}

/// Finds where git left two versions of a text. A line of equals signs alone, which underlines a heading in Markdown,
/// counts only in a byte range of `facts`, or between other markers.
#[must_use]
pub fn find_conflicts(text: &str, facts: &Range<usize>) -> Vec<Conflict> {
    if !may_have_marker(text) {
        return Vec::new();
    }
    let mut conflicts: Vec<Conflict> = Vec::new();
    // Start of the first marker and its length; the lines of both versions; the last marker.
    let mut open: Option<(usize, usize, String, Marker)> = None;
    let mut at = 0;
    for line in super::lines(text) {
        let (start, end) = (at, at + line.len());
        at = end;
        let shown = line.trim_end().len();
        let marker = marker_of(line.trim_end());
        open = match (open, marker) {
            (None, Some(Marker::Ours)) => Some((start, shown, String::new(), Marker::Ours)),
            (None, Some(Marker::Theirs)) if !facts.contains(&start) => None,
            // A marker without its beginning: somebody took away a part.
            (None, Some(_)) => {
                conflicts.push(Conflict { marker: start..start + shown, span: start..end, both: None });
                None
            }
            (Some((from, length, both, Marker::Theirs)), Some(Marker::End)) => {
                conflicts.push(Conflict { marker: from..from + length, span: from..end, both: Some(both) });
                None
            }
            (Some((from, length, both, Marker::Ours)), Some(next @ (Marker::Base | Marker::Theirs)))
            | (Some((from, length, both, Marker::Base)), Some(next @ Marker::Theirs)) => {
                Some((from, length, both, next))
            }
            (Some((from, length, ..)), Some(next)) => {
                conflicts.push(Conflict { marker: from..from + length, span: from..start, both: None });
                (next == Marker::Ours).then(|| (start, shown, String::new(), Marker::Ours))
            }
            (Some((from, length, mut both, last)), None) => {
                if last != Marker::Base {
                    both.push_str(line);
                }
                Some((from, length, both, last))
            }
            (None, None) => None,
        };
    }
    if let Some((from, length, ..)) = open {
        conflicts.push(Conflict { marker: from..from + length, span: from..text.len(), both: None });
    }
    conflicts
}

/// Whether a line begins like a marker: few texts have one, and only then each line is looked at.
fn may_have_marker(text: &str) -> bool {
    let is_marker = |start: usize| {
        let line = text.as_bytes().get(start..).unwrap_or_default();
        line.first().is_some_and(|sign| b"<=>|".contains(sign))
            && line.get(..7).is_some_and(|seven| seven.iter().all(|sign| Some(sign) == line.first()))
    };
    is_marker(0) || memchr::memchr_iter(b'\n', text.as_bytes()).any(|end| is_marker(end + 1))
}

/// The marker that a line is: seven signs, with a name behind all but the third.
fn marker_of(line: &str) -> Option<Marker> {
    let named = |sign: &str| line.strip_prefix(sign).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    match line.as_bytes().first()? {
        b'<' if named("<<<<<<<") => Some(Marker::Ours),
        b'|' if named("|||||||") => Some(Marker::Base),
        b'=' if line == "=======" => Some(Marker::Theirs),
        b'>' if named(">>>>>>>") => Some(Marker::End),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, Option<String>)> {
        let conflicts = find_conflicts(text, &(0..0));
        conflicts.into_iter().map(|found| (text.get(found.marker).unwrap(), found.both)).collect()
    }

    #[test]
    fn both_versions_are_kept_without_markers() {
        let text = "uno\n<<<<<<< HEAD\ndue\n=======\ntre\n>>>>>>> ramo\nquattro\n";
        assert_eq!(found(text), [("<<<<<<< HEAD", Some("due\ntre\n".to_owned()))]);
        let text = "<<<<<<< HEAD\r\ndue\r\n||||||| base\r\nzero\r\n=======\r\ntre\r\n>>>>>>> ramo\r\n";
        assert_eq!(found(text), [("<<<<<<< HEAD", Some("due\r\ntre\r\n".to_owned()))]);
    }

    #[test]
    fn marker_that_is_left_is_found() {
        assert_eq!(found("<<<<<<< HEAD\nuno\n"), [("<<<<<<< HEAD", None)]);
        assert_eq!(found("uno\n>>>>>>> ramo\n"), [(">>>>>>> ramo", None)]);
        assert_eq!(found("<<<<<<< a\n<<<<<<< b\nx\n=======\ny\n>>>>>>> b\n").len(), 2);
        assert_eq!(find_conflicts("a: 1\n=======\nb: 2\n", &(0..19)).len(), 1);
    }

    #[test]
    fn headings_and_quotes_are_no_markers() {
        for text in
            ["Titolo\n=======\n", "Titolo\n========\n", ">>>>>>>> citazione\n", "a <<<<<<< b\n", "| a |||||||\n"]
        {
            assert_eq!(found(text), [], "{text}");
        }
    }
}

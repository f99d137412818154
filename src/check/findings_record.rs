//! The bytes in which known findings are kept in the cache.

use std::ops::Range;

use super::known_findings::{KnownFindings, KnownItem};
use super::rules;
use crate::diagnostic::{Correction, Diagnostic, LocalizedString, Severity};
use crate::files::{RecordReader, RecordWriter};

/// First bytes of a record, with the version of its format.
const FORMAT: &str = "bacheca findings 1";

impl KnownFindings {
    /// The bytes of the record.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = RecordWriter::default();
        out.text(FORMAT);
        out.fingerprint(&self.shared);
        out.list(self.items.iter(), |out, item| {
            out.text(&item.slug);
            out.fingerprint(&item.inputs);
            out.list(item.findings.as_deref().unwrap_or_default().iter(), write_finding);
        });
        out.into_bytes()
    }

    /// Reads a record; `None` if it is not one of this version.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut bytes = RecordReader::new(bytes);
        if bytes.text()? != FORMAT {
            return None;
        }
        let shared = bytes.fingerprint()?;
        let items = bytes.list(|bytes| {
            let (slug, inputs) = (bytes.text()?.to_owned(), bytes.fingerprint()?);
            let findings: Vec<Diagnostic> = bytes.list(read_finding)?;
            Some(KnownItem { slug, inputs, findings: (!findings.is_empty()).then(|| findings.into()) })
        })?;
        bytes.is_at_end().then_some(Self { shared, items })
    }
}

fn write_finding(out: &mut RecordWriter, finding: &Diagnostic) {
    let Diagnostic { rule, severity, file, span, message, hint, correction, question } = finding;
    out.text(rule);
    out.number(u64::from(*severity == Severity::Error));
    out.text(file);
    write_span(out, span);
    write_sentence(out, message);
    out.list(hint.iter(), write_sentence);
    out.list(correction.iter(), |out, Correction { span, text, safe }| {
        write_span(out, span);
        out.text(text);
        out.number(u64::from(*safe));
    });
    out.list(question.iter(), write_sentence);
}

fn read_finding(bytes: &mut RecordReader<'_>) -> Option<Diagnostic> {
    Some(Diagnostic {
        rule: rules::static_name(bytes.text()?)?,
        severity: if bytes.number()? == 1 { Severity::Error } else { Severity::Warning },
        file: bytes.text()?.to_owned(),
        span: read_span(bytes)?,
        message: read_sentence(bytes)?,
        hint: bytes.list::<_, Vec<_>>(read_sentence)?.pop(),
        correction: bytes
            .list::<_, Vec<_>>(|bytes| {
                let (span, text) = (read_span(bytes)?, bytes.text()?.to_owned());
                Some(Correction { span, text, safe: bytes.number()? == 1 })
            })?
            .pop(),
        question: bytes.list::<_, Vec<_>>(read_sentence)?.pop(),
    })
}

fn write_span(out: &mut RecordWriter, span: &Range<usize>) {
    out.count(span.start);
    out.count(span.end);
}

fn read_span(bytes: &mut RecordReader<'_>) -> Option<Range<usize>> {
    Some(bytes.count()?..bytes.count()?)
}

fn write_sentence(out: &mut RecordWriter, sentence: &LocalizedString) {
    out.text(&sentence.it);
    out.text(&sentence.en);
}

fn read_sentence(bytes: &mut RecordReader<'_>) -> Option<LocalizedString> {
    Some(LocalizedString { it: bytes.text()?.to_owned(), en: bytes.text()?.to_owned() })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::board::{ContentFiles, FileFingerprints};
    use crate::config::Config;

    #[test]
    fn known_findings_are_read_as_they_were_written_and_make_the_same_outcome() {
        let today = chrono::NaiveDate::from_ymd_opt(2026, 10, 1).unwrap();
        let item = "---\ntipo: evento\ntitolo: Festa\nsintesi: Una festa!!!! GRATIS clicca qui\npubblicato: 2026-11-01\n---\nClicca qui: http://bit.ly/x, domani a las 5.\n";
        let content = BTreeMap::from([("content/opportunita/2026/festa.md".to_owned(), item.as_bytes().to_vec())]);
        let files = ContentFiles::from_memory(content);
        let fingerprints: FileFingerprints = files.fingerprints();
        let config =
            Config::parse("[bacheca]\nnome = \"Prova\"\nindirizzo = \"https://example.org\"\n".to_owned()).unwrap();
        let loaded = files.load(config, today);
        let made_from = loaded.board.fingerprints(&[0; 32], &fingerprints).unwrap();
        let (first, known) = KnownFindings::default().check(&loaded, None, &made_from);
        assert!(first.by_item.iter().flatten().next().is_some());
        let bytes = known.to_bytes();
        let read = KnownFindings::from_bytes(&bytes).unwrap();
        assert_eq!(read, known);
        let (second, again) = read.check(&loaded, None, &made_from);
        assert_eq!((second.diagnostics, again), (first.diagnostics, known));
        assert!((0..bytes.len()).all(|length| KnownFindings::from_bytes(&bytes[..length]).is_none()));
    }
}

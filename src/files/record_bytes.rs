//! The bytes of records in the cache: numbers, texts and fingerprints one after the other. The record of a large board is
//! read at each build; as JSON that took longer than comparing all files with it.

/// SHA-256 of something.
type Fingerprint = [u8; 32];

/// Builds a record.
#[derive(Debug, Default)]
pub struct RecordWriter(Vec<u8>);

impl RecordWriter {
    /// A number.
    pub fn number(&mut self, number: u64) {
        self.0.extend_from_slice(&number.to_le_bytes());
    }

    /// A number of things in memory.
    pub fn count(&mut self, count: usize) {
        self.number(u64::try_from(count).unwrap_or(u64::MAX));
    }

    /// A text: its length, then its bytes.
    pub fn text(&mut self, text: &str) {
        self.count(text.len());
        self.0.extend_from_slice(text.as_bytes());
    }

    /// A fingerprint.
    pub fn fingerprint(&mut self, fingerprint: &Fingerprint) {
        self.0.extend_from_slice(fingerprint);
    }

    /// The start of a fingerprint.
    pub fn key(&mut self, key: &[u8; 16]) {
        self.0.extend_from_slice(key);
    }

    /// A list: its length, then each element by `write`.
    pub fn list<T>(&mut self, list: impl ExactSizeIterator<Item = T>, mut write: impl FnMut(&mut Self, T)) {
        self.count(list.len());
        for element in list {
            write(self, element);
        }
    }

    /// The bytes of the record.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }
}

/// Reads what [`RecordWriter`] wrote; `None` for whatever the bytes do not hold.
#[derive(Debug)]
pub struct RecordReader<'b>(&'b [u8]);

impl<'b> RecordReader<'b> {
    /// Begins at the first byte.
    #[must_use]
    pub fn new(bytes: &'b [u8]) -> Self {
        Self(bytes)
    }

    fn take(&mut self, length: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    /// The number that comes next.
    pub fn number(&mut self) -> Option<u64> {
        Some(u64::from_le_bytes(self.take(8)?.try_into().ok()?))
    }

    /// The number of things that comes next.
    pub fn count(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok()
    }

    /// The text that comes next.
    pub fn text(&mut self) -> Option<&'b str> {
        let length = self.count()?;
        std::str::from_utf8(self.take(length)?).ok()
    }

    /// The fingerprint that comes next.
    pub fn fingerprint(&mut self) -> Option<Fingerprint> {
        self.take(size_of::<Fingerprint>())?.try_into().ok()
    }

    /// The start of a fingerprint that comes next.
    pub fn key(&mut self) -> Option<[u8; 16]> {
        self.take(16)?.try_into().ok()
    }

    /// A list, each element by `read`. A length that the bytes cannot hold reserves no memory.
    pub fn list<T, C: FromIterator<T>>(&mut self, mut read: impl FnMut(&mut Self) -> Option<T>) -> Option<C> {
        let length = self.count().filter(|length| *length <= self.0.len())?;
        (0..length).map(|_| read(self)).collect()
    }

    /// Whether everything has been read.
    #[must_use]
    pub fn is_at_end(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn record_is_read_as_it_was_written() {
        let mut writer = RecordWriter::default();
        writer.list(["a", "", "città"].iter(), |writer, text| writer.text(text));
        writer.fingerprint(&[7; 32]);
        writer.number(u64::MAX);
        let bytes = writer.into_bytes();
        let read = |bytes: &[u8]| {
            let mut reader = RecordReader::new(bytes);
            let texts: Vec<String> = reader.list(|reader| Some(reader.text()?.to_owned()))?;
            Some((texts, reader.fingerprint()?, reader.number()?)).filter(|_| reader.is_at_end())
        };
        assert_eq!(read(&bytes), Some((vec!["a".into(), String::new(), "città".into()], [7; 32], u64::MAX)));
        // Half a record is no record, and neither is one with something behind it.
        assert!((0..bytes.len()).all(|length| read(&bytes[..length]).is_none()));
        assert_eq!(read(&[bytes.as_slice(), b"x"].concat()), None);
        assert_eq!(read(&[0xff; 64]), None);
    }
}

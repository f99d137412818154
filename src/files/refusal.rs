//! Reasons for which a file is neither read nor written.

use std::fmt;
use std::io::{self, ErrorKind};
use std::path::PathBuf;

/// Reason for which a file is neither read nor written; the payload of an [`io::Error`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The file is a link, which could lead out of the board.
    Link,
    /// A folder above the file is a link.
    LinkedFolder(PathBuf),
    /// The path is taken by something that is neither file nor folder: a device, a pipe.
    SpecialFile,
    /// The file is too large.
    TooLarge {
        /// Length in bytes, as far as it is known.
        length: u64,
        /// Largest length in bytes that is read.
        limit: u64,
    },
}

impl Refusal {
    /// Extracts the refusal from an error of this module.
    #[must_use]
    pub fn from_error(error: &io::Error) -> Option<&Self> {
        error.get_ref()?.downcast_ref()
    }
}

impl From<Refusal> for io::Error {
    fn from(refusal: Refusal) -> Self {
        let kind = match refusal {
            Refusal::TooLarge { .. } => ErrorKind::FileTooLarge,
            Refusal::Link | Refusal::LinkedFolder(_) | Refusal::SpecialFile => ErrorKind::InvalidInput,
        };
        Self::new(kind, refusal)
    }
}

impl fmt::Display for Refusal {
    /// Formats the reason for fingerprints and logs; messages for people are made by [`Cause`](crate::error::Cause).
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Link => formatter.write_str("a link"),
            Self::LinkedFolder(_) => formatter.write_str("below a link"),
            Self::SpecialFile => formatter.write_str("not a plain file"),
            Self::TooLarge { length, limit } => write!(formatter, "{length} bytes, {limit} at most"),
        }
    }
}

impl std::error::Error for Refusal {}

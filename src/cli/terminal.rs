//! Standard output and the error stream for texts of others: nothing in them commands the terminal, or the log of a forge.

use std::io::{self, StdoutLock, Write};

use crate::text::visible::{defuse_log_commands, escape_control_characters};

/// Writes a text and a line end to the error stream, where control characters become U+FFFD and no line is a command to
/// the log of a forge.
///
/// # Errors
/// If the stream is closed.
pub(super) fn say(text: &str) -> io::Result<()> {
    writeln!(io::stderr(), "{}", defuse_log_commands(&escape_control_characters(text)))
}

/// Standard output on which control characters, line ends apart, become U+FFFD.
pub(super) struct PlainOutput(StdoutLock<'static>);

impl PlainOutput {
    /// Locks standard output.
    pub(super) fn lock() -> Self {
        Self(io::stdout().lock())
    }
}

impl Write for PlainOutput {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8_lossy(bytes);
        // Letters for mail programs end their lines in both.
        let lines: Vec<String> = text.split("\r\n").map(escape_control_characters).collect();
        self.0.write_all(lines.join("\r\n").as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

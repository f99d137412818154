//! Words without any style: for channels that show markers as they are.

use std::fmt::Write;

use super::join_blocks;
use crate::compose::address::display_address;
use crate::markdown::{Block, TextRun};

/// Blocks as lines: paragraphs divided by an empty line, links as their address.
pub(super) fn text(blocks: &[Block]) -> String {
    let out = join_blocks(blocks, write_block);
    out.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim().to_owned()
}

fn write_block(block: &Block, out: &mut String) {
    match block {
        Block::Paragraph(runs) | Block::Heading(runs) => write_runs(runs, out),
        Block::Item(_, None, runs) => {
            out.push_str("- ");
            write_runs(runs, out);
        }
        Block::Item(_, Some(number), runs) => {
            let _ = write!(out, "{number}. ");
            write_runs(runs, out);
        }
        Block::Quote(quoted) => write_block(quoted, out),
        Block::Code(code) => out.push_str(code.trim_matches('\n')),
    }
}

fn write_runs(runs: &[TextRun], out: &mut String) {
    for run in runs {
        out.push_str(&run.text);
        if let Some(link) = run.link.as_deref().filter(|link| !link.contains(run.text.trim())) {
            let _ = write!(out, " {}", display_address(link));
        }
    }
}

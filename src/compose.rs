//! What several outputs and rules need alike: the order of facts on a sheet, the message of a
//! channel, the code of an address.

pub mod markdown;
pub mod sheet;

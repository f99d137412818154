//! Districts by the names that somebody types.

use super::Error;
use crate::board::Board;
use crate::diagnostic::nearest;
use crate::localized;
use crate::text::visible::show_name;

/// Fewest characters of a name in which a slip can be told from another name.
const MIN_MEANT_CHARS: usize = 4;

/// The district of the board with this name, number, or neighbourhood: `V`, `5`, `Municipio V`, `Centocelle`.
pub(super) fn find_zone<'b>(board: &'b Board, name: &str) -> Result<&'b str, Error> {
    let territory = &board.config.territorio;
    territory.find_zone(name).ok_or_else(|| {
        let neighbourhoods = territory.neighbourhoods.values().flat_map(|names| names.split(',').map(str::trim));
        // A number of one or two letters is like every other.
        let meant = nearest(name, territory.zone.iter().map(String::as_str).chain(neighbourhoods))
            .filter(|_| name.chars().count() >= MIN_MEANT_CHARS);
        let (name, known) = (show_name(name), territory.zone.join(", "));
        Error::Message(match meant {
            Some(meant) => localized!(
                "«{name}» non è una zona della bacheca: volevi dire «{meant}»? Ci sono {known}",
                "`{name}` is no district of the board: did you mean `{meant}`? There are {known}"
            ),
            None if territory.zone.is_empty() => localized!(
                "la bacheca non ha zone: scrivile in site.toml, `[territorio] zone`",
                "the board has no districts: write them in site.toml, `[territorio] zone`"
            ),
            None => localized!(
                "«{name}» non è una zona della bacheca: ci sono {known}",
                "`{name}` is no district of the board: there are {known}"
            ),
        })
    })
}

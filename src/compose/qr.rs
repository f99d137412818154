//! QR codes (ISO/IEC 18004): four modules of quiet zone, vectors only.

use std::fmt::Write;

use fast_qr::{ECL, QRBuilder};

/// Modules of white around the code.
const QUIET_ZONE: usize = 4;

/// How much of a code may be lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Level {
    /// 15 %: for what is printed once.
    #[default]
    Medium,
    /// 25 %: for what is photocopied and folded.
    Quartile,
}

/// The code of an address as SVG, black on white; its side is its number of modules.
///
/// # Errors
/// If the address is too long for any code (over 2,300 bytes).
pub fn svg(address: &str, level: Level) -> Result<String, String> {
    let level = match level {
        Level::Medium => ECL::M,
        Level::Quartile => ECL::Q,
    };
    let code =
        QRBuilder::new(address).ecl(level).build().map_err(|error| format!("codice QR di {address}: {error}"))?;
    let width = code.size;
    let side = width + 2 * QUIET_ZONE;
    let mut path = String::with_capacity(width * width * 4);
    for (y, row) in code.data.chunks(width).take(width).enumerate() {
        // One bar for each run of dark modules: seams between squares would show on paper.
        let mut x = 0;
        while let Some(start) = row.iter().skip(x).position(|module| module.value()).map(|offset| x + offset) {
            let length = row.iter().skip(start).take_while(|module| module.value()).count();
            let _ = write!(path, "M{} {}h{length}v1h-{length}z", start + QUIET_ZONE, y + QUIET_ZONE);
            x = start + length;
        }
    }
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path d=\"{path}\"/></svg>\n"
    ))
}

#[cfg(test)]
mod tests {
    use super::{Level, svg};

    #[test]
    fn the_quiet_zone_is_four_modules_on_each_side() {
        let svg = svg("https://bacheca.example.org/o/x/", Level::Medium).unwrap();
        // Version 3 has 29 modules: 4 + 29 + 4.
        assert!(svg.contains("viewBox=\"0 0 37 37\""), "{svg}");
        assert!(svg.contains("M4 4h7v1h-7z"));
    }

    #[test]
    fn an_address_that_fits_no_code_is_an_error() {
        assert!(svg(&"x".repeat(3_000), Level::Medium).is_err());
    }
}

//! QR codes (ISO/IEC 18004) as SVG, with a quiet zone of four modules.

use std::fmt::Write;

use fast_qr::{ECL, QRBuilder};

use crate::error::Error;
use crate::localized;

/// White modules on each side (ISO/IEC 18004 requires four).
const QUIET_ZONE: usize = 4;

/// Error correction level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ErrorCorrection {
    /// Level M, 15 %: single prints.
    #[default]
    Medium,
    /// Level Q, 25 %: sheets that are photocopied and folded.
    Quartile,
}

/// Renders the QR code of an address as SVG, black on white; the view box is one unit per module.
///
/// ```
/// use bacheca::compose::qr::{ErrorCorrection, render_svg};
///
/// let svg = render_svg("https://example.org/o/corso/", ErrorCorrection::Medium).unwrap();
/// assert!(svg.starts_with("<svg"));
/// ```
///
/// # Errors
/// If the address is too long for any version (over about 2,300 bytes).
pub fn render_svg(address: &str, level: ErrorCorrection) -> Result<String, Error> {
    let level = match level {
        ErrorCorrection::Medium => ECL::M,
        ErrorCorrection::Quartile => ECL::Q,
    };
    let code = QRBuilder::new(address).ecl(level).build().map_err(|error| {
        localized!(
            "l'indirizzo è troppo lungo per un codice QR ({error}): {address}",
            "the address is too long for a QR code ({error}): {address}"
        )
    })?;
    let width = code.size;
    let side = width + 2 * QUIET_ZONE;
    let mut path = String::with_capacity(width * width * 4);
    for (y, row) in code.data.chunks(width).take(width).enumerate() {
        // One bar per run of dark modules: seams between squares show on paper.
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
    use super::{ErrorCorrection, render_svg};

    #[test]
    fn the_quiet_zone_is_four_modules_on_each_side() {
        let svg = render_svg("https://bacheca.example.org/o/x/", ErrorCorrection::Medium).unwrap();
        // Version 3 has 29 modules: 4 + 29 + 4.
        assert!(svg.contains("viewBox=\"0 0 37 37\""), "{svg}");
        assert!(svg.contains("M4 4h7v1h-7z"));
    }

    #[test]
    fn an_address_that_fits_no_code_is_an_error() {
        assert!(render_svg(&"x".repeat(3_000), ErrorCorrection::Medium).is_err());
    }
}

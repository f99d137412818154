//! Reading QR codes with zbar.

use image::GrayImage;

/// Debian package of the programs that read PDF.
pub const POPPLER: &str = "poppler-utils";

/// Contents of every QR code in an image, decoded by zbar.
pub fn read_qr_codes(picture: &GrayImage) -> Vec<String> {
    let file = tempfile::Builder::new().suffix(".png").tempfile().unwrap();
    picture.save(file.path()).unwrap();
    let output = std::process::Command::new("zbarimg").args(["-q", "--raw", file.path().to_str().unwrap()]).output();
    // Exit code 4 means that there is no code.
    let output = output.unwrap_or_else(|error| panic!("zbarimg: {error}; run: apt-get install zbar-tools"));
    let mut codes: Vec<String> = String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect();
    codes.sort();
    codes
}

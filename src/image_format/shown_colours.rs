//! Colours of a picture as a page shows them: on white where it is transparent, and in sRGB, because what is published has
//! neither transparency nor a profile.

use image::DynamicImage;
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

/// Lays a picture on white, where it is transparent; its points are opaque afterwards.
pub(super) fn lay_on_white(picture: DynamicImage) -> DynamicImage {
    if !picture.color().has_alpha() {
        return picture;
    }
    let mut points = picture.into_rgba8();
    for point in points.pixels_mut() {
        let [red, green, blue, alpha] = point.0;
        let on_white = |part: u8| {
            let mixed = (u32::from(part) * u32::from(alpha) + 255 * (255 - u32::from(alpha)) + 127) / 255;
            u8::try_from(mixed).unwrap_or(u8::MAX)
        };
        point.0 = [on_white(red), on_white(green), on_white(blue), 255];
    }
    DynamicImage::from(points)
}

/// Converts a picture in colours from its profile (ICC) to sRGB. A profile that cannot be read, or is not of such a picture,
/// changes nothing: without one the colours are those of sRGB as well.
pub(super) fn convert_to_srgb(picture: DynamicImage, profile: Option<&[u8]>) -> DynamicImage {
    if !picture.color().has_color() {
        return picture;
    }
    let profile = profile.and_then(|bytes| ColorProfile::new_from_slice(bytes).ok());
    let Some(profile) = profile.filter(|profile| profile.color_space == DataColorSpace::Rgb) else { return picture };
    let (srgb, options) = (ColorProfile::new_srgb(), TransformOptions::default());
    let Ok(transform) = profile.create_transform_8bit(Layout::Rgb, &srgb, Layout::Rgb, options) else { return picture };
    let before = picture.to_rgb8();
    let mut after = before.clone();
    match transform.transform(before.as_raw(), after.as_mut()) {
        Ok(()) => DynamicImage::from(after),
        Err(_) => picture,
    }
}

#[cfg(test)]
mod tests {
    use image::{Rgba, RgbaImage};

    use super::*;

    #[test]
    fn transparent_points_are_white() {
        let picture = RgbaImage::from_fn(3, 1, |x, _| Rgba([0, 0, 0, [0, 128, 255][x as usize]]));
        let shown = lay_on_white(DynamicImage::from(picture)).to_rgb8();
        let points: Vec<[u8; 3]> = shown.pixels().map(|point| point.0).collect();
        assert_eq!(points, [[255; 3], [127; 3], [0; 3]]);
    }

    #[test]
    fn colours_of_display_p3_are_converted() {
        let picture = image::RgbImage::from_pixel(4, 4, image::Rgb([234, 51, 35]));
        let profile = ColorProfile::new_display_p3().encode().unwrap();
        let shown = convert_to_srgb(DynamicImage::from(picture.clone()), Some(&profile)).to_rgb8();
        let [red, green, blue] = shown.get_pixel(0, 0).0;
        // The red of sRGB, as near as eight bits say it.
        assert!(red >= 250 && green <= 20 && blue <= 20, "{red} {green} {blue}");
        let broken = convert_to_srgb(DynamicImage::from(picture.clone()), Some(b"no profile"));
        assert_eq!(broken.to_rgb8(), picture);
    }
}

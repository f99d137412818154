//! Images: files, alternative texts, sizes.

super::rules! {
    image_incomplete,
    image_name_personal,
    image_too_large,
}

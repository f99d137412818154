//! Pictures and voice messages: files, alternative texts, sizes.

super::rules! {
    channel_picture_missing,
    image_incomplete,
    image_name_personal,
    image_too_large,
    voice_heavy,
    voice_stray,
    voice_too_large,
    voice_unreadable,
}

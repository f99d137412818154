//! «Qualità e affidabilità»: verified facts, official sources, safe links.

super::rules! {
    archive_without_source,
    duplicate_announcement,
    insecure_link,
    misread_term,
    not_verified_for_a_year,
    outside_territory,
    permit_copy_by_email,
    promotional_words,
    regulation_without_official_source,
    short_link,
    slug_removed,
    source_second_hand,
    tracking_parameters,
    whatsapp_link_wrong,
}

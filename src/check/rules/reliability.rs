//! «Qualità e affidabilità»: verified facts, official sources, safe links.

super::rules! {
    archive_without_source,
    duplicate_announcement,
    insecure_link,
    invented_address,
    misread_term,
    money_data_by_message,
    not_verified_for_a_year,
    outside_territory,
    pay_implausible,
    permit_copy_by_email,
    personal_contact,
    promotional_words,
    regulation_without_official_source,
    short_link,
    slug_removed,
    source_second_hand,
    too_good_to_be_true,
    tracking_parameters,
    whatsapp_link_wrong,
}

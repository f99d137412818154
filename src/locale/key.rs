//! The texts that the program asks for by name; templates ask for more (`t.name`). A key that the Italian texts do not
//! have does not compile, and of one that nobody uses the compiler says so.
#![allow(non_upper_case_globals, reason = "named as in the files of the theme")]
#![cfg_attr(not(feature = "site"), allow(dead_code, reason = "most texts are those of a site's pages"))]

/// The key of a text that the embedded theme has: a constant of [`key`](self).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextKey(&'static str);

impl TextKey {
    /// The key as the files of the theme have it: `row_when`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.0
    }
}

/// The Italian texts, which have every key.
const ITALIAN: &str = include_str!("../../themes/default/i18n/it.ftl");

macro_rules! text_keys {
    ($($key:ident)*) => {
        $( pub(crate) const $key: TextKey = declared(stringify!($key)); )*

        /// Every text that the program asks for by name.
        pub const ALL: &[&str] = &[$( stringify!($key) ),*];
    };
}

text_keys! {
    act_of
    action_apply
    action_book
    action_call
    action_email
    action_form
    action_request
    action_site
    action_wait
    action_whatsapp
    age_between
    age_from
    age_to
    agreement
    aid
    and_others
    announce
    announce_lead
    answers_later
    archive
    archive_count
    archive_lead
    archive_open
    archive_year
    asks_age_unknown
    asks_employment
    asks_household
    asks_in_words
    asks_job
    asks_languages
    asks_licence
    asks_means
    asks_other
    asks_permit
    asks_permit_or_receipt
    asks_permit_to_work
    asks_permit_unknown
    asks_qualification
    asks_reception
    asks_referral
    asks_residence
    asks_unknown
    asks_woman
    asks_woman_with_children
    attach
    autonym
    calendar_deadlines
    calendar_events
    can_go_age
    can_go_ask
    can_go_change
    can_go_elsewhere
    can_go_held
    can_go_held_expired
    can_go_held_none
    can_go_held_receipt
    can_go_held_valid
    can_go_home
    can_go_italian
    can_go_italian_a1
    can_go_italian_a2
    can_go_italian_b1
    can_go_italian_b2
    can_go_italian_c1
    can_go_italian_none
    can_go_lead
    can_go_man
    can_go_no
    can_go_permit
    can_go_sex
    can_go_title
    can_go_woman
    can_go_yes
    channel_by_hand
    channel_email_line
    channel_first_lesson
    channel_form_line
    channel_free
    channel_lead
    channel_none
    channel_pec
    channel_platform_line
    channel_referral
    channel_registered
    channel_step_1
    channel_step_2
    channel_step_3
    channel_step_4
    channel_telephone_line
    channel_title
    channel_whatsapp_line
    closed_now
    closed_since_build
    code
    colon
    contact_points_count
    contact_points_elsewhere
    contact_points_empty
    contact_points_lead
    contact_points_title
    corrected
    cost_optional
    cost_reason
    count_of
    credits
    date_at
    date_from
    date_from_to
    date_hours
    days_left
    days_left_today
    days_left_tomorrow
    digest_title
    digital_identity
    direction
    edition
    edition_of
    example
    extended
    extended_from
    feed_all
    feed_what
    filter_age
    filter_free
    filter_language
    filter_level
    filter_online
    filter_permit
    filter_permit_none
    filter_women
    follow_lead
    follow_title
    force_from
    force_until
    free_for_isee
    grade
    gross
    groups_count
    groups_next
    help_interpreters_languages
    help_language_unknown
    help_lead
    help_need_title
    help_request_details
    help_request_language
    help_request_need
    help_title
    home_empty
    home_lead
    homes
    hours_closed
    hours_holiday
    hours_open
    hours_total
    hours_unknown
    hours_unknown_here
    how_to_apply
    income_to
    invite_title
    is_now
    isee_to
    kind_empty
    languages_named
    last_days
    level_from
    level_to
    list_always
    list_few_places
    list_from_month
    list_near
    list_over
    list_undated
    map_credit
    message_apply
    message_ask
    message_book
    message_enrol
    message_ready
    message_request
    message_wait
    money
    money_between
    money_free
    money_free_for_some
    money_free_if
    money_grant
    money_instalments
    money_less_for_some
    money_optional
    money_per
    money_plus_fees
    money_price
    money_request_free
    money_up_to
    money_wage
    month_end
    month_start
    months_total
    name_and_value
    near_me
    net
    never_money
    not_found_lead
    not_found_title
    offline_lead
    offline_saved
    offline_title
    og_locale
    one_of
    open_always
    open_appointment
    open_some
    open_until
    opens_appointment
    opens_at
    opens_on
    org_before
    org_charter
    org_checked_on
    org_inclusion
    org_last_check
    org_lead
    org_never_checked
    org_not_verified
    org_open_count
    org_others
    org_register
    org_tax_code
    org_title
    org_with_open
    organised_by
    owns_no_home
    page_of
    pause_from_to
    pause_on
    percentage
    period
    permits_accepted
    place_open
    place_title
    places_count
    poster_apply_by
    poster_languages
    poster_strips
    poster_take_down
    print_always
    print_contact_points_all
    print_empty
    print_lead
    print_next
    print_open
    print_pack_title
    print_sheets
    print_soon
    print_title
    print_updated
    print_week_title
    published_on
    recheck
    referred_by
    registered_lease
    renewable
    reopened
    replaced_by
    report_message
    residence_in
    reviewed_translation
    row_access
    row_accessibility
    row_act
    row_activities
    row_answers
    row_attendance
    row_benefits
    row_certificate
    row_changes
    row_contract
    row_cost
    row_counts
    row_deadline
    row_documents
    row_duration
    row_duties
    row_entry
    row_force
    row_funding
    row_goals
    row_hires
    row_housing
    row_languages
    row_level
    row_partners
    row_pay
    row_permits
    row_programme
    row_requirements
    row_seats
    row_selection
    row_services
    row_steps
    row_territory
    row_validity
    row_warnings
    row_when
    row_where
    row_who
    run_by
    scan_code
    scan_or_write
    search_filter_kind
    search_filter_organisation
    search_filter_year
    search_filter_zone
    search_lead
    search_results
    search_title
    seats_between
    seats_max
    see_open
    speaks
    speaks_one_of
    stage_hours
    state_fees
    status_also
    status_apply_by
    status_apply_over
    status_book_by
    status_book_over
    status_cancelled
    status_closed
    status_closed_on
    status_do_by
    status_enrol_by
    status_enrol_over
    status_event_until
    status_full
    status_in_force
    status_next
    status_on
    status_open
    status_open_always
    status_open_hours
    status_open_no_end
    status_open_places
    status_over_in
    status_recheck
    status_request_by
    status_request_over
    status_valid_until
    status_withdrawn
    subject_line
    suspended_until
    times_between
    times_from
    to_company
    to_family
    updated_on
    verification_missing
    verification_never
    verified_on
    was
    way_come
    way_or
    we_speak
    weekly_hours
    who_age_from
    who_by_group
    who_level_from
    who_no_italian
    who_no_permit
    who_permit
    who_permit_of
    who_permit_work
    who_receipt
    withdrawn_note
    zone_contact_points
    zone_items
    zone_lead
    zone_open
    zone_title
    zones_lead
}

/// The key of a text, if a line of the Italian texts starts with it; else the program does not compile.
const fn declared(key: &'static str) -> TextKey {
    let mut rest = ITALIAN.as_bytes();
    while !starts_message(rest, key.as_bytes()) {
        // On to the next line.
        let mut ended = false;
        while let (false, Some((byte, after))) = (ended, rest.split_first()) {
            ended = *byte == b'\n';
            rest = after;
        }
        assert!(!rest.is_empty(), "themes/default/i18n/it.ftl does not have this text");
    }
    TextKey(key)
}

/// Whether a text starts with `key =`.
const fn starts_message(mut text: &[u8], mut key: &[u8]) -> bool {
    loop {
        match (text.split_first(), key.split_first()) {
            (_, None) => return matches!(text, [b' ', b'=', ..]),
            (Some((byte, after)), Some((same, left))) if *byte == *same => (text, key) = (after, left),
            _ => return false,
        }
    }
}

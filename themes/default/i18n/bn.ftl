# Texts of the interface. A language is a file like this one, with the same keys.
# Keys with an underscore belong to the interface; those with a hyphen are the words of the fields.

autonym = বাংলা
direction = ltr
og_locale = bn_IN

## Navigation
skip_to_content = মূল লেখায় যান
menu = মেনু
home = এখন খোলা
archive = আর্কাইভ
search = খুঁজুন
languages = ভাষা
feed = RSS ফিড
channel = WhatsApp চ্যানেল
channel_follow = WhatsApp-এ ফলো করুন
channel_free = বিনামূল্যে। কেউ আপনার নম্বর দেখতে পায় না।
older = আরও পুরোনো
newer = আরও নতুন
page_of = পৃষ্ঠা { $page } / { $pages }
licence = লেখাগুলো CC BY 4.0 লাইসেন্সের অধীনে
updated_on = হালনাগাদ: { $date }

## Lists
home_title = এখন খোলা
home_lead = কোর্স, কাজ, বাসা, অধিকার ও অনুষ্ঠান। যেটি আগে শেষ হবে, সেটি আগে।
home_empty = এই মুহূর্তে কিছু খোলা নেই। আর্কাইভে দেখুন, অথবা নতুন কিছু এলে জানতে চ্যানেলে যোগ দিন।
kind_empty = এই মুহূর্তে এখানে কিছু খোলা নেই।
no_deadline = শেষ তারিখ নেই
recheck = আবার যাচাই করতে হবে
archive_lead = চ্যানেলে যা যা প্রকাশিত হয়েছে, সব বছর ধরে সাজানো। বন্ধ হয়ে যাওয়া ঘোষণাও এখানে সব সময় থাকবে।
archive_year = আর্কাইভ { $year }
archive_count = { $count ->
    [one] { $count }টি ঘোষণা
   *[other] { $count }টি ঘোষণা
}
zone_title = { $zone }
zone_lead = { $zone }-এ কী কী আছে।
follow_title = নতুন খবর পান
follow_lead = নতুন খবর নিজে থেকেই আসে: প্রতিদিন এখানে ফিরে আসতে হয় না, নিবন্ধনও লাগে না।
follow_for_sites = যাঁরা ওয়েবসাইট বানান তাঁদের জন্য
feed_all = সব ঘোষণা
feed_what = ফিড এমন একটি তালিকা যা নিজে থেকে হালনাগাদ হয়। এর ঠিকানা একটি ফিড রিডারে (যেমন Feeder বা Thunderbird) কপি করুন: প্রতিটি নতুন ঘোষণা সেখানে আসবে। এটি বিনামূল্যে, নিবন্ধন লাগে না।
calendar_title = আপনার ক্যালেন্ডারে
calendar_tap = বোতামে চাপুন: তারিখগুলো আপনার ক্যালেন্ডারে চলে আসে এবং নিজে থেকেই হালনাগাদ হয়। শেষ তারিখের তিন দিন আগে ক্যালেন্ডার জানিয়ে দেয়।
calendar_by_hand = বোতাম কাজ করছে না?
calendar_what = একটি ঠিকানা আপনার ফোন বা কম্পিউটারের ক্যালেন্ডারে কপি করুন, যেখানে «সাবস্ক্রাইব» বা «URL থেকে যোগ করুন» লেখা আছে।
calendar_events = কোর্স ও অনুষ্ঠান
calendar_deadlines = শেষ তারিখ
data_title = উন্মুক্ত তথ্য
data_what = সব ঘোষণা একটি ফাইলে, প্রোগ্রাম ও স্প্রেডশিটের জন্য। উৎস জানিয়ে আবার ব্যবহার করা যায় (CC BY 4.0)।

## Announcement
status_open = খোলা
status_on = { $label }: { $date }
date_at = { $date }, { $time } পর্যন্ত
date_hours = { $date }, { $hours }
status_enrol_by = নাম লেখানোর শেষ দিন
status_apply_by = চাকরির আবেদনের শেষ দিন
status_request_by = আবেদনের শেষ দিন
status_book_by = বুকিংয়ের শেষ দিন
status_do_by = শেষ দিন
status_enrol_over = নাম লেখানো শেষ হয়েছে
status_apply_over = চাকরির আবেদন শেষ হয়েছে
status_request_over = আবেদন শেষ হয়েছে
status_book_over = বুকিং বন্ধ হয়ে গেছে
status_next = পরের তারিখ
status_also = এছাড়া { $dates }
status_in_force = কার্যকর হওয়ার দিন
status_open_always = খোলা: যেকোনো সময় নাম লেখাতে পারবেন
status_open_places = আসন শেষ না হওয়া পর্যন্ত খোলা
status_event_until = { $date } পর্যন্ত
status_valid_until = { $date } পর্যন্ত কার্যকর
status_open_no_end = চলছে
status_recheck = আবার যাচাই করতে হবে: যাওয়ার আগে জিজ্ঞাসা করুন
status_full = আসন শেষ
status_cancelled = বাতিল
status_withdrawn = সরিয়ে নেওয়া হয়েছে
status_closed = বন্ধ
status_closed_on = শেষ হয়েছে { $date }
status_draft = খসড়া
example = উদাহরণ
example_note = এই ঘোষণাটি কাল্পনিক: বোর্ড কীভাবে চলে তা দেখানোর জন্য।
closed_note = এখন আর অংশ নেওয়া যাবে না। এখন কী খোলা আছে দেখুন।
archived_note = আর্কাইভে রাখার সময়ই এটি বন্ধ ছিল।
withdrawn_note = সংস্থাটি এই ঘোষণা সরিয়ে নিয়েছে।
see_open = কী খোলা আছে দেখুন
not_translated = লেখাটি ইতালীয় ভাষায়: এখনও কেউ অনুবাদ করেনি। তারিখ, জায়গা ও খরচ আপনার ভাষায় দেওয়া আছে।
machine_translated = যন্ত্রের করা অনুবাদ: কিছু পরিষ্কার না হলে ইতালীয় লেখাটিই ঠিক বলে ধরা হবে।
human_translated = একজন মানুষের করা অনুবাদ।
reviewed_translation = একজন মানুষ দেখেছেন: { $date }।
stale_translation = এই অনুবাদের পরে ইতালীয় লেখাটি বদলেছে।
read_original = ইতালীয় ভাষায় পড়ুন
days_left_today = আজ বন্ধ হবে
days_left_tomorrow = আগামীকাল বন্ধ হবে
days_left = { $days ->
    [one] আর { $days } দিন বাকি
   *[other] আর { $days } দিন বাকি
}
closed_since_build = সময় শেষ: এটি এখন বন্ধ।
share = WhatsApp-এ শেয়ার করুন
poster = পোস্টার প্রিন্ট করুন
poster_languages = কয়েকটি ভাষায়
poster_strips = ছিঁড়ে নেওয়ার কাগজসহ
code = QR কোড
calendar_add = ক্যালেন্ডারে যোগ করুন
edition = পর্ব
editions = কোথায় ও কখন, বেছে নিন
more_open = আরও যা খোলা আছে
details = সংক্ষেপে
how_to_apply = কী করতে হবে
ask = কাকে জিজ্ঞাসা করবেন
credits = ছবি: { $credits }
organised_by = আয়োজক
published_on = প্রকাশ: { $date }
verified_on = যাচাই: { $date }
replaced_by = এর বদলে নতুন ঘোষণা
edition_of = যে ঘোষণার নতুন পর্ব

## Facts: names of the rows
row_who = কার জন্য
row_when = কখন
row_where = কোথায়
row_cost = খরচ
row_deadline = শেষ তারিখ
row_documents = কী কী লাগবে
row_benefits = কী পাবেন
row_services = সেবা
row_certificate = শেষে
row_seats = আসন
row_duties = কী কাজ
row_requirements = শর্ত
row_contract = চুক্তি
row_pay = বেতন
row_goals = লক্ষ্য
row_activities = কার্যক্রম
row_duration = মেয়াদ
row_access = কীভাবে যোগ দেবেন
row_programme = কর্মসূচি
row_entry = প্রবেশ
row_act = আইনি দলিল
row_validity = মেয়াদ
row_force = কার্যকর
row_permits = যেসব অনুমতিপত্রের জন্য
row_steps = কী করবেন
row_changes = কী বদলাচ্ছে
row_counts = সংখ্যায়
row_partners = সঙ্গে
row_funding = অর্থায়ন
row_languages = যেসব ভাষায় কথা হয়
row_accessibility = চলাফেরার সুবিধা
row_warnings = সাবধান
row_source = উৎস
row_selection = বাছাই
row_level = স্তর
row_housing = সাহায্যের ধরন
row_territory = এলাকা

## Facts: phrases
age_between = বয়স { $min } থেকে { $max } বছর
age_from = বয়স { $min } বছর বা তার বেশি
age_to = বয়স { $max } বছর পর্যন্ত
level_from = ইতালীয় ভাষা: অন্তত { $level }
level_to = ইতালীয় ভাষা: সর্বোচ্চ { $level }
speaks = যে ভাষা বলতে হবে: { $languages }
isee_to = ISEE (পরিবারের আয়ের কাগজ) { $amount } পর্যন্ত
income_to = আয় { $amount } পর্যন্ত
residence_in = নিবন্ধিত ঠিকানা (residenza): { $places }
digital_identity = SPID, CIE বা CNS লাগবে (ডিজিটাল পরিচয়)
owns_no_home = নিজের মালিকানার বাসা থাকা চলবে না
permits_accepted = থাকার অনুমতিপত্র: { $permits }
date_from_to = { $start } থেকে { $end } পর্যন্ত
date_from = { $start } থেকে
times_between = { $start }{"\u2060"}–{"\u2060"}{ $end }
times_from = { $start } থেকে
hours_total = { $hours ->
    [one] মোট { $hours } ঘণ্টা
   *[other] মোট { $hours } ঘণ্টা
}
weekly_hours = { $hours ->
    [one] সপ্তাহে { $hours } ঘণ্টা
   *[other] সপ্তাহে { $hours } ঘণ্টা
}
hours_unknown = সময়: { $word }
months_total = { $months ->
    [one] { $months } মাস
   *[other] { $months } মাস
}
seats_max = { $count ->
    [one] { $count }টি আসন
   *[other] { $count }টি আসন
}
seats_between = { $min } থেকে { $max }টি আসন
money = { $amount }€
money_between = { $min } থেকে { $max }
money_per = { $per } { $amount }
money_up_to = { $amount } পর্যন্ত
gross = কর কাটার আগে
net = কর কাটার পরে
to_company = কোম্পানিকে
to_family = পরিবারকে
cost_reason = { $amount } ({ $reason } বাবদ)
cost_optional = বাধ্যতামূলক নয়
name_and_value = { $name }: { $value }
aid = ছাড় বা সাহায্য: { $aid }
state_fees = সরকারি ফি
renewable = মেয়াদ বাড়ানো যায়
one_of = এর যেকোনো একটি: { $documents }
stage_hours = { $hours } ঘণ্টা হাতে-কলমে কাজ শেখা
force_from = { $date } থেকে
force_until = { $date } পর্যন্ত
act_of = { $act } নং { $number }, তারিখ { $date }
extended_from = সময় বাড়ানো হয়েছে: আগে ছিল { $date }
opens_on = { $date } থেকে আবেদন করা যাবে
percentage = খরচের { $number }%
homes = { $count ->
    [one] { $count }টি বাসা
   *[other] { $count }টি বাসা
}
registered_lease = নিবন্ধিত ভাড়ার চুক্তি লাগবে
was = আগে: { $value }
is_now = এখন: { $value }
count_of = { $item }: { $number }
subject_line = ই-মেইলের বিষয়: «{ $subject }»
attach = সঙ্গে দিন: { $documents }
referred_by = যে সেবা-দপ্তর পাঠাবে: { $services }

## Answers in one line
who_age_from = { $min } বছর থেকে
who_level_from = ইতালীয় { $level } থেকে
who_no_permit = অনুমতিপত্র ছাড়াও
who_permit = অনুমতিপত্র লাগবে
who_receipt = অনুমতিপত্র বা রসিদ লাগবে
who_permit_work = কাজ করা যায় এমন অনুমতিপত্র লাগবে
who_permit_some = শুধু কিছু অনুমতিপত্রে
period = { $start } – { $end }
groups_count = { $count }টি দল
places_count = { $count }টি জায়গা
money_price = খরচ { $amount }
money_free = বিনামূল্যে
money_optional = বিনামূল্যে, চাইলে { $amount } দিতে পারেন
money_free_for_some = { $amount }, কিছু মানুষের জন্য বিনামূল্যে
money_less_for_some = { $amount }, কিছু মানুষের জন্য কম
money_wage = বেতন পাবেন { $amount }
money_grant = পাবেন { $amount }
money_plus_fees = { $price }, সঙ্গে সরকারি ফি { $fees }
languages_named = ভাষা: { $languages }
we_speak = আমরা বলি: { $languages }
money_free_if = { $who } বিনামূল্যে, না হলে { $amount }
free_for_isee = ISEE { $amount } পর্যন্ত হলে
way_come = চলে আসুন

## Actions
action_form = নাম লেখান
action_apply = আবেদন করুন
action_call = ফোন করুন
action_whatsapp = WhatsApp-এ লিখুন
action_email = ই-মেইল লিখুন
action_site = ওয়েবসাইটে যান
channel_by_hand = নিজে গিয়ে যোগাযোগ করুন
channel_registered = রেজিস্টার্ড চিঠি পাঠান (raccomandata)
channel_pec = PEC দিয়ে লিখুন (প্রত্যয়িত ই-মেইল)
channel_first_lesson = প্রথম ক্লাসে আসুন
channel_referral = কোনো সেবা-দপ্তরকে বলুন আপনাকে পাঠাতে
channel_none = নাম লেখাতে হবে না
channel_email_line = এখানে লিখুন: { $email }
channel_telephone_line = এই নম্বরে ফোন করুন: { $telephone }
channel_whatsapp_line = এই নম্বরে WhatsApp-এ লিখুন: { $telephone }
channel_form_line = ফর্ম পূরণ করুন
channel_platform_line = প্ল্যাটফর্মে আবেদন করুন

## Search
search_title = খুঁজুন
search_lead = একটি শব্দ লিখুন: পেশা, পাড়া বা কাগজপত্রের নাম।
search_label = কী খুঁজছেন?
search_button = খুঁজুন
search_results = { $count ->
    [0] কিছু পাওয়া যায়নি
    [one] { $count }টি ফল
   *[other] { $count }টি ফল
}
search_without_script = খোঁজার জন্য JavaScript দরকার। তা ছাড়া এখান থেকে সবকিছু দেখতে পারেন:
search_all = সব
search_only_open = শুধু খোলাগুলো
search_sort = সাজানো
search_sort_relevance = শব্দের সঙ্গে বেশি মিল আগে
search_sort_deadline = যেটি আগে শেষ হবে, সেটি আগে
search_filter_kind = ধরন
search_filter_status = অবস্থা
search_filter_zone = এলাকা
search_filter_organisation = সংস্থা
search_filter_year = বছর
search_failed = খোঁজার সুবিধা এখন কাজ করছে না। তালিকাগুলো দেখতে পারেন।
filter_me = আমার জন্য
filter_me_lead = আপনার জন্য যা ঠিক তা বেছে নিন: আপনি যেগুলোতে অংশ নিতে পারেন শুধু সেগুলো থাকবে। পাতার ঠিকানায় আপনার পছন্দ থাকে।
filter_free = বিনামূল্যে
filter_online = অনলাইন
filter_women = শুধু নারীদের জন্য
filter_level = আপনার ইতালীয় ভাষা
filter_age = আপনার বয়স
filter_permit = আপনার পারমিট
filter_permit_none = কোনো পারমিট নেই
filter_language = যে ভাষায় কথা হয়
filter_clear = বাছাই মুছুন
open_map = মানচিত্র খুলুন
listen = শুনুন
listen_stop = শোনা বন্ধ করুন
offline_title = ইন্টারনেট নেই
offline_lead = এই পাতাটি আপনার ফোনে রাখা নেই।
offline_kept = এই পাতাগুলো রাখা আছে:
offline_call = ফোন করতে ইন্টারনেট লাগে না।
offline_saved = ইন্টারনেট নেই: এই পাতাটি { $date } তারিখে রাখা হয়েছে। যাওয়ার আগে ফোন করুন।
results_italian = ইতালীয় ভাষাতেও
search_maybe = হয়তো: জিজ্ঞেস করুন
search_maybe_lead = পারমিট লাগবে কি না, এই বিজ্ঞপ্তিগুলোতে লেখা নেই। যাওয়ার আগে জিজ্ঞেস করুন।

## Page that is not there
not_found_title = এই পৃষ্ঠাটি নেই
not_found_lead = হয়তো ঠিকানাটি ভুল লেখা হয়েছে। ঘোষণার ঠিকানা কখনও বদলায় না: খুঁজে দেখুন।

## Paper
scan_code = কোডটি স্ক্যান করুন
scan_or_write = অথবা এই ঠিকানা লিখুন
poster_apply_by = শেষ তারিখ
poster_more = বাকিটা অনলাইনে
print_title = ছাপান
print_lead = ছাপার জন্য তৈরি পোস্টার ও কাগজ, সাদা-কালোতেও।
print_empty = আজ ছাপার মতো খোলা কিছু নেই।
print_week = এই সপ্তাহের বোর্ড (A3)
print_channel = চ্যানেলের পোস্টার
print_by_language = একটি ভাষায়
print_by_language_lead = যা কিছু খোলা আছে সব এক ফাইলে: প্রথমে তালিকা, তারপর পোস্টার।
print_by_centre = একটি কেন্দ্রের জন্য
print_by_centre_lead = ইতালীয় ভাষায় এবং সেখানে যাঁরা থাকেন বা আসেন তাঁদের ভাষায়।
print_one = প্রতি পাতায় একটি
print_four = প্রতি পাতায় চারটি
print_pack_title = খোলা ঘোষণা
print_week_title = এই সপ্তাহে
print_updated = হালনাগাদ: { $date }
print_open = { $count ->
    [one] { $count }টি খোলা ঘোষণা
   *[other] { $count }টি খোলা ঘোষণা
}
channel_title = WhatsApp-এ বোর্ডটি অনুসরণ করুন
channel_lead = কোর্স, কাজ, বাসা, অধিকার, অনুষ্ঠান। { channel_free }
channel_step_1 = কোডের দিকে ক্যামেরা ধরুন।
channel_step_2 = লিংকে চাপুন: WhatsApp খুলবে।
channel_step_3 = উপরে “অনুসরণ করুন” চাপুন।
channel_step_4 = খবর পেতে ঘণ্টায় চাপুন।
last_days = শেষ কয়েক দিন
extended = সময় বাড়ানো হয়েছে: আগে ছিল { $date }
reopened = আবার খোলা
digest_title = এই সপ্তাহের সুযোগ
digest_more = যা কিছু খোলা আছে
invite_title = { $board } চ্যানেলে যোগ দিতে আপনাকে আমন্ত্রণ!
invite_how = কীভাবে?
invite_step_1 = যে নম্বর থেকে এই বার্তা এসেছে সেটি সেভ করুন
invite_step_2 = লিংকে চাপুন এবং চ্যানেলে যোগ দিন
invite_who = কাদের জন্য?
invite_who_people = অভিবাসী, শরণার্থী ও আশ্রয়প্রার্থী, যাঁরা সুযোগ ও তথ্য খুঁজছেন
invite_who_workers = সমাজকর্মী এবং যাঁরা অন্তর্ভুক্তির জন্য কাজ করেন
invite_what = এখানে কী পাবেন?
invite_what_work = কাজ ও প্রশিক্ষণ
invite_what_home = থাকার জায়গা
invite_what_law = নিয়মকানুন ও নতুন আইন
invite_what_news = দরকারি খবর
invite_info = তথ্যের জন্য বা ঘোষণা দিতে
invite_share = যাঁর কাজে লাগতে পারে তাঁকে পাঠান!
welcome = স্বাগতম! এখানে বিনামূল্যে কোর্স, কাজ, বাসা, অধিকার ও অনুষ্ঠানের খবর পাবেন।

## Messages

## Honesty
fact-non-previsto = নেই
fact-non-indicato = উৎসে বলা নেই
fact-da-chiedere = জিজ্ঞাসা করতে হবে
enrolment-non-previsto = নাম লেখাতে হবে না

## Kinds
kind-formazione = কোর্স ও প্রশিক্ষণ
kind-lavoro = কাজ
kind-abitare = বাসস্থান
kind-normativa = আইন ও নিয়ম
kind-notizia = খবর
kind-progetto = প্রকল্প
kind-evento = অনুষ্ঠান
kind-formazione-lead = ইতালীয় ভাষার কোর্স, পেশা শেখার কোর্স, বৃত্তি।
kind-lavoro-lead = চাকরির খবর, কাজ শেখার প্রশিক্ষণ, সিভিল সার্ভিস।
kind-abitare-lead = বাসা, ভাড়ার জন্য টাকা, বাসা খুঁজতে সাহায্য।
kind-normativa-lead = যেসব আইন ও প্রক্রিয়া বদলাচ্ছে: অনুমতিপত্র, কাগজপত্র, অধিকার।
kind-notizia-lead = যাঁরা এখানে থাকেন, তাঁদের জন্য দরকারি খবর।
kind-progetto-lead = এলাকার নতুন প্রকল্প ও সেবা।
kind-evento-lead = সভা, উৎসব, উন্মুক্ত দিন।

## Words of the fields
attendance-in-presenza = সরাসরি উপস্থিত হয়ে
attendance-online = অনলাইনে
attendance-ibrida = সরাসরি ও অনলাইনে
attendance-da-remoto = দূর থেকে
weekday-lun = সোমবার
weekday-mar = মঙ্গলবার
weekday-mer = বুধবার
weekday-gio = বৃহস্পতিবার
weekday-ven = শুক্রবার
weekday-sab = শনিবার
weekday-dom = রবিবার
cost-gratuito = বিনামূল্যে
cost-contributo = অল্প ফি
cost-a-pagamento = টাকা লাগে
cost-offerta-libera = আপনার ইচ্ছামতো টাকা
cost-differito = টাকা পরে দেবেন, যখন কাজ করবেন
free-for-accoglienza = আশ্রয়কেন্দ্রে থাকলে
free-for-protezione = আশ্রয় বা সুরক্ষা থাকলে
free-for-disoccupati = কাজ না থাকলে
free-for-studenti = পড়াশোনা করলে
free-for-minori = বয়স 18 বছরের কম হলে
free-for-donne = নারী হলে
free-for-disabilita = প্রতিবন্ধিতা থাকলে
benefit-retribuzione = বেতন
benefit-indennita = ভাতা
benefit-diaria = দৈনিক ভাতা
benefit-borsa = বৃত্তি
benefit-contributo-affitto = ভাড়ার জন্য টাকা
benefit-assegno-servizio-civile = সিভিল সার্ভিসের ভাতা
benefit-rimborso = খরচ ফেরত
benefit-contributo = আর্থিক সাহায্য
per-ora = প্রতি ঘণ্টায়
per-giorno = প্রতি দিন
per-settimana = প্রতি সপ্তাহে
per-mese = প্রতি মাসে
per-anno = প্রতি বছরে
per-una-tantum = শুধু একবার
permit-qualsiasi = যেকোনো অনুমতিপত্র
permit-richiesta-asilo = আশ্রয়ের আবেদন
permit-asilo = আশ্রয় (শরণার্থী মর্যাদা)
permit-protezione-sussidiaria = সহায়ক সুরক্ষা
permit-protezione-temporanea = অস্থায়ী সুরক্ষা
permit-protezione-speciale = বিশেষ সুরক্ষা
permit-casi-speciali = বিশেষ ক্ষেত্র
permit-cure-mediche = চিকিৎসা
permit-minore-eta = অপ্রাপ্তবয়স্ক (18 বছরের কম)
permit-attesa-occupazione = কাজের অপেক্ষা
permit-lavoro = কাজ
permit-motivi-familiari = পারিবারিক কারণ
permit-protezione-sociale = সামাজিক সুরক্ষা
permit-apolidia = রাষ্ট্রহীনতা
permit-ue-lungo-periodo = ইইউ দীর্ঘমেয়াদি বাসিন্দা
permit-studio = পড়াশোনা
permit-state-in-corso-di-validita = মেয়াদ আছে এমন
permit-state-ricevuta-accettata = রসিদ থাকলেও চলবে
permit-state-che-consenta-il-lavoro = যা দিয়ে কাজ করা যায়
permit-state-nessun-permesso-richiesto = থাকার অনুমতিপত্র লাগবে না
permit-state-scaduto-ma-prorogato = মেয়াদ শেষ হলেও চলবে, যদি বাড়ানো হয়ে থাকে
gender-solo-donne = শুধু নারী
gender-donne-con-bambini = শিশুসহ নারী
gender-misto = নারী ও পুরুষ
level-pre-a1 = pre-A1 (পড়তে ও লিখতে শেখা)
level-a1 = A1
level-a2 = A2
level-b1 = B1
level-b2 = B2
level-c1 = C1
level-c2 = C2
contract-tempo-determinato = নির্দিষ্ট মেয়াদের চুক্তি
contract-tempo-indeterminato = স্থায়ী চুক্তি
contract-apprendistato = শিক্ষানবিশ চুক্তি (apprendistato)
contract-stagionale = মৌসুমি কাজ
contract-somministrazione = এজেন্সির মাধ্যমে কাজ
contract-a-chiamata = ডাক পেলে কাজ
contract-collaborazione = সহযোগিতা চুক্তি (collaborazione)
contract-lavoro-autonomo = স্বাধীন পেশা
contract-lavoro-domestico = গৃহকর্ম
contract-tirocinio = প্রশিক্ষণ (tirocinio)
contract-servizio-civile = সিভিল সার্ভিস (servizio civile)
contract-short-list = যাঁদের ডাকা হবে তাঁদের তালিকা
housing-contributo-affitto = ভাড়ার জন্য টাকা
housing-alloggio-pubblico = সরকারি বাসা
housing-canone-calmierato = কম ভাড়ার বাসা
housing-coabitazione = ভাগাভাগি করে থাকার বাসা
housing-accoglienza-in-famiglia = কোনো পরিবারের সঙ্গে থাকা
housing-sportello-casa = বাসা খোঁজার সহায়তা কেন্দ্র
act-legge = আইন
act-decreto = ডিক্রি
act-decreto-legge = অধ্যাদেশ (decreto-legge)
act-circolare = পরিপত্র
act-sentenza = আদালতের রায়
act-prassi = অফিসের প্রচলিত নিয়ম
access-libero = সবার জন্য খোলা
access-su-segnalazione = কোনো সেবা-দপ্তর পাঠালে
access-su-appuntamento = অ্যাপয়েন্টমেন্ট নিয়ে
access-su-prenotazione = আগে বুকিং করে
entry-libero = সবার জন্য খোলা
entry-su-prenotazione = আগে বুকিং করে
entry-conferma-gradita = সবার জন্য খোলা, আগে জানালে ভালো
entry-su-invito = আমন্ত্রণ পেলে
part-mattina = সকাল
part-pomeriggio = বিকেল
part-sera = সন্ধ্যা
deadline-sempre-aperte = সব সময় খোলা
deadline-fino-a-esaurimento-posti = আসন শেষ না হওয়া পর্যন্ত
deadline-nessuna = শেষ তারিখ নেই
document-permesso-di-soggiorno = থাকার অনুমতিপত্র
document-ricevuta-del-permesso-di-soggiorno = থাকার অনুমতিপত্রের রসিদ
document-codice-fiscale = কর নম্বর (codice fiscale)
document-documento-di-identita = পরিচয়পত্র
document-passaporto = পাসপোর্ট
document-cv = জীবনবৃত্তান্ত (CV)
document-lettera-di-motivazione = আগ্রহের চিঠি
document-fototessera = পাসপোর্ট সাইজের ছবি
document-isee = ISEE (পরিবারের আয়ের কাগজ)
document-tessera-sanitaria = স্বাস্থ্য কার্ড (tessera sanitaria)
document-spid = SPID (ডিজিটাল পরিচয়)
document-contratto-di-affitto-registrato = নিবন্ধিত ভাড়ার চুক্তি
document-titolo-di-studio = শিক্ষাগত সনদ
document-patente-b = ড্রাইভিং লাইসেন্স B
document-modulo-di-iscrizione = নাম লেখানোর ফর্ম
document-marca-da-bollo = রাজস্ব স্ট্যাম্প (marca da bollo)
document-bollettino = ডাকঘরে টাকা দেওয়ার স্লিপ (bollettino)
document-nessuno = কোনো কাগজ লাগবে না
service-trasporto = যাতায়াত
service-custodia-bambini = শিশুদের জায়গা
service-computer = কম্পিউটার
service-connessione = ইন্টারনেট সংযোগ
service-pasti = খাবার
service-alloggio = থাকার জায়গা
service-mediazione = ভাষায় সাহায্য (মেডিয়েটর)
service-assicurazione = বীমা
centre-sportello = সহায়তা কেন্দ্র
centre-centro-di-accoglienza = আশ্রয়কেন্দ্র
centre-centro-diurno = দিবা কেন্দ্র
centre-scuola = স্কুল
centre-biblioteca = লাইব্রেরি
centre-servizio-sanitario = স্বাস্থ্যসেবা
language-it = ইতালীয়
language-en = ইংরেজি
language-fr = ফরাসি
language-es = স্প্যানিশ
language-ar = আরবি
language-bn = বাংলা
language-uk = ইউক্রেনীয়
language-ur = উর্দু
language-fa = ফারসি
language-prs = দারি
language-ps = পশতু
language-ru = রুশ
language-zh = চীনা
language-ro = রোমানীয়
language-sq = আলবেনীয়
language-tr = তুর্কি
language-ti = তিগ্রিনিয়া
language-am = আমহারিক
language-so = সোমালি
language-wo = উওলোফ
language-man = মান্ডিঙ্কা
language-pa = পাঞ্জাবি
language-hi = হিন্দি
language-pt = পর্তুগিজ
language-ku = কুর্দি
language-ff = ফুলা
language-bm = বামবারা

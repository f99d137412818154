# Testi dell'interfaccia. Una lingua è un file come questo, con le stesse chiavi.
# Le chiavi con il trattino basso sono dell'interfaccia; quelle con il trattino sono le parole dei campi.

autonym = اردو
direction = rtl
og_locale = ur_PK

## Navigazione
skip_to_content = سیدھے اصل متن پر جائیں
menu = مینو
board_gloss = نوٹس بورڈ
home = ابھی کھلے مواقع
archive = پرانے اعلانات
search = تلاش
languages = زبانیں
feed = RSS فیڈ
channel = واٹس ایپ چینل
channel_follow = واٹس ایپ پر فالو کریں
channel_free = مفت۔ آپ کا نمبر کسی کو نظر نہیں آتا۔
older = پرانے
newer = نئے
page_of = صفحہ { $page } از { $pages }
licence = تحریریں CC BY 4.0 لائسنس کے تحت
run_by = { $names } کی مفت خدمت۔
never_money = ہم کبھی پیسے نہیں مانگتے۔
report_page = غلطی یا دھوکے کی اطلاع دیں
report_message = اس صفحے پر غلطی یا دھوکا ہے: { $address }
updated_on = آخری اپ ڈیٹ: { $date }

## Elenchi
home_title = ابھی کھلے مواقع
home_lead = کورس، کام، رہائش، حقوق اور تقریبات۔ جو پہلے ختم ہو گا، وہ پہلے۔
home_empty = اس وقت کچھ کھلا نہیں ہے۔ پرانے اعلانات دیکھیں، یا چینل میں شامل ہوں تاکہ کچھ نیا آئے تو پتا چلے۔
kind_empty = اس وقت یہاں کچھ کھلا نہیں ہے۔
list_near = اگلے 7 دنوں میں
list_few_places = جگہیں کم ہیں: جو پہلے آئے
list_always = ہمیشہ: سہولتیں، کاغذات، خبریں
list_from_month = { $month } اور اس کے بعد
list_over = بند ہو چکے
list_undated = تاریخ کے بغیر
near_me = میرے قریب
recheck = دوبارہ تصدیق ضروری
archive_lead = جو ختم ہو چکا، سال بہ سال۔ یہ ہمیشہ یہاں رہے گا۔
archive_open = { $count ->
    [one] اس وقت { $count } اعلان کھلا ہے
   *[other] اس وقت { $count } اعلان کھلے ہیں
}
archive_year = سال { $year } کے اعلانات
archive_count = { $count ->
    [one] { $count } اعلان
   *[other] { $count } اعلانات
}
zone_title = { $zone }
zone_lead = یہاں دیکھیں کہ { $zone } میں کیا ہے۔
follow_title = نئی خبریں حاصل کریں
follow_lead = نئی خبریں خود آپ تک پہنچتی ہیں: ہر روز یہاں واپس آنے کی ضرورت نہیں، رجسٹریشن کی بھی ضرورت نہیں۔
follow_for_sites = ویب سائٹ بنانے والوں کے لیے
feed_all = تمام اعلانات
feed_what = فیڈ (RSS) ایک فہرست ہے جو خود تازہ ہوتی رہتی ہے۔ اس کا پتا کسی فیڈ ریڈر میں (مثلاً Feeder یا Thunderbird) کاپی کریں: ہر نیا اعلان وہاں پہنچے گا۔ یہ مفت ہے اور رجسٹریشن کی ضرورت نہیں۔
calendar_title = آپ کے کیلنڈر میں
calendar_tap = بٹن دبائیں: تاریخیں آپ کے کیلنڈر میں آ جاتی ہیں اور خود تازہ ہوتی رہتی ہیں۔ آخری تاریخ سے تین دن پہلے کیلنڈر یاد دلاتا ہے۔
calendar_by_hand = بٹن کام نہیں کرتا؟
calendar_what = ایک پتا اپنے فون یا کمپیوٹر کے کیلنڈر میں کاپی کریں، جہاں «سبسکرائب» یا «URL سے شامل کریں» لکھا ہو۔
calendar_events = کورس اور تقریبات
calendar_deadlines = آخری تاریخیں
data_title = کھلا ڈیٹا
data_what = تمام اعلانات ایک فائل میں، پروگراموں اور اسپریڈ شیٹ کے لیے۔ ماخذ بتا کر دوبارہ استعمال کیے جا سکتے ہیں (CC BY 4.0)۔

## Annuncio
status_open = کھلا ہے
status_on = { $label }: { $date }
date_at = { $date }، { $time } بجے
date_hours = { $date }، { $hours }
status_enrol_by = نام لکھوانے کا آخری دن
status_apply_by = نوکری کی درخواست کا آخری دن
status_request_by = درخواست دینے کا آخری دن
status_book_by = بکنگ کا آخری دن
status_do_by = آخری دن
status_enrol_over = نام لکھوانا ختم ہوا
status_apply_over = نوکری کی درخواستیں ختم ہوئیں
status_request_over = درخواستیں ختم ہوئیں
status_book_over = بکنگ بند ہو گئی
status_next = اگلی تاریخ
status_also = اور بھی { $dates }
status_in_force = لاگو ہونے کا دن
status_open_always = کھلا ہے: آپ کسی بھی وقت نام لکھوا سکتے ہیں
status_open_places = جگہیں ختم ہونے تک کھلا ہے
status_event_until = { $date } تک
status_valid_until = { $date } تک کارآمد ہے
status_open_no_end = جاری ہے
status_recheck = دوبارہ تصدیق ضروری: جانے سے پہلے پوچھ لیں
status_full = جگہیں ختم ہو گئیں
status_cancelled = منسوخ ہو گیا
status_withdrawn = واپس لے لیا گیا
status_closed = بند
status_closed_on = { $date } کو ختم ہوا
status_draft = مسودہ
example = مثال
example_note = یہ اعلان اصلی نہیں ہے: یہ دکھاتا ہے کہ بورڈ کیسے کام کرتا ہے۔
old_text = پرانا اعلان پڑھیں
archived_note = جب یہ اعلان یہاں رکھا گیا، یہ پہلے ہی بند تھا۔
withdrawn_note = ادارے نے یہ اعلان واپس لے لیا ہے۔
only_italian = تحریر صرف اطالوی میں ہے۔
ask_in_language = اردو میں پوچھیں
copy_to_translate = ترجمے کے لیے کاپی کریں
copied = کاپی ہو گیا
see_open = دیکھیں کیا کھلا ہے
machine_translated = مشین کا ترجمہ: اگر کچھ سمجھ نہ آئے تو اطالوی تحریر کو درست مانیں۔
human_translated = انسان کا کیا ہوا ترجمہ۔
reviewed_translation = ایک شخص نے جانچا: { $date }۔
stale_translation = اس ترجمے کے بعد اطالوی تحریر بدل گئی ہے۔
read_original = اطالوی میں پڑھیں
days_left_today = آج
days_left_tomorrow = کل
days_left = { $days } دن باقی
closed_since_build = وقت ختم ہو گیا: اب بند ہے۔
share = واٹس ایپ پر شیئر کریں
poster = پوسٹر پرنٹ کریں
poster_languages = کئی زبانوں میں
poster_strips = پھاڑ کر لے جانے والی پرچیوں کے ساتھ
code = QR کوڈ
calendar_add = کیلنڈر میں شامل کریں
edition = دور
editions = جگہ اور وقت چنیں
details = مختصر معلومات
how_to_apply = شامل ہونے کا طریقہ
one_of_these_ways = ان میں سے کسی ایک طریقے سے:
what_you_find = آپ کو کیا ملے گا
ask = کس سے پوچھیں
credits = تصویر: { $credits }
organised_by = انتظام کرنے والا ادارہ
row_hires = ملازمت دینے والا
row_answers = جواب کے اوقات
published_on = شائع ہوا: { $date }
verified_on = تصدیق ہوئی: { $date }
replaced_by = اس کی جگہ نیا اعلان
edition_of = یہ اس کا نیا دور ہے

## Fatti: nomi delle righe
row_who = کس کے لیے
row_when = کب
row_where = کہاں
row_cost = خرچ
row_deadline = آخری تاریخ
row_documents = کیا کیا چاہیے
row_benefits = آپ کو کیا ملے گا
row_services = سہولتیں
row_certificate = آخر میں
row_seats = جگہیں
row_duties = کیا کام ہے
row_requirements = شرائط
row_contract = معاہدہ
row_pay = تنخواہ
row_goals = مقاصد
row_activities = سرگرمیاں
row_duration = مدت
row_access = شرکت کیسے کریں
row_programme = پروگرام
row_entry = داخلہ
row_act = قانونی حکم
row_validity = مدت
row_force = کب لاگو ہے
row_permits = کون سے پرمٹ کے لیے
row_steps = کیا کرنا ہے
row_changes = کیا بدل رہا ہے
row_counts = تعداد
row_partners = ساتھ مل کر
row_funding = فنڈنگ
row_languages = بولی جانے والی زبانیں
row_accessibility = معذور افراد کے لیے سہولت
row_warnings = خبردار رہیں
row_source = معلومات کا ذریعہ
source_notes = ماخذ کے بارے میں نوٹ
row_selection = چناؤ
row_level = لیول
row_housing = مدد کی قسم
row_territory = علاقہ

## Fatti: frasi
age_between = عمر { $min } سے { $max } سال
age_from = عمر { $min } سال یا زیادہ
age_to = عمر { $max } سال تک
level_from = اطالوی زبان کم از کم { $level }
level_to = اطالوی زبان زیادہ سے زیادہ { $level }
speaks = یہ زبانیں بولنا ضروری ہے: { $languages }
isee_to = خاندان کی آمدنی (ISEE) { $amount } تک
income_to = آمدنی { $amount } تک
residence_in = رجسٹرڈ رہائش (residenza): { $places }
digital_identity = ڈیجیٹل شناخت چاہیے (SPID یا CIE یا CNS)
owns_no_home = آپ کا اپنا مکان نہ ہو
permits_accepted = رہائشی پرمٹ: { $permits }
date_from_to = { $start } سے { $end } تک
date_from = { $start } سے
times_between = { $start } سے { $end } تک
times_from = { $start } بجے سے
hours_total = { $hours ->
    [one] کل { $hours } گھنٹہ
   *[other] کل { $hours } گھنٹے
}
weekly_hours = { $hours ->
    [one] ہفتے میں { $hours } گھنٹہ
   *[other] ہفتے میں { $hours } گھنٹے
}
hours_unknown = اوقات: { $word }
months_total = { $months ->
    [one] { $months } مہینہ
   *[other] { $months } مہینے
}
seats_max = { $count ->
    [one] { $count } جگہ
   *[other] { $count } جگہیں
}
seats_between = { $min } سے { $max } جگہیں
money = { $amount } €
money_between = { $min } سے { $max } تک
money_per = { $amount } { $per }
money_up_to = زیادہ سے زیادہ { $amount }
gross = ٹیکس کٹنے سے پہلے
net = ٹیکس کٹنے کے بعد
to_company = کمپنی کو
to_family = خاندان کو
cost_reason = { $amount } برائے { $reason }
cost_optional = لازمی نہیں
name_and_value = { $name }: { $value }
aid = رعایت یا مدد: { $aid }
state_fees = سرکاری فیس
renewable = مدت بڑھ سکتی ہے
agreement = اجتماعی معاہدہ: { $agreement }
grade = درجہ { $grade }
one_of = ان میں سے کوئی ایک: { $documents }
stage_hours = عملی کام کے { $hours } گھنٹے
force_from = { $date } سے
force_until = { $date } تک
act_of = { $act } نمبر { $number }، تاریخ { $date }
extended_from = تاریخ بڑھا دی گئی: پہلے { $date } تھی
opens_on = درخواستیں { $date } سے
percentage = خرچ کا { $number } فیصد
homes = { $count ->
    [one] { $count } گھر
   *[other] { $count } گھر
}
registered_lease = کرائے کا رجسٹرڈ معاہدہ چاہیے
was = پہلے: { $value }
is_now = اب: { $value }
count_of = { $item }: { $number }
subject_line = ای میل کا عنوان: «{ $subject }»
attach = ساتھ لگائیں: { $documents }
referred_by = بھیجنے والا ادارہ: { $services }

## Answers in one line
who_age_from = { $min } سال سے
who_level_from = اطالوی { $level } سے
who_no_permit = پرمٹ کے بغیر بھی
who_permit = رہائشی پرمٹ کے ساتھ
who_receipt = پرمٹ یا رسید کے ساتھ
who_permit_work = کام کی اجازت والے پرمٹ کے ساتھ
who_permit_some = صرف کچھ پرمٹ کے ساتھ
period = { $start } – { $end }
groups_count = { $count } گروپ
places_count = { $count } مقامات
money_price = خرچ: { $amount }
money_free = مفت
money_optional = مفت، یا چاہیں تو { $amount }
money_free_for_some = { $amount }، یا کچھ لوگوں کے لیے مفت
money_less_for_some = { $amount }، کچھ لوگوں کے لیے کم
money_wage = آپ کو تنخواہ ملے گی: { $amount }
money_grant = آپ کو ملیں گے: { $amount }
money_plus_fees = { $price }، اور { $fees } سرکاری فیس
languages_named = زبانیں: { $languages }
we_speak = ہم یہ زبانیں بولتے ہیں: { $languages }
money_free_if = مفت { $who }، ورنہ { $amount }
free_for_isee = اگر ISEE { $amount } تک ہو
way_come = آ جائیں

## Azioni
action_form = نام لکھوائیں
action_apply = درخواست دیں
action_request = درخواست دیں
action_book = بکنگ کریں
action_wait = انتظار کی فہرست میں نام لکھوائیں
action_call = فون کریں
action_whatsapp = واٹس ایپ پر لکھیں
action_email = ای میل لکھیں
action_site = ویب سائٹ پر جائیں
channel_by_hand = خود جائیں
channel_registered = رجسٹرڈ خط بھیجیں (raccomandata)
channel_pec = تصدیق شدہ ای میل (PEC) سے لکھیں
channel_first_lesson = پہلی کلاس میں آئیں
channel_referral = کسی ادارے سے کہیں کہ آپ کو بھیجے
channel_none = نام لکھوانے کی ضرورت نہیں
channel_email_line = ای میل لکھیں: { $email }
channel_telephone_line = فون کریں: { $telephone }
channel_whatsapp_line = واٹس ایپ پر لکھیں: { $telephone }
channel_form_line = فارم بھریں
open_form = فارم کھولیں
channel_platform_line = آن لائن پورٹل پر درخواست دیں
message_enrol = السلام علیکم، میں «{ $title }» میں نام لکھوانا چاہتا/چاہتی ہوں۔ میرا نام … ہے
message_apply = السلام علیکم، میں «{ $title }» کے لیے درخواست دینا چاہتا/چاہتی ہوں۔ میرا نام … ہے
message_request = السلام علیکم، میں «{ $title }» کے لیے درخواست دینا چاہتا/چاہتی ہوں۔ میرا نام … ہے
message_book = السلام علیکم، میں «{ $title }» کے لیے جگہ بک کرنا چاہتا/چاہتی ہوں۔ میرا نام … ہے
message_wait = السلام علیکم، میں «{ $title }» کی انتظار کی فہرست میں نام لکھوانا چاہتا/چاہتی ہوں۔ میرا نام … ہے
message_ask = السلام علیکم، مجھے «{ $title }» کے بارے میں معلومات چاہییں۔ میرا نام … ہے
message_ready = پیغام اطالوی میں پہلے سے لکھا ہوا ہے۔ اس کا مطلب: «{ $text }»
answers_now = ابھی جواب دیتے ہیں
answers_later = جواب دیں گے: { $moment } سے

## Ricerca
search_title = تلاش
search_lead = ایک لفظ لکھیں: کوئی کام، کوئی محلہ، کوئی کاغذ۔
search_label = آپ کو کس چیز کی تلاش ہے؟
search_button = تلاش کریں
search_results = { $count ->
    [0] کچھ نہیں ملا
    [one] { $count } نتیجہ
   *[other] { $count } نتیجے
}
search_without_script = تلاش کے لیے JavaScript چاہیے۔ اس کے بغیر آپ یہاں سے سب کچھ دیکھ سکتے ہیں:
search_all = سب
search_only_open = صرف کھلے ہوئے
search_sort = ترتیب
search_sort_relevance = لفظ سے سب سے قریب
search_sort_deadline = جو پہلے بند ہو گا، وہ پہلے
search_filter_kind = قسم
search_filter_status = حالت
search_filter_zone = علاقہ
search_filter_organisation = ادارہ
search_filter_year = سال
search_failed = تلاش اس وقت کام نہیں کر رہی۔ آپ فہرستیں دیکھ سکتے ہیں۔
filter_me = میرے لیے
filter_me_lead = جو آپ پر لاگو ہو وہ چنیں: وہی رہ جائے گا جس میں آپ حصہ لے سکتے ہیں۔ صفحے کا پتا آپ کا انتخاب یاد رکھتا ہے۔
filter_free = مفت
filter_online = آن لائن
filter_women = صرف خواتین کے لیے
filter_level = آپ کی اطالوی
filter_age = آپ کی عمر
filter_permit = آپ کا پرمٹ
filter_permit_none = کوئی پرمٹ نہیں
filter_language = بولی جانے والی زبان
filter_more = مزید فلٹر
filter_clear = انتخاب ہٹائیں
open_map = نقشہ کھولیں
map = نقشہ
listen = سنیں
listen_stop = آواز بند کریں
offline_title = انٹرنیٹ نہیں ہے
offline_lead = یہ صفحہ آپ کے فون میں محفوظ نہیں۔
offline_kept = یہ صفحے محفوظ ہیں:
offline_call = فون کرنے کے لیے انٹرنیٹ ضروری نہیں۔
offline_saved = انٹرنیٹ نہیں ہے: یہ صفحہ { $date } کو محفوظ ہوا۔ جانے سے پہلے فون کریں۔
results_italian = اطالوی میں بھی
search_more = مزید دکھائیں
search_over = بند ہو چکے اعلانات میں دیکھیں
search_maybe = شاید: پوچھ لیں
search_maybe_lead = ان اعلانات میں نہیں لکھا کہ پرمٹ چاہیے یا نہیں۔ جانے سے پہلے پوچھ لیں۔

## Pagina che non c'è
not_found_title = یہ صفحہ موجود نہیں
not_found_lead = شاید پتا غلط لکھا گیا ہے۔ اعلانات کا پتا کبھی نہیں بدلتا: انہیں تلاش کر کے دیکھیں۔

## Carta
scan_code = فون سے کوڈ اسکین کریں
scan_or_write = یا یہ پتا لکھیں
poster_apply_by = آخری دن
poster_take_down = { $date } کے بعد اتار دیں
print_title = پرنٹ کریں
print_lead = پرنٹ کے لیے تیار پوسٹر اور کاغذ، بلیک اینڈ وائٹ بھی۔
print_empty = آج پرنٹ کرنے کے لیے کچھ کھلا نہیں ہے۔
print_channel = چینل کا پوسٹر
print_all = سب پوسٹر (A4)
print_items = ایک ایک کر کے
print_item = اعلان
print_more = دوسری زبانیں اور پیغام
print_messages = دو زبانوں میں پیغام
print_sheets = { $count ->
    [one] { $count } کاغذ
   *[other] { $count } کاغذ
}
print_by_language = ایک زبان میں
print_by_language_lead = ایک فائل میں سب کھلے مواقع: پہلے فہرست، پھر پوسٹر۔
print_by_centre = کسی مرکز کے لیے
print_by_centre_lead = اطالوی میں، اور ان لوگوں کی زبانوں میں جو وہاں رہتے یا آتے ہیں۔
print_place = اس جگہ کا مستقل پوسٹر
place_title = نوٹس بورڈ: { $place }
place_open = جو کچھ ابھی کھلا ہے: کورس، کام، گھر، کاغذات
print_one = ایک صفحے پر ایک
print_four = ایک صفحے پر چار
print_pack_title = کھلے مواقع
print_week_title = ابھی کھلا ہے
print_soon = جلد ختم ہوگا
print_next = اس کے بعد
print_always = ہمیشہ کھلا
print_updated = آخری اپ ڈیٹ: { $date }
print_open = { $count ->
    [one] { $count } کھلا اعلان
   *[other] { $count } کھلے اعلانات
}
channel_title = واٹس ایپ پر بورڈ کو فالو کریں
channel_lead = کورس، کام، رہائش، حقوق، تقریبات۔ { channel_free }
channel_step_1 = کیمرا کوڈ کے سامنے رکھیں۔
channel_step_2 = لنک دبائیں: واٹس ایپ کھل جائے گا۔
channel_step_3 = اوپر «فالو کریں» دبائیں۔
channel_step_4 = اطلاع پانے کے لیے گھنٹی دبائیں۔
last_days = آخری دن
extended = تاریخ بڑھا دی گئی: پہلے { $date } تھی
reopened = دوبارہ کھلا
corrected = تصحیح: معلومات بدل گئی ہیں
digest_title = اس ہفتے کے مواقع
digest_more = جو کچھ کھلا ہے
invite_title = آپ کو چینل { $board } میں شامل ہونے کی دعوت!
invite_how = کیسے؟
invite_step_1 = جس نمبر سے یہ پیغام آیا اسے محفوظ کریں
invite_step_2 = لنک دبائیں اور چینل میں شامل ہوں
invite_who = کس کے لیے؟
invite_who_people = تارکین وطن، پناہ گزین اور پناہ کے متلاشی جو مواقع اور معلومات ڈھونڈ رہے ہیں
invite_who_workers = سماجی کارکن اور شمولیت کے لیے کام کرنے والے
invite_what = یہاں کیا ملے گا؟
invite_what_work = کام اور تربیت
invite_what_home = رہائش
invite_what_law = طریقہ کار اور نئے قوانین
invite_what_news = مفید خبریں
invite_info = معلومات کے لیے یا اعلان بھیجنے کے لیے
invite_share = جسے فائدہ ہو سکتا ہے اسے بھیجیں!
welcome = خوش آمدید! یہاں مفت کورس، کام، گھر، حقوق اور تقریبات ملیں گی۔

## Messaggi

## Onestà
fact-non-previsto = نہیں ہے
fact-non-indicato = اصل اعلان میں نہیں لکھا
fact-da-chiedere = پوچھنا ہو گا
enrolment-non-previsto = نام لکھوانے کی ضرورت نہیں

## Tipi
kind-formazione = کورس
kind-lavoro = کام
kind-abitare = رہائش
kind-normativa = کاغذات اور قانون
kind-notizia = خبر
kind-progetto = سہولت
kind-evento = تقریب
kinds-formazione = کورس
kinds-lavoro = کام
kinds-abitare = رہائش
kinds-normativa = کاغذات اور قانون
kinds-notizia = خبریں
kinds-progetto = سہولتیں
kinds-evento = تقریبات
kind-formazione-lead = اطالوی زبان کے کورس، ہنر سیکھنے کے کورس، تعلیمی وظیفے۔
kind-lavoro-lead = نوکریاں، عملی تربیت، سماجی خدمت (servizio civile)۔
kind-abitare-lead = گھر، کرائے میں مدد، گھر ڈھونڈنے میں مدد۔
kind-normativa-lead = قانون اور طریقے جو بدل رہے ہیں: پرمٹ، کاغذات، حقوق۔
kind-notizia-lead = یہاں رہنے والوں کے کام کی خبریں۔
kind-progetto-lead = علاقے میں نئے منصوبے اور نئی سہولتیں۔
kind-evento-lead = ملاقاتیں، میلے، سب کے لیے کھلے دن۔

## Parole dei campi
attendance-in-presenza = خود آ کر
attendance-online = آن لائن
attendance-ibrida = خود آ کر اور آن لائن
attendance-da-remoto = گھر بیٹھے
weekday-lun = پیر
weekday-mar = منگل
weekday-mer = بدھ
weekday-gio = جمعرات
weekday-ven = جمعہ
weekday-sab = ہفتہ
weekday-dom = اتوار
cost-gratuito = مفت
cost-contributo = تھوڑی سی فیس
cost-a-pagamento = فیس دینی ہو گی
cost-offerta-libera = جتنا چاہیں دیں
cost-differito = فیس بعد میں، جب آپ کام کرنے لگیں
free-for-accoglienza = اگر آپ پناہ گزین مرکز میں رہتے ہیں
free-for-protezione = اگر آپ کے پاس پناہ یا تحفظ ہے
free-for-disoccupati = اگر آپ کے پاس کام نہیں
free-for-studenti = اگر آپ پڑھتے ہیں
free-for-minori = اگر آپ کی عمر 18 سال سے کم ہے
free-for-donne = اگر آپ عورت ہیں
free-for-disabilita = اگر آپ معذور ہیں
benefit-retribuzione = تنخواہ
benefit-indennita = الاؤنس
benefit-diaria = روزانہ الاؤنس
benefit-borsa = تعلیمی وظیفہ
benefit-contributo-affitto = کرائے میں مدد
benefit-assegno-servizio-civile = سماجی خدمت کا وظیفہ (servizio civile)
benefit-rimborso = خرچ کی واپسی
benefit-contributo = مالی مدد
per-ora = فی گھنٹہ
per-giorno = فی دن
per-settimana = فی ہفتہ
per-mese = فی مہینہ
per-anno = فی سال
per-una-tantum = صرف ایک بار
permit-qualsiasi = کوئی بھی پرمٹ
permit-richiesta-asilo = پناہ کی درخواست
permit-asilo = پناہ (پناہ گزین کا درجہ)
permit-protezione-sussidiaria = ضمنی تحفظ (protezione sussidiaria)
permit-protezione-temporanea = عارضی تحفظ
permit-protezione-speciale = خصوصی تحفظ (protezione speciale)
permit-casi-speciali = خاص معاملات (casi speciali)
permit-cure-mediche = علاج
permit-minore-eta = نابالغ (18 سال سے کم)
permit-attesa-occupazione = کام کا انتظار (attesa occupazione)
permit-lavoro = کام
permit-motivi-familiari = خاندانی وجوہات
permit-protezione-sociale = سماجی تحفظ
permit-apolidia = بے وطنی (کسی ملک کی شہریت نہیں)
permit-ue-lungo-periodo = یورپی یونین میں لمبے عرصے کی رہائش
permit-studio = تعلیم
permit-state-in-corso-di-validita = جس کی مدت باقی ہو
permit-state-ricevuta-accettata = رسید بھی چلے گی
permit-state-che-consenta-il-lavoro = جس پر کام کرنے کی اجازت ہو
permit-state-nessun-permesso-richiesto = رہائشی پرمٹ کی ضرورت نہیں
permit-state-scaduto-ma-prorogato = مدت ختم ہو چکی ہو تو بھی، اگر بڑھا دی گئی ہو
gender-solo-donne = صرف خواتین
gender-donne-con-bambini = بچوں والی خواتین
gender-misto = خواتین اور مرد
level-pre-a1 = pre-A1 (پڑھنا لکھنا سیکھنا)
level-a1 = A1
level-a2 = A2
level-b1 = B1
level-b2 = B2
level-c1 = C1
level-c2 = C2
contract-tempo-determinato = مقررہ مدت کا معاہدہ
contract-tempo-indeterminato = مستقل معاہدہ
contract-apprendistato = کام سیکھنے کا معاہدہ (apprendistato)
contract-stagionale = موسمی کام
contract-somministrazione = ایجنسی کے ذریعے کام
contract-a-chiamata = بلانے پر کام
contract-collaborazione = تعاون کا معاہدہ (collaborazione)
contract-lavoro-autonomo = اپنا کام
contract-lavoro-domestico = گھریلو کام
contract-tirocinio = عملی تربیت (tirocinio)
contract-servizio-civile = سماجی خدمت (servizio civile)
contract-short-list = ضرورت پر بلائے جانے والوں کی فہرست
housing-contributo-affitto = کرائے میں مدد
housing-alloggio-pubblico = سرکاری گھر
housing-canone-calmierato = کم کرائے کا گھر
housing-coabitazione = مشترکہ گھر
housing-accoglienza-in-famiglia = کسی خاندان کے ساتھ رہائش
housing-sportello-casa = رہائش میں مدد کا دفتر
act-legge = قانون
act-decreto = حکم نامہ
act-decreto-legge = آرڈیننس (decreto-legge)
act-circolare = سرکلر
act-sentenza = عدالت کا فیصلہ
act-prassi = دفتروں کا طریقہ
access-libero = سب کے لیے کھلا
access-su-segnalazione = کسی ادارے کے بھیجنے پر
access-su-appuntamento = پہلے ملاقات کا وقت لے کر
access-su-prenotazione = پہلے بکنگ کر کے
entry-libero = سب کے لیے کھلا
entry-su-prenotazione = پہلے بکنگ کر کے
entry-conferma-gradita = سب کے لیے کھلا، بہتر ہے کہ پہلے بتا دیں
entry-su-invito = دعوت پر
part-mattina = صبح
part-pomeriggio = دوپہر کے بعد
part-sera = شام
deadline-sempre-aperte = ہمیشہ کھلا
deadline-fino-a-esaurimento-posti = جگہیں ختم ہونے تک
deadline-nessuna = کوئی آخری تاریخ نہیں
document-permesso-di-soggiorno = رہائشی پرمٹ (permesso di soggiorno)
document-ricevuta-del-permesso-di-soggiorno = رہائشی پرمٹ کی رسید (ricevuta)
document-codice-fiscale = ٹیکس نمبر (codice fiscale)
document-documento-di-identita = شناختی دستاویز
document-passaporto = پاسپورٹ
document-cv = سی وی (CV)
document-lettera-di-motivazione = درخواست کا خط (lettera di motivazione)
document-fototessera = پاسپورٹ سائز تصویر
document-isee = خاندان کی آمدنی کا کاغذ (ISEE)
document-tessera-sanitaria = ہیلتھ کارڈ (tessera sanitaria)
document-spid = ڈیجیٹل شناخت (SPID)
document-contratto-di-affitto-registrato = کرائے کا رجسٹرڈ معاہدہ
document-titolo-di-studio = تعلیمی سند
document-patente-b = ڈرائیونگ لائسنس B
document-modulo-di-iscrizione = نام لکھوانے کا فارم
document-marca-da-bollo = سرکاری ٹکٹ (marca da bollo)
document-bollettino = ڈاک خانے میں ادائیگی کی پرچی (bollettino)
document-nessuno = کوئی کاغذ نہیں
service-trasporto = آنے جانے کی سواری
service-custodia-bambini = بچوں کے لیے جگہ
service-computer = کمپیوٹر
service-connessione = انٹرنیٹ
service-pasti = کھانا
service-alloggio = رہائش
service-mediazione = زبان میں مدد (ترجمان)
service-assicurazione = انشورنس
centre-sportello = مدد کا دفتر
centre-centro-di-accoglienza = استقبالیہ مرکز
centre-centro-diurno = دن کا مرکز
centre-scuola = اسکول
centre-biblioteca = لائبریری
centre-servizio-sanitario = صحت کا مرکز
language-it = اطالوی
language-en = انگریزی
language-fr = فرانسیسی
language-es = ہسپانوی
language-ar = عربی
language-bn = بنگالی
language-uk = یوکرینی
language-ur = اردو
language-fa = فارسی
language-prs = دری
language-ps = پشتو
language-ru = روسی
language-zh = چینی
language-ro = رومانیائی
language-sq = البانوی
language-tr = ترکی
language-ti = تگرینیا
language-am = امہاری
language-so = صومالی
language-wo = وولوف
language-man = مینڈنکا
language-pa = پنجابی
language-hi = ہندی
language-pt = پرتگالی
language-ku = کردی
language-ff = فولا
language-bm = بمبارا

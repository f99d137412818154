# Texts of the interface. A language is a file like this one, with the same keys.
# Keys with an underscore belong to the interface; those with a hyphen are the words of the fields.

autonym = العربية
direction = rtl
og_locale = ar_AR

## Navigation
skip_to_content = انتقل إلى المحتوى
menu = القائمة
board_gloss = لوحة إعلانات
home = مفتوح الآن
archive = الأرشيف
search = البحث
languages = اللغات
feed = خلاصة RSS
channel = قناة واتساب
channel_follow = تابعنا على واتساب
channel_free = مجانًا. لا أحد يرى رقمك.
older = الأقدم
newer = الأحدث
page_of = صفحة { $page } من { $pages }
licence = النصوص برخصة CC BY 4.0
run_by = خدمة مجانية من { $names }.
never_money = لا نطلب المال أبدًا.
report_page = أبلغ عن خطأ أو احتيال
report_message = أبلغ عن خطأ أو احتيال في هذه الصفحة: { $address }
announce = اقترح إعلانًا
announce_lead = هل تعمل في جمعية أو مركز أو مكتب؟ هنا تقترح دورة أو عملًا أو فعالية.
announce_languages = الاستمارة متوفرة بهذه اللغات:
correct_this = صحّح هذا الإعلان
updated_on = آخر تحديث: { $date }

## Lists
home_title = مفتوح الآن
home_lead = دورات وعمل وسكن وحقوق وفعاليات. ما ينتهي أولًا يظهر أولًا.
home_empty = لا يوجد شيء مفتوح الآن. انظر في الأرشيف، أو اشترك في القناة لتعرف متى يصل شيء جديد.
kind_empty = لا يوجد هنا شيء مفتوح الآن.
list_near = خلال الأيام السبعة القادمة
list_few_places = الأماكن قليلة: من يأتي أولًا
list_always = دائمًا: خدمات ووثائق وأخبار
list_from_month = { $month } وما بعده
list_over = انتهى
list_undated = بدون تاريخ
near_me = بالقرب مني
recheck = يحتاج إلى تأكيد
archive_lead = ما انتهى، سنة بعد سنة. يبقى هنا دائمًا.
archive_empty = لا يوجد شيء هنا بعد.
archive_open = { $count ->
    [zero] لا يوجد إعلان مفتوح الآن
    [one] يوجد إعلان واحد مفتوح الآن
    [two] يوجد إعلانان مفتوحان الآن
    [few] توجد { $count } إعلانات مفتوحة الآن
    [many] يوجد { $count } إعلانًا مفتوحًا الآن
   *[other] يوجد { $count } إعلان مفتوح الآن
}
archive_year = أرشيف { $year }
archive_count = { $count ->
    [zero] لا توجد إعلانات
    [one] إعلان واحد
    [two] إعلانان
    [few] { $count } إعلانات
    [many] { $count } إعلانًا
   *[other] { $count } إعلان
}
zone_title = { $zone }
zone_lead = ماذا يوجد في { $zone }.
zone_sheet = اطبع ملصق هذه المنطقة مع الرمز
zones_lead = اختر منطقتك: الإعلانات المفتوحة وأماكن طلب المساعدة.
map_credit = الخريطة: { $source }، { $licence }
zone_items = { $count ->
    [zero] لا توجد إعلانات
    [one] إعلان واحد
    [two] إعلانان
    [few] { $count } إعلانات
    [many] { $count } إعلانًا
   *[other] { $count } إعلان
}
zone_contact_points = { $count ->
    [zero] لا توجد مكاتب مساعدة
    [one] مكتب مساعدة واحد
    [two] مكتبا مساعدة
    [few] { $count } مكاتب مساعدة
    [many] { $count } مكتب مساعدة
   *[other] { $count } مكتب مساعدة
}
follow_title = استقبل الجديد
follow_lead = يصلك الجديد وحده: لا حاجة للعودة إلى هنا كل يوم، ولا حاجة للتسجيل.
follow_for_sites = لمن يصمّم المواقع
feed_all = كل الإعلانات
feed_what = الخلاصة (RSS) قائمة تتحدّث وحدها. انسخ عنوانها في قارئ خلاصات (مثل Feeder أو Thunderbird): كل إعلان جديد يصل إليه. الخدمة مجانية ولا تحتاج إلى تسجيل.
calendar_title = في تقويمك
calendar_tap = اضغط على الزر: تصل المواعيد إلى تقويمك وتتحدّث وحدها. وقبل كل موعد نهائي بثلاثة أيام ينبّهك التقويم.
calendar_by_hand = الزر لا يعمل؟
calendar_what = انسخ أحد العنوانين في تقويم الهاتف أو الحاسوب، حيث يقول «اشتراك» أو «إضافة من رابط».
calendar_events = دورات وفعاليات
calendar_deadlines = المواعيد النهائية
calendar_end_unknown = وقت الانتهاء غير مذكور: يعرض التقويم ساعتين.
data_title = بيانات مفتوحة
data_what = كل الإعلانات في ملف واحد، للبرامج وجداول البيانات. يمكن إعادة استخدامها مع ذكر المصدر (CC BY 4.0).
data_in_excel = لفتح ملف CSV في Excel: «البيانات» ثم «من نص/CSV». اختر الفاصلة المنقوطة و«عدم اكتشاف أنواع البيانات»، فتبقى أرقام الهاتف كاملة.

## Announcement
status_open = مفتوح
status_on = { $label }: { $date }
date_at = { $date }، الساعة { $time }
date_hours = { $date }، { $hours }
status_enrol_by = آخر يوم للتسجيل
status_apply_by = آخر يوم للتقدّم إلى العمل
status_request_by = آخر يوم لتقديم الطلب
status_book_by = آخر يوم للحجز
status_do_by = آخر يوم
status_enrol_over = انتهى التسجيل
status_apply_over = انتهى التقدّم إلى العمل
status_request_over = انتهى تقديم الطلبات
status_book_over = انتهى الحجز
status_next = الموعد القادم
status_also = وأيضًا { $dates }
status_in_force = يبدأ العمل به
status_open_always = مفتوح: يمكنك التسجيل في أي وقت
status_open_hours = مفتوح: { $hours }
status_open_places = مفتوح حتى تنتهي الأماكن
status_event_until = حتى { $date }
status_valid_until = صالح حتى { $date }
status_open_no_end = مستمر
status_recheck = يحتاج إلى تأكيد: اسأل قبل أن تذهب
status_full = لا توجد أماكن
status_cancelled = أُلغي
status_withdrawn = سُحب الإعلان
status_closed = مغلق
status_closed_on = انتهى { $date }
status_over_in = انتهى في { $month }
month_end = نهاية { $month }
month_start = { $month }
status_draft = مسودة
example = مثال
example_note = هذا الإعلان غير حقيقي: هو هنا ليبيّن كيف تعمل اللوحة.
old_text = اقرأ الإعلان القديم
archived_note = كان منتهيًا عندما دخل الأرشيف.
withdrawn_note = لم يعد هذا الإعلان ساريًا.
withdrawn_note_subject = سُحب الإعلان فقط: هذا لا يعني أن القانون أو التصريح أو الخدمة التي تحدث عنها لم تعد موجودة.
only_italian = النص بالإيطالية فقط.
ask_in_language = اسأل بالعربية
copy_to_translate = انسخ للترجمة
copied = تم النسخ
see_open = انظر ما هو مفتوح
machine_translated = ترجمة آلية: إذا كان شيء غير واضح، فالنص الإيطالي هو المعتمد.
human_translated = ترجمة قام بها شخص.
reviewed_translation = راجعها شخص: { $date }.
stale_translation = تغيّر النص الإيطالي بعد هذه الترجمة.
read_original = اقرأ بالإيطالية
days_left_today = اليوم
days_left_tomorrow = غدًا
days_left = { $days ->
    [zero] لم يبق أي يوم
    [one] بقي يوم واحد
    [two] بقي يومان
    [few] بقيت { $days } أيام
    [many] بقي { $days } يومًا
   *[other] بقي { $days } يوم
}
closed_since_build = انتهى الموعد: هو مغلق الآن.
share = شارك على واتساب
poster = اطبع الملصق
poster_languages = بعدّة لغات
poster_strips = مع قصاصات للقطع
code = رمز QR
calendar_add = أضف إلى التقويم
edition = النسخة
editions = اختر أين ومتى
details = باختصار
how_to_apply = كيف تشارك
one_of_these_ways = بإحدى هذه الطرق:
what_you_find = ماذا تجد
glossary_title = كلمات صعبة
glossary_lead = كلمات المكاتب الإيطالية مشروحة بكلمات سهلة. السطر الأول هو ما تقرؤه على الأبواب وفي الاستمارات.
easy_title = بإيطالية سهلة
easy_lead = إعلانات مفتوحة بجمل قصيرة. الكلمات الصعبة تقود إلى شرحها.
ask = من تسأل
credits = الصورة: { $credits }
organised_by = الجهة المنظِّمة
row_hires = جهة التوظيف
row_answers = أوقات الردّ
published_on = تاريخ النشر: { $date }
verified_on = تاريخ التحقق: { $date }
replaced_by = الإعلان البديل
edition_of = نسخة جديدة من
newer_edition = توجد نسخة جديدة

## Facts: names of the rows
row_who = لمن
row_when = متى
row_where = أين
row_cost = التكلفة
row_deadline = آخر موعد
row_documents = ماذا تحتاج
row_benefits = ماذا تحصل عليه
row_services = الخدمات
row_certificate = في النهاية
row_seats = الأماكن
row_duties = المهام
row_requirements = الشروط
no_requirements = لا توجد شروط
row_contract = العقد
row_pay = الأجر
row_goals = الأهداف
row_activities = الأنشطة
row_duration = المدة
row_access = كيف تشارك
row_programme = البرنامج
row_entry = الدخول
row_act = النص القانوني
row_validity = الصلاحية
row_force = مدة السريان
row_permits = التصاريح المعنية
row_steps = ماذا تفعل
row_changes = ماذا يتغيّر
row_counts = بالأرقام
row_partners = بالتعاون مع
row_funding = التمويل
row_languages = اللغات المستعملة
row_accessibility = تسهيلات الوصول
row_warnings = انتبه
row_source = المصدر
source_notes = ملاحظة عن المصادر
row_selection = الاختيار
row_attendance = الحضور
row_level = المستوى
row_housing = نوع المساعدة
row_territory = المنطقة

## Facts: phrases
age_between = من عمر { $min } إلى عمر { $max }
age_from = من عمر { $min } وما فوق
age_to = حتى عمر { $max }
level_from = الإيطالية، على الأقل { $level }
level_to = الإيطالية، على الأكثر { $level }
speaks = يجب أن تتكلم: { $languages }
speaks_one_of = يجب أن تتكلم واحدة على الأقل من هذه اللغات: { $languages }
isee_to = شهادة ISEE (دخل الأسرة) حتى { $amount }
income_to = الدخل حتى { $amount }
residence_in = عنوان السكن المسجَّل: { $places }
digital_identity = تحتاج إلى SPID أو CIE أو CNS (هوية رقمية)
owns_no_home = ألّا تملك بيتًا
permits_accepted = تصريح الإقامة: { $permits }
date_from_to = من { $start } إلى { $end }
date_from = من { $start }
times_between = من { $start } إلى { $end }
times_from = من الساعة { $start }
hours_total = { $hours ->
    [zero] { $hours } ساعة في المجموع
    [one] ساعة واحدة في المجموع
    [two] ساعتان في المجموع
    [few] { $hours } ساعات في المجموع
    [many] { $hours } ساعة في المجموع
   *[other] { $hours } ساعة في المجموع
}
weekly_hours = { $hours ->
    [zero] { $hours } ساعة في الأسبوع
    [one] ساعة واحدة في الأسبوع
    [two] ساعتان في الأسبوع
    [few] { $hours } ساعات في الأسبوع
    [many] { $hours } ساعة في الأسبوع
   *[other] { $hours } ساعة في الأسبوع
}
hours_unknown = الأوقات: { $word }
pause_from_to = توقف من { $start } إلى { $end }
pause_on = توقف: { $when }
pause_holidays = لا دروس في أيام العطل الرسمية
months_total = { $months ->
    [zero] { $months } شهر
    [one] شهر واحد
    [two] شهران
    [few] { $months } أشهر
    [many] { $months } شهرًا
   *[other] { $months } شهر
}
seats_max = { $count ->
    [zero] لا توجد أماكن
    [one] مكان واحد
    [two] مكانان
    [few] { $count } أماكن
    [many] { $count } مكانًا
   *[other] { $count } مكان
}
seats_between = عدد الأماكن: من { $min } إلى { $max }
money = { $amount } €
money_between = من { $min } إلى { $max }
money_per = { $amount } { $per }
money_up_to = حتى { $amount }
gross = قبل خصم الضرائب
net = بعد خصم الضرائب
to_company = للشركة
to_family = للعائلة
cost_reason = { $amount } مقابل { $reason }
cost_optional = غير إلزامي
name_and_value = { $name }: { $value }
aid = تخفيضات أو مساعدات: { $aid }
state_fees = رسوم الدولة
renewable = قابل للتمديد
agreement = عقد العمل الجماعي: { $agreement }
grade = الدرجة { $grade }
one_of = واحدة من هذه الوثائق: { $documents }
stage_hours = ساعات التدريب العملي: { $hours }
force_from = من { $date }
force_until = حتى { $date }
act_of = { $act } رقم { $number } بتاريخ { $date }
extended_from = تم التمديد: كان الموعد { $date }
opens_on = تقديم الطلبات من { $date }
percentage = { $number }% من المصاريف
homes = { $count ->
    [zero] لا توجد مساكن
    [one] مسكن واحد
    [two] مسكنان
    [few] { $count } مساكن
    [many] { $count } مسكنًا
   *[other] { $count } مسكن
}
registered_lease = تحتاج إلى عقد إيجار مسجَّل
was = قبل: { $value }
is_now = الآن: { $value }
count_of = { $item }: { $number }
subject_line = موضوع الرسالة: «{ $subject }»
attach = أرفق: { $documents }
referred_by = بإحالة من: { $services }

## Answers in one line
who_age_from = من عمر { $min }
who_level_from = الإيطالية من { $level }
who_no_italian = حتى لو كنت لا تعرف الإيطالية
who_no_permit = حتى بدون تصريح إقامة
who_permit = مع تصريح إقامة
who_receipt = مع تصريح إقامة أو إيصال
who_permit_work = مع تصريح يسمح بالعمل
who_permit_of = فقط مع تصريح: { $permits }
and_others = { $names }، إضافة إلى { $count } أخرى
who_by_group = حسب المجموعة
period = { $start } – { $end }
groups_count = عدد المجموعات: { $count }
groups_next = عدد المجموعات: { $count }؛ المجموعة القادمة: { $group }
places_count = عدد المواقع: { $count }
money_price = التكلفة: { $amount }
money_instalments = { $amount } على { $count ->
    [two] دفعتين
    [few] { $count } دفعات
   *[other] { $count } دفعة
}، كل دفعة { $each }
money_free = مجاني
money_optional = مجاني، أو { $amount } إن أردت
money_free_for_some = { $amount }، أو مجاني لبعض الأشخاص
money_less_for_some = { $amount }، وأقل لبعض الأشخاص
money_wage = يدفعون لك { $amount }
money_grant = تحصل على: { $amount }
money_request_free = تقديم الطلب مجاني
money_plus_fees = { $price }، بالإضافة إلى { $fees } للدولة
languages_named = اللغات: { $languages }
we_speak = نتكلم: { $languages }
money_free_if = مجاني { $who }، وإلا { $amount }
free_for_isee = مع ISEE حتى { $amount }
way_come = تعال مباشرة
way_or = أو: { $way }
colon = {": "}

## Actions
action_form = سجّل
action_apply = قدّم طلبك
action_request = قدّم الطلب
action_book = احجز
action_wait = سجّل في قائمة الانتظار
action_call = اتصل
action_whatsapp = اكتب على واتساب
action_email = اكتب بريدًا إلكترونيًا
action_site = اذهب إلى الموقع
channel_by_hand = اذهب بنفسك
channel_registered = أرسل رسالة مسجّلة بالبريد (raccomandata)
channel_pec = اكتب عبر PEC (بريد إلكتروني معتمد)
channel_first_lesson = احضر إلى الدرس الأول
channel_referral = اطلب من إحدى الخدمات أن تحيلك
channel_none = لا تحتاج إلى تسجيل
channel_email_line = اكتب إلى { $email }
channel_telephone_line = اتصل بالرقم { $telephone }
channel_whatsapp_line = اكتب على واتساب إلى { $telephone }
channel_form_line = املأ الاستمارة
open_form = افتح الاستمارة
channel_platform_line = قدّم الطلب على المنصة
message_enrol = صباح الخير، أودّ التسجيل في «{ $title }». اسمي …
message_apply = صباح الخير، أودّ أن أتقدّم إلى «{ $title }». اسمي …
message_request = صباح الخير، أودّ تقديم طلب لـ«{ $title }». اسمي …
message_book = صباح الخير، أودّ حجز مكان في «{ $title }». اسمي …
message_wait = صباح الخير، أودّ الدخول في قائمة الانتظار لـ«{ $title }». اسمي …
message_ask = صباح الخير، أودّ معلومات عن «{ $title }». اسمي …
message_ready = الرسالة مكتوبة بالإيطالية. معناها: «{ $text }»
answers_now = يردّون الآن
answers_later = يردّون ابتداءً من { $moment }

## Contact points
hours_closed = مغلق
hours_open = مفتوح { $hours }
hours_holiday = مغلق: يوم عطلة رسمية
suspended_until = الخدمة متوقفة حتى { $date }
verification_missing = لم يتحقق أحد من هذه المعلومات منذ أكثر من سنة: اسأل قبل أن تذهب.
verification_never = لم يتحقق أحد بعد من هذه المعلومات: اسأل قبل أن تذهب.
contact_points_title = مكاتب ومراكز المساعدة
contact_points_lead = مكاتب ومراكز ومدارس يساعدك فيها شخص ما. انظر إلى اللغات والمواعيد.
contact_points_empty = لا يوجد هنا أي مكتب مساعدة بعد.
contact_points_elsewhere = في أماكن أخرى
contact_points_count = مكاتب المساعدة: { $count }
contact_point_needs = هنا يساعدونك في
hours_title = مواعيد العمل
hours_notices = أيام مختلفة عن المعتاد
hours_unknown_here = لا نعرف مواعيد العمل: اسأل قبل أن تذهب.
how_to_get_there = كيف تصل
contact_point_announcements = ماذا يوجد هنا الآن
contact_point_elsewhere = من المنظمة نفسها
contact_point_run_by = الجهة المسؤولة
contacts_of_organisation = هذه معلومات الاتصال بالجهة المسؤولة.
contact_point_of_item = مواعيد هذا المكان ووسائل الاتصال به
save_contact = احفظ جهة الاتصال
save_contacts = احفظ كل جهات الاتصال
filter_need = ما الذي تحتاجه
filter_open_now = المفتوحة الآن
open_always = مفتوح الآن
open_until = مفتوح الآن، حتى { $time }
open_some = مفتوح الآن، لكن ليس للجميع: انظر إلى المواعيد
open_appointment = بموعد مسبق فقط: اسأل أولًا
closed_now = مغلق الآن
opens_at = مغلق الآن. يفتح: { $moment }
opens_appointment = مغلق الآن. بموعد مسبق: { $moment }
filters = اختر حسب الحاجة واللغة والمنطقة

## Organisations
org_title = من يعلن هنا
org_lead = الجهات التي تعلن على هذه اللوحة: من هي، وما المفتوح الآن، وماذا تحققنا منه.
org_empty = لا توجد أي جهة بعد.
org_with_open = لديها شيء مفتوح الآن
org_others = الجهات الأخرى
org_open_count = المفتوح الآن: { $count }
org_not_verified = لم نتحقق منها بعد
org_checked_on = تحققنا منها: { $date }
org_example_note = هذه الجهة غير حقيقية: هي هنا لتبيّن كيف تعمل اللوحة.
org_withdrawn = لم تعد هذه الجهة تعلن على هذه اللوحة.
org_in_network = هي عضو في شبكة هذه اللوحة.
org_inclusion = ماذا تفعل من أجل الإدماج
org_tax_code = الرقم الضريبي الإيطالي
org_register = السجل العام
org_desks = مكاتبها
org_nothing_open = ليس لديها شيء مفتوح في هذه اللحظة.
org_before = إعلانات سابقة أُغلقت: { $count }
org_verification = ماذا تحققنا منه
org_last_check = آخر تحقق: { $date }.
org_checked_by = من تحقق
org_check_is_old = مرّ أكثر من عام: ربما تغيّر شيء.
org_never_checked = لم نتحقق من هذه الجهة بعد.
org_checked = تحققنا من:
org_not_checked = لم نتحقق من:
org_not_each = كل إعلان على حدة: اقرأه جيدًا واسأل قبل أن تسجّل أو تذهب
org_not_certificate = هذه ليست شهادة. إذا طلبوا منك المال أو شككت في شيء، فتوقف واكتب إلينا.
org_charter = قبلت ميثاق المعلنين: { $date }.
org_read_charter = اقرأ الميثاق
org_join = هل تعمل في جهة تريد أن تعلن هنا؟ عرّفنا بها.

## Search
search_title = البحث
search_lead = اكتب كلمة: مهنة، أو حيًّا، أو وثيقة.
search_label = عمّ تبحث؟
search_button = ابحث
search_results = { $count ->
    [zero] لا توجد نتائج
    [one] نتيجة واحدة
    [two] نتيجتان
    [few] { $count } نتائج
    [many] { $count } نتيجة
   *[other] { $count } نتيجة
}
search_without_script = يحتاج البحث إلى JavaScript. بدونه يمكنك تصفح كل شيء من هنا:
search_all = الكل
search_only_open = المفتوح فقط
search_sort = الترتيب
search_sort_relevance = الأقرب إلى الكلمة
search_sort_deadline = ما ينتهي أولًا
search_filter_kind = النوع
search_filter_status = الحالة
search_filter_zone = المنطقة
search_filter_organisation = الجهة
search_filter_year = السنة
search_failed = البحث لا يعمل الآن. يمكنك تصفح القوائم.
search_filters = تصفية
search_instead = لا يوجد شيء فيه «{ $asked }». ربما كنت تبحث عن «{ $word }».
search_meant = بحثنا أيضًا عن:
search_loose = لا شيء مفتوح فيه كل هذه الكلمات. هذه الإعلانات فيها بعضها.
search_nothing_open = لا يوجد الآن شيء مفتوح عن «{ $words }».
search_try = جرّب:
search_ask = لم تجد ما تحتاج إليه؟ اسألنا.
search_unfiltered = أزل التصفية: بدونها النتائج { $count }.
filter_me_lead = اختر ما ينطبق عليك: يبقى ما يمكنك المشاركة فيه. عنوان الصفحة يحفظ اختيارك.
filter_free = مجاني
filter_online = عبر الإنترنت
filter_women = للنساء فقط
filter_level = مستواك في الإيطالية
filter_age = عمرك
filter_permit = تصريح إقامتك
filter_permit_none = بدون تصريح
filter_language = لغة الحديث
filter_clear = إزالة الاختيارات
open_map = افتح الخريطة
map = الخريطة
listen = استمع
listen_stop = أوقف الصوت
voice_message = رسالة صوتية، { $size }
offline_title = لا يوجد اتصال بالإنترنت
offline_lead = هذه الصفحة غير محفوظة على هاتفك.
offline_kept = هذه الصفحات محفوظة:
offline_call = المكالمة الهاتفية لا تحتاج إلى إنترنت.
offline_saved = لا يوجد اتصال: حُفظت هذه الصفحة في { $date }. اتصل قبل أن تذهب.
results_italian = أيضًا بالإيطالية
search_more = اعرض المزيد
search_over = ابحث بين الإعلانات المنتهية
search_maybe = ربما: اسأل
search_maybe_lead = هذه الإعلانات لا تذكر هل يلزم تصريح إقامة. اسأل قبل أن تذهب.

## هل يمكنني الذهاب؟
can_go_title = هل يمكنني الذهاب؟
can_go_lead = أجب عن بضعة أسئلة ونقول لك إلى أين يمكنك الذهاب. يمكنك ترك ما لا تريد قوله.
can_go_private = تبقى إجاباتك على هذا الهاتف. لا يراها أحد.
can_go_held = هل لديك تصريح إقامة؟
can_go_held_valid = نعم، وهو ساري المفعول
can_go_held_receipt = لديّ الإيصال فقط
can_go_held_expired = انتهت صلاحيته
can_go_held_none = لا
can_go_permit = أي تصريح؟
can_go_age = كم عمرك؟
can_go_italian = ما مستواك في الإيطالية؟
can_go_italian_none = لا شيء أو شبه لا شيء
can_go_italian_a1 = أعرّف بنفسي، كلمات قليلة
can_go_italian_a2 = جمل بسيطة من الحياة اليومية
can_go_italian_b1 = أفهم وأتكلم في أغلب الأحيان
can_go_italian_b2 = أتكلم جيدًا عن أشياء كثيرة
can_go_italian_c1 = أتكلم بطلاقة
can_go_home = أين تسكن؟
can_go_elsewhere = في مكان آخر
can_go_sex = هل أنت امرأة أم رجل؟
can_go_woman = امرأة
can_go_man = رجل
can_go_skip = لا أقول
can_go_show = انظر إلى أين يمكنك الذهاب
can_go_forget = احذف إجاباتي
can_go_forgotten = حُذفت إجاباتك.
can_go_share = أرسل هذه الإجابات على واتساب
can_go_share_note = من يفتح الرسالة يرى الإجابات. لا تبقى على هاتفه إلا إذا طلب ذلك.
can_go_yes = نعم، يمكنك الذهاب
can_go_ask = ربما: اسأل
can_go_no = لا، المطلوب:
can_go_no_title = لا، هذه ليست لك
can_go_change = غيّر الإجابات
can_go_failed = لا يمكننا الإجابة الآن. انظر إلى القوائم.
can_go_without_script = تحتاج الأسئلة إلى JavaScript. بدونه انظر إلى القوائم: كل إعلان يقول لمن هو.
asks_permit_unknown = غير مذكور إن كان التصريح مطلوبًا
asks_age_unknown = العمر: غير مذكور
asks_woman = أن تكوني امرأة
asks_children = المجيء مع أطفال
asks_residence = عنوان السكن المسجَّل: اقرأ أين
asks_languages = اللغات المطلوبة
asks_job = ما يطلبه العمل
asks_qualification = الشهادة الدراسية
asks_licence = رخصة القيادة
asks_employment = وضعك في العمل
asks_means = شهادة ISEE أو الدخل
asks_reception = مركز الاستقبال
asks_household = ممن تتكون عائلتك
asks_referral = شخص يحيلك أو يدعوك
asks_other = شروط أخرى: اقرأها
asks_in_words = اقرأ لمن هو
asks_unknown = غير مذكور لمن هو
asks_permit = تصريح إقامة ساري المفعول
asks_permit_or_receipt = تصريح إقامة أو الإيصال
asks_permit_to_work = تصريح يسمح بالعمل
asks_renewal_receipt = يلزم إيصال التجديد

## ماذا تحتاج؟
help_title = ماذا تحتاج؟
help_lead = اختر شيئًا واحدًا. تجد من يمكنه مساعدتك، وبأي لغات، ورقمًا تتصل به.
help_urgent = هل الأمر عاجل؟ اتصل الآن
help_need_title = { $need }: من تسأل
help_spoken = هنا يتكلمون العربية
help_none_spoken = لا نعرف مكتبًا لهذا الأمر يتكلمون فيه العربية.
help_no_desk = لا نعرف بعد مكتبًا لهذا الأمر.
help_next_best = يمكنك أن تسأل هنا أيضًا: يتكلمون العربية
help_others = هنا يتكلمون لغات أخرى
help_language_unknown = اللغات غير مذكورة
help_all_desks = كل مكاتب المساعدة
help_announcements = إعلانات مفتوحة
help_rest = انظر الباقي
help_interpreters_title = لا أحد يتكلم لغتك؟
help_interpreters_languages = { $count ->
    [one] يجيبون بلغة واحدة.
    [two] يجيبون بلغتين.
    [few] يجيبون بـ { $count } لغات.
   *[other] يجيبون بـ { $count } لغة.
}
help_request_title = اسألنا
help_request_lead = الرسالة مكتوبة. أضف ما ينقص ثم أرسلها.
help_request_both = هي بلغة من يقرؤها وبلغتك.
help_request_need = أحتاج مساعدة: { $need }
help_request_language = أتكلم: { $language }
help_request_details = أحتاج إلى
help_request_sms = أرسل رسالة SMS
help_near = أين أنت؟
help_anywhere = أي مكان
help_near_note = يبقى اختيارك على هذا الهاتف. لحذفه اختر «أي مكان».

## Page that is not there
not_found_title = هذه الصفحة غير موجودة
not_found_lead = ربما كُتب العنوان خطأ. عناوين الإعلانات لا تتغيّر أبدًا: جرّب أن تبحث عنها.

## Paper
scan_code = صوّر الرمز بالهاتف
scan_or_write = أو اكتب هذا العنوان:
poster_apply_by = حتى
poster_take_down = أزِله بعد { $date }
print_title = اطبع
print_lead = ملصقات وأوراق جاهزة للطباعة، بالأبيض والأسود أيضًا.
print_empty = لا يوجد اليوم شيء مفتوح للطباعة.
print_channel = ملصق القناة
print_all = كل الملصقات (A4)
print_items = واحدًا واحدًا
print_items_lead = كل ملصق صفحة واحدة A4.
print_choose_lead = ضع علامة على الإعلانات التي تحتاجها: تصبح ملفًا واحدًا للطباعة.
print_choose_paper = كيف تُطبع
print_choose_all = كل الإعلانات
print_choose_make = حضّر الملف
print_choose_open = افتح الملف
print_choose_working = جارٍ التحضير
print_choose_none = ضع علامة على إعلان واحد ولغة واحدة على الأقل.
print_choose_failed = لا يمكن قراءة الملصقات: يلزم الاتصال بالشبكة. حاول مرة أخرى، أو افتحها واحدًا واحدًا.
print_item = الإعلان
print_more = لغات أخرى ورسائل
print_messages = رسالة بلغتين
print_sheets = { $count ->
    [zero] بلا أوراق
    [one] ورقة واحدة
    [two] ورقتان
    [few] { $count } أوراق
    [many] { $count } ورقة
   *[other] { $count } ورقة
}
print_by_language = بلغة واحدة
print_by_language_lead = ملف واحد فيه كل ما هو مفتوح: قائمة ثم الملصقات.
print_by_centre = لمركز
print_by_centre_lead = بالإيطالية وبلغات من يسكن هناك أو يمر به.
print_place = لوحة دائمة لهذا المكان
print_contact_points_lead = للتعليق أو للتوزيع: من يساعد، وبأي لغات، ومتى، ورقم الهاتف.
print_contact_points_all = كل المكاتب
print_contact_points_each = ملصق لكل مكتب
print_zones = ملصق لكل منطقة
print_zones_lead = يفتح الرمز ما هو متاح في تلك المنطقة: الملصق صالح دائمًا.
handout_title = ورقة للتسليم
handout_lead = الإعلانات التي اخترتها، بلغة من يستلمها وبالإيطالية، سطرًا بسطر. يبقى اختيارك على هذا الجهاز.
handout_tick = على الورقة
handout_reader = لغة من يستلمها
handout_print = اطبع الورقة
handout_send = أرسل عبر واتساب
handout_copy = انسخ النص
handout_shortened = كان النص أطول مما يقبله واتساب، فاختصرناه. «انسخ النص» ينسخه كاملًا.
handout_link = انسخ عنوان الورقة
handout_empty = الورقة فارغة. في القوائم ضع علامة «على الورقة» على الإعلانات المطلوبة.
handout_gone = هذا الإعلان لم يعد مفتوحًا
handout_failed = تعذرت قراءة هذا الإعلان: يلزم الاتصال بالشبكة. حاول مرة أخرى
handout_remove = أزل من الورقة
handout_clear = أفرغ الورقة
handout_no_script = من دون JavaScript لا يمكن إعداد الورقة هنا: اطبع الملصقات واحدًا واحدًا. ومن لديه اللوحة على حاسوبه يعدّها بأمر:
print_change_title = تغييرات الأسبوع
print_change_lead = ما يُزال عن الحائط وما يُعلَّق: قائمة، ثم الملصقات الجديدة.
print_change_period = من { $from } إلى { $to }
print_change_down = أزِل هذه
print_change_up = علِّق هذه
print_change_find = على الملصق عنوان ينتهي كما هو مكتوب هنا.
print_change_replaced = تغيّر: أزِل الورقة القديمة وعلِّق الجديدة
print_change_nothing_down = لا شيء لإزالته في هذه الأيام.
print_change_nothing_up = لا شيء جديد لتعليقه في هذه الأيام.
print_near = مكاتب قريبة
place_title = لوحة الإعلانات: { $place }
place_open = كل ما هو مفتوح الآن: دورات، عمل، سكن، أوراق
zone_open = دورات وعمل وسكن ومساعدة: ما هو مفتوح الآن في هذه المنطقة
print_one = واحد في الورقة
print_four = أربعة في الورقة
print_pack_title = الإعلانات المفتوحة
print_week_title = مفتوح الآن
print_soon = ينتهي قريباً
print_next = فيما بعد
print_always = مفتوح دائماً
print_updated = حُدّث في { $date }
print_open = { $count ->
    [zero] لا توجد إعلانات مفتوحة
    [one] إعلان مفتوح واحد
    [two] إعلانان مفتوحان
    [few] { $count } إعلانات مفتوحة
    [many] { $count } إعلانًا مفتوحًا
   *[other] { $count } إعلان مفتوح
}
channel_title = تابع اللوحة على واتساب
channel_lead = دورات وعمل وسكن وحقوق وفعاليات. { $free }
channel_step_1 = وجّه الكاميرا نحو الرمز.
channel_step_2 = اضغط على الرابط: يفتح واتساب.
channel_step_3 = اضغط «متابعة» في الأعلى.
channel_step_4 = اضغط على الجرس لتصلك التنبيهات.
channel_named = قناة { $name }
channel_named_follow = تابعنا على { $name }
channel_named_title = تابع اللوحة على { $name }
channel_named_free = مجانًا.
channel_named_open = اضغط على الرابط: يفتح { $name }.
channel_named_scan = افتح { $name } ووجّه الكاميرا نحو الرمز.
channel_named_search = ابحث في { $name } عن { $id }.
channel_named_join = اضغط على الزر للانضمام.
last_days = الأيام الأخيرة
notice_extended = مُدّد الموعد: { $now } (كان: { $before })
notice_deadline = تغيّر الموعد الأخير: { $now } (كان: { $before })
notice_date = تغيّر التاريخ: { $now } (كان: { $before })
notice_hours = تغيّر الوقت: { $now } (كان: { $before })
notice_place = تغيّر المكان: { $now } (كان: { $before })
notice_new = { $what }: { $now }
notice_no_more = لم يعد قائماً: { $before }
closes_today = ينتهي اليوم
closes_tomorrow = ينتهي غداً
happens_today = الموعد اليوم
happens_tomorrow = الموعد غداً
reopened = مفتوح من جديد
corrected = تصحيح: تغيّرت المعلومات
digest_title = فرص هذا الأسبوع
digest_more = كل ما هو مفتوح
digest_stop = تصلك هذه الرسالة كل أسبوع لأنك طلبتها. لم تعد تريدها؟ أجب بكلمة «توقف».
link_in_bio = الرابط في نبذة الحساب
spoken_intro = إليك هذا الإعلان.
spoken_site = تجد كل شيء على الموقع
spoken_dot = نقطة
spoken_dash = شرطة
spoken_at = آت
spoken_euro = يورو
spoken_to = إلى
spoken_and = و
spoken_cents = سنت
spoken_comma = فاصلة
spoken_plus = زائد
spoken_days = من { $start } إلى { $end }
spoken_hours = من الساعة { $start } إلى الساعة { $end }
invite_title = أدعوك إلى الانضمام إلى قناة { $board }!
invite_how = كيف؟
invite_step_1 = احفظ الرقم الذي وصلتك منه هذه الرسالة
invite_step_2 = اضغط على الرابط وانضم إلى القناة
invite_who = لمن؟
invite_who_people = المهاجرون واللاجئون وطالبو اللجوء الذين يبحثون عن فرص ومعلومات
invite_who_workers = العاملون الاجتماعيون وكل من يعمل من أجل الاندماج
invite_what = ماذا تجد؟
invite_what_work = العمل والتدريب
invite_what_home = السكن
invite_what_law = الإجراءات والقوانين الجديدة
invite_what_news = أخبار مفيدة
invite_info = للمعلومات أو لاقتراح إعلان
invite_share = شارك الرسالة مع من قد يهمه الأمر!
welcome = مرحبًا! هنا تجد دورات وعملًا وسكنًا وحقوقًا وفعاليات مجانية.
business_greeting = مرحبًا! هنا { $board }. اكتب بلغتك ما تبحث عنه: سيجيبك شخص منا.
business_away = لا نستطيع الرد الآن، لكن رسالتك وصلت. سنكتب إليك حين نعود.
business_urgent = إن كنت لا تستطيع الانتظار فاتصل بـ:
business_about = دورات وعمل وسكن وحقوق وفعاليات مجانية، مشروحة بلغتك.
business_deadline_header = اقترب آخر موعد
business_deadline = مرحبًا { $name }، حدّثناك عن «{ $title }». آخر يوم هو { $date }. إن احتجت إلى مساعدة فأجب عن هذه الرسالة.
business_place_header = صار هناك مكان شاغر
business_place = مرحبًا { $name }، صار هناك مكان شاغر في «{ $title }». إن كنت ما زلت تريده فأجب بكلمة نعم، وآخر يوم هو { $date }. بعد ذلك نعرضه على شخص آخر.
business_appointment_header = موعدك
business_appointment = مرحبًا { $name }، ننتظرك يوم { $date } في الساعة { $hour }، هنا: { $place }. إن كنت لا تستطيع المجيء فأجب عن هذه الرسالة لنجد يومًا آخر.

## Messages

## Honesty
fact-non-previsto = لا يوجد
fact-non-indicato = المصدر لا يذكر ذلك
fact-da-chiedere = يجب السؤال عنه
enrolment-non-previsto = لا تحتاج إلى تسجيل
certificate-non-previsto = لا تُعطى شهادة

## Kinds
kind-formazione = دورة
kind-lavoro = عمل
kind-abitare = سكن
kind-normativa = وثائق وقوانين
kind-notizia = خبر
kind-progetto = خدمة
kind-evento = فعالية
kinds-formazione = دورات
kinds-lavoro = عمل
kinds-abitare = سكن
kinds-normativa = وثائق وقوانين
kinds-notizia = أخبار
kinds-progetto = خدمات
kinds-evento = فعاليات
kind-formazione-lead = دورات في اللغة الإيطالية، ودورات لتعلّم مهنة، ومنح دراسية.
kind-lavoro-lead = عروض عمل، وتدريب عملي، وخدمة مدنية.
kind-abitare-lead = مساكن، ومساعدات لدفع الإيجار، ومساعدة في البحث عن سكن.
kind-normativa-lead = قوانين وإجراءات تتغيّر: تصاريح ووثائق وحقوق.
kind-notizia-lead = أخبار مفيدة لمن يعيش هنا.
kind-progetto-lead = مشاريع وخدمات جديدة في المنطقة.
kind-evento-lead = لقاءات واحتفالات وأيام مفتوحة.

## Words of the fields
attendance-in-presenza = حضوريًا
attendance-online = عبر الإنترنت
attendance-ibrida = حضوريًا وعبر الإنترنت
attendance-da-remoto = عن بُعد
weekday-lun = الاثنين
weekday-mar = الثلاثاء
weekday-mer = الأربعاء
weekday-gio = الخميس
weekday-ven = الجمعة
weekday-sab = السبت
weekday-dom = الأحد
cost-gratuito = مجاني
cost-contributo = مساهمة صغيرة
cost-a-pagamento = بمقابل مالي
cost-offerta-libera = تدفع ما تريد
cost-differito = تدفع لاحقًا، عندما تعمل
free-for-accoglienza = إذا كنت تعيش في مركز استقبال
free-for-protezione = إذا كان لديك لجوء أو حماية
free-for-disoccupati = إذا لم يكن لديك عمل
free-for-studenti = إذا كنت تدرس
free-for-minori = إذا كان عمرك أقل من 18 سنة
free-for-donne = إذا كنتِ امرأة
free-for-disabilita = إذا كانت لديك إعاقة
benefit-retribuzione = أجر
benefit-indennita = تعويض مالي
benefit-diaria = بدل يومي
benefit-borsa = منحة دراسية
benefit-contributo-affitto = مساعدة لدفع الإيجار
benefit-assegno-servizio-civile = مكافأة الخدمة المدنية
benefit-rimborso = استرداد المصاريف
benefit-contributo = مساعدة مالية
benefit-buono = قسيمة شراء
benefit-alloggio = سكن
per-ora = في الساعة
per-giorno = في اليوم
per-settimana = في الأسبوع
per-mese = في الشهر
per-anno = في السنة
per-una-tantum = مرة واحدة
permit-qualsiasi = أي تصريح
permit-richiesta-asilo = طلب اللجوء
permit-asilo = اللجوء (صفة لاجئ)
permit-protezione-sussidiaria = الحماية الفرعية
permit-protezione-temporanea = الحماية المؤقتة
permit-protezione-speciale = الحماية الخاصة
permit-casi-speciali = الحالات الخاصة
permit-cure-mediche = العلاج الطبي
permit-minore-eta = قاصر (أقل من 18 سنة)
permit-attesa-occupazione = انتظار العمل
permit-lavoro = العمل
permit-motivi-familiari = أسباب عائلية
permit-protezione-sociale = الحماية الاجتماعية
permit-apolidia = انعدام الجنسية
permit-ue-lungo-periodo = إقامة طويلة الأمد في الاتحاد الأوروبي
permit-ue-lungo-periodo-per-protezione-internazionale = إقامة طويلة الأمد في الاتحاد الأوروبي لمن لديه حماية دولية
permit-studio = الدراسة
permit-state-in-corso-di-validita = ساري المفعول
permit-state-ricevuta-accettata = يُقبل الإيصال أيضًا
permit-state-che-consenta-il-lavoro = يسمح بالعمل
permit-state-nessun-permesso-richiesto = لا تحتاج إلى تصريح إقامة
permit-state-scaduto-ma-prorogato = حتى المنتهي، إذا تم تمديده
gender-solo-donne = للنساء فقط
gender-donne-con-bambini = نساء مع أطفال
gender-misto = نساء ورجال
gender-donne-uomini-e-bambini = نساء ورجال وأطفال
level-pre-a1 = pre-A1 (تعلّم القراءة والكتابة)
level-a1 = A1
level-a2 = A2
level-b1 = B1
level-b2 = B2
level-c1 = C1
level-c2 = C2
contract-tempo-determinato = عقد محدد المدة
contract-tempo-indeterminato = عقد غير محدد المدة
contract-apprendistato = عقد تدريب مهني (apprendistato)
contract-stagionale = عمل موسمي
contract-somministrazione = عمل عن طريق وكالة
contract-a-chiamata = عمل عند الطلب
contract-collaborazione = عقد تعاون
contract-lavoro-autonomo = عمل حر
contract-lavoro-domestico = عمل منزلي
contract-tirocinio = تدريب عملي (tirocinio)
contract-servizio-civile = خدمة مدنية (servizio civile)
contract-short-list = قائمة أشخاص للاتصال بهم
contract-prestazione-occasionale = عمل عرضي (prestazione occasionale)
contract-volontariato = تطوّع بلا أجر
housing-contributo-affitto = مساعدة لدفع الإيجار
housing-alloggio-pubblico = سكن شعبي
housing-canone-calmierato = سكن بإيجار منخفض
housing-coabitazione = سكن مشترك
housing-accoglienza-in-famiglia = استضافة لدى عائلة
housing-sportello-casa = مكتب مساعدة للسكن
housing-stanza = غرفة
housing-alloggio-temporaneo = سكن مؤقت
housing-garanzia-affitto = ضمان للإيجار
training-corso = دورة
training-borsa-di-studio = منحة دراسية
act-legge = قانون
act-decreto = مرسوم
act-decreto-legge = مرسوم بقانون
act-decreto-legislativo = مرسوم تشريعي
act-dpr = مرسوم رئيس الجمهورية
act-regolamento = لائحة
act-direttiva = توجيه
act-decisione = قرار
act-circolare = تعميم
act-sentenza = حكم محكمة
act-prassi = ممارسة المكاتب
access-libero = بدون حجز
access-su-segnalazione = بإحالة من إحدى الخدمات
access-su-appuntamento = بموعد
access-su-prenotazione = بالحجز
entry-libero = مفتوح للجميع
entry-su-prenotazione = بالحجز
entry-conferma-gradita = مفتوح للجميع، والأفضل أن تؤكد حضورك
entry-su-invito = بدعوة
part-mattina = صباحًا
part-pomeriggio = بعد الظهر
part-sera = مساءً
deadline-sempre-aperte = مفتوح دائمًا
deadline-fino-a-esaurimento-posti = حتى تنتهي الأماكن
deadline-nessuna = بدون موعد نهائي
document-permesso-di-soggiorno = تصريح الإقامة
document-ricevuta-del-permesso-di-soggiorno = إيصال تصريح الإقامة
document-codice-fiscale = الرمز الضريبي (codice fiscale)
document-documento-di-identita = وثيقة هوية
document-passaporto = جواز السفر
document-cv = السيرة الذاتية (CV)
document-lettera-di-motivazione = رسالة تحفيزية
document-fototessera = صورة شخصية
document-isee = شهادة ISEE (دخل الأسرة)
document-tessera-sanitaria = البطاقة الصحية (tessera sanitaria)
document-spid = SPID (هوية رقمية)
document-contratto-di-affitto-registrato = عقد إيجار مسجَّل
document-titolo-di-studio = شهادة دراسية
document-patente-b = رخصة قيادة B
document-modulo-di-iscrizione = استمارة التسجيل
document-marca-da-bollo = طابع رسمي (marca da bollo)
document-bollettino = إيصال دفع في البريد (bollettino)
document-nessuno = لا تحتاج إلى أي وثيقة
service-trasporto = نقل
service-custodia-bambini = مكان للأطفال
service-computer = حاسوب
service-connessione = اتصال بالإنترنت
service-pasti = وجبات
service-alloggio = سكن
service-mediazione = وساطة لغوية
service-assicurazione = تأمين
centre-sportello = مكتب مساعدة
centre-centro-di-accoglienza = مركز استقبال
centre-centro-diurno = مركز نهاري
centre-scuola = مدرسة
centre-biblioteca = مكتبة
centre-servizio-sanitario = خدمة صحية
centre-patronato = مكتب مساعدة اجتماعية (patronato)
centre-centro-antiviolenza = مركز مناهضة العنف
centre-mensa = مطعم خيري
centre-centro-per-l-impiego = مكتب التوظيف
organisation-ente-pubblico = جهة حكومية
organisation-ets = منظمة غير ربحية (ETS)
organisation-cooperativa-sociale = تعاونية اجتماعية
organisation-associazione = جمعية
organisation-ong = منظمة غير حكومية
organisation-agenzia-onu = وكالة للأمم المتحدة
organisation-scuola = مدرسة
organisation-universita = جامعة
organisation-ente-di-formazione = مركز تدريب
organisation-sindacato = نقابة
organisation-patronato = مكتب مساعدة اجتماعية (patronato)
organisation-agenzia-per-il-lavoro = وكالة توظيف
organisation-azienda = شركة
organisation-ente-religioso = هيئة دينية
organisation-fondazione = مؤسسة
verification-registro = تسجيلها في سجل عام (RUNTS أو IPA)
verification-richiamata = هاتفها، بالاتصال برقم وجدناه في مكان آخر
verification-scopo = غايتها: ماذا تفعل ولمن
verification-nessun-costo = التكاليف: من يتقدّم لا يدفع شيئًا
verification-carta = ميثاق المعلنين: مع من قبله
need-documenti = الوثائق
need-chiedere-asilo = طلب اللجوء
need-avvocato = محامٍ
need-dove-dormire = مكان للنوم
need-casa = السكن
need-mangiare-e-lavarsi = الطعام والاستحمام
need-salute = الصحة
need-italiano = تعلّم الإيطالية
need-lavoro = العمل
need-figli-e-scuola = الأطفال والمدرسة
need-violenza = العنف
need-altro = شيء آخر
emergency-emergenza = الشرطة، الإسعاف، الإطفاء
emergency-violenza = العنف والملاحقة
emergency-bambini = أطفال وشباب في خطر
emergency-tratta = الاتجار بالبشر والاستغلال
emergency-suicidio = أفكار بإيذاء النفس
language-it = الإيطالية
language-en = الإنجليزية
language-fr = الفرنسية
language-es = الإسبانية
language-ar = العربية
language-bn = البنغالية
language-uk = الأوكرانية
language-ur = الأردية
language-fa = الفارسية
language-prs = الدارية
language-ps = البشتو
language-ru = الروسية
language-zh = الصينية
language-ro = الرومانية
language-sq = الألبانية
language-tr = التركية
language-ti = التغرينية
language-am = الأمهرية
language-so = الصومالية
language-wo = الولوف
language-man = الماندينكا
language-pa = البنجابية
language-hi = الهندية
language-pt = البرتغالية
language-ku = الكردية
language-ff = الفولانية
language-bm = البامبارا

## The board in figures
figures_title = اللوحة بالأرقام
figures_lead = كم إعلانًا، وعن ماذا ومتى: الحساب حتى { $day }. لا نحسب من يقرأ.
figures_all = الكل
figures_kinds = حسب النوع
figures_zones = حسب المنطقة
figures_no_zone = في كل مكان أو عبر الإنترنت أو في مكان آخر
figures_others = جهات أخرى: { $count }
figures_months = شهرًا بشهر
figures_years = سنة بسنة
figures_published = نُشرت
figures_days = أيام لاتخاذ القرار
figures_days_median = عدد الأيام بين النشر وآخر يوم: نصف الإعلانات تترك { $days } أو أكثر.
figures_days_enough = أسبوع أو أكثر: { $enough } من { $count }.
figures_languages = الإعلانات المفتوحة بكل لغة
figures_languages_note = الإعلانات المفتوحة: { $count }. التواريخ والأماكن والأسعار مكتوبة بكل اللغات؛ هنا نحسب الإعلانات التي نصها أيضًا بهذه اللغة.
figures_announcements = إعلانات
figures_number = العدد
figures_desks_current = تم التحقق منها في الأشهر الثلاثة الأخيرة
figures_desks_unverified = تم التحقق منها قبل أكثر من سنة، أو لم يتم أبدًا
figures_weeks = المنشورات أسبوعًا بأسبوع
figures_week = من { $day }
figures_posts = منشورات
figures_plan = { $channel }: المعدل { $average } من الإعلانات في الأسبوع. الخطة { $planned }: هي الخط على الأشرطة.
figures_followers = الأشخاص الذين يتابعون القناة
figures_followers_curve = عدد الأشخاص الذين يتابعون القناة مع الوقت. الأرقام في الجدول.
figures_day = اليوم
figures_reactions = التفاعلات
figures_empty = لا يوجد شيء لحسابه بعد.
figures_data = كل هذه الأرقام على شكل بيانات

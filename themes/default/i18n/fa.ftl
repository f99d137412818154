# Testi dell'interfaccia. Una lingua è un file come questo, con le stesse chiavi.
# Le chiavi con il trattino basso sono dell'interfaccia; quelle con il trattino sono le parole dei campi.

autonym = فارسی
direction = rtl
og_locale = fa_IR

## Navigazione
skip_to_content = به متن اصلی بروید
menu = منو
home = فرصت‌های باز
archive = اعلان‌های گذشته
search = جستجو
languages = زبان‌ها
feed = فید RSS
channel = کانال واتساپ
channel_follow = در واتساپ دنبال کنید
channel_free = رایگان. هیچ‌کس شماره شما را نمی‌بیند.
older = قدیمی‌تر
newer = جدیدتر
page_of = صفحه { $page } از { $pages }
licence = متن‌ها با مجوز CC BY 4.0
updated_on = آخرین به‌روزرسانی: { $date }

## Elenchi
home_title = فرصت‌های باز
home_lead = دوره‌های آموزشی، کار، خانه، حقوق شما و برنامه‌ها. هر چه زودتر تمام می‌شود، اول می‌آید.
home_empty = الان چیزی باز نیست. اعلان‌های گذشته را ببینید، یا عضو کانال شوید تا وقتی چیز تازه‌ای آمد باخبر شوید.
kind_empty = الان اینجا چیزی باز نیست.
no_deadline = بدون مهلت
recheck = باید دوباره بررسی شود
archive_lead = هر چه کانال منتشر کرده است، سال به سال. اعلان‌های بسته همیشه اینجا می‌مانند.
archive_year = اعلان‌های سال { $year }
archive_count = { $count ->
    [one] { $count } اعلان
   *[other] { $count } اعلان
}
zone_title = { $zone }
zone_lead = اینجا ببینید در { $zone } چه هست.
follow_title = تازه‌ها را دریافت کنید
follow_lead = تازه‌ها خودشان به شما می‌رسند: لازم نیست هر روز به این‌جا برگردید و لازم نیست ثبت‌نام کنید.
follow_for_sites = برای سازندگان وب‌سایت
feed_all = همهٔ آگهی‌ها
feed_what = فید (RSS) فهرستی است که خودش به‌روز می‌شود. نشانی آن را در یک فیدخوان (مانند Feeder یا Thunderbird) کپی کنید: هر آگهی تازه به آن‌جا می‌رسد. رایگان است و ثبت‌نام نمی‌خواهد.
calendar_title = در تقویم شما
calendar_tap = دکمه را بزنید: تاریخ‌ها در تقویم شما می‌آیند و خودشان به‌روز می‌شوند. سه روز پیش از پایان مهلت، تقویم یادآوری می‌کند.
calendar_by_hand = دکمه کار نمی‌کند؟
calendar_what = یک نشانی را در تقویم گوشی یا رایانه کپی کنید، جایی که نوشته «اشتراک» یا «افزودن از URL».
calendar_events = دوره‌ها و رویدادها
calendar_deadlines = مهلت‌ها
data_title = داده‌های باز
data_what = همهٔ آگهی‌ها در یک فایل، برای برنامه‌ها و صفحه‌گسترده‌ها. با ذکر منبع می‌توان از آن‌ها دوباره استفاده کرد (CC BY 4.0).

## Annuncio
status_open = باز
status_on = { $label }: { $date }
date_at = { $date }، ساعت { $time }
date_hours = { $date }، { $hours }
status_enrol_by = آخرین روز ثبت‌نام
status_apply_by = آخرین روز درخواست کار
status_request_by = آخرین روز درخواست
status_book_by = آخرین روز رزرو
status_do_by = آخرین روز
status_enrol_over = ثبت‌نام تمام شد
status_apply_over = درخواست کار تمام شد
status_request_over = درخواست‌ها تمام شد
status_book_over = رزرو بسته شد
status_next = تاریخ بعدی
status_also = همچنین { $dates }
status_in_force = شروع اعتبار
status_open_always = باز: هر وقت بخواهید می‌توانید ثبت‌نام کنید
status_open_places = تا پر شدن جاها باز است
status_event_until = تا { $date }
status_valid_until = تا { $date } معتبر است
status_open_no_end = در جریان است
status_recheck = باید دوباره بررسی شود: پیش از رفتن بپرسید
status_full = جا پر شده است
status_cancelled = لغو شد
status_withdrawn = پس گرفته شد
status_closed = بسته
status_closed_on = در { $date } تمام شد
status_draft = پیش‌نویس
example = نمونه
example_note = این اعلان واقعی نیست: نشان می‌دهد که تابلو چطور کار می‌کند.
closed_note = دیگر نمی‌توانید شرکت کنید. ببینید الان چه چیزی باز است.
archived_note = وقتی این اعلان اینجا ثبت شد، از قبل بسته بود.
withdrawn_note = سازمان این اعلان را پس گرفته است.
see_open = ببینید چه چیزی باز است
not_translated = این متن به ایتالیایی است: هنوز کسی آن را ترجمه نکرده است. تاریخ‌ها، جاها و هزینه‌ها به زبان شماست.
machine_translated = ترجمه ماشینی: اگر چیزی روشن نیست، متن ایتالیایی معتبر است.
human_translated = ترجمهٔ انسانی.
reviewed_translation = یک نفر آن را بازبینی کرده است: { $date }.
stale_translation = متن ایتالیایی بعد از این ترجمه عوض شده است.
read_original = به ایتالیایی بخوانید
days_left_today = امروز بسته می‌شود
days_left_tomorrow = فردا بسته می‌شود
days_left = { $days ->
    [one] { $days } روز مانده
   *[other] { $days } روز مانده
}
closed_since_build = مهلت تمام شد: الان بسته است.
share = در واتساپ بفرستید
poster = پوستر را چاپ کنید
poster_languages = به چند زبان
poster_strips = با برگه‌های جداشدنی
code = کد QR
calendar_add = به تقویم اضافه کنید
edition = نوبت
editions = جا و وقت را انتخاب کنید
more_open = فرصت‌های باز دیگر
details = خلاصه
how_to_apply = چه کار کنید
ask = از چه کسی بپرسید
credits = عکس: { $credits }
organised_by = برگزارکننده
published_on = تاریخ انتشار: { $date }
verified_on = تاریخ بررسی: { $date }
replaced_by = اعلان جایگزین
edition_of = نوبت تازه این اعلان

## Fatti: nomi delle righe
row_who = برای چه کسانی
row_when = چه وقت
row_where = کجا
row_cost = هزینه
row_deadline = مهلت
row_documents = چه لازم دارید
row_benefits = چه دریافت می‌کنید
row_services = خدمات
row_certificate = در پایان
row_seats = تعداد جا
row_duties = چه کاری است
row_requirements = شرایط
row_contract = قرارداد
row_pay = دستمزد
row_goals = هدف‌ها
row_activities = فعالیت‌ها
row_duration = مدت
row_access = چطور شرکت کنید
row_programme = برنامه
row_entry = ورود
row_act = متن قانونی
row_validity = اعتبار
row_force = زمان اجرا
row_permits = برای کدام اجازه‌های اقامت
row_steps = چه باید بکنید
row_changes = چه چیزی عوض می‌شود
row_counts = تعداد
row_partners = همراه با
row_funding = بودجه
row_languages = زبان‌هایی که صحبت می‌شود
row_accessibility = امکانات برای افراد معلول
row_warnings = مراقب باشید
row_source = منبع
row_selection = انتخاب افراد
row_level = سطح
row_housing = نوع کمک
row_territory = منطقه

## Fatti: frasi
age_between = از { $min } تا { $max } سال
age_from = از { $min } سال به بالا
age_to = تا { $max } سال
level_from = زبان ایتالیایی حداقل { $level }
level_to = زبان ایتالیایی حداکثر { $level }
speaks = باید این زبان‌ها را بلد باشید: { $languages }
isee_to = درآمد خانواده (ISEE) تا { $amount }
income_to = درآمد تا { $amount }
residence_in = محل سکونت ثبت‌شده (residenza): { $places }
digital_identity = هویت دیجیتال لازم است (SPID یا CIE یا CNS)
owns_no_home = خانه از خودتان نداشته باشید
permits_accepted = اجازه اقامت: { $permits }
date_from_to = از { $start } تا { $end }
date_from = از { $start }
times_between = { $start } تا { $end }
times_from = از ساعت { $start }
hours_total = { $hours ->
    [one] { $hours } ساعت در مجموع
   *[other] { $hours } ساعت در مجموع
}
weekly_hours = { $hours ->
    [one] { $hours } ساعت در هفته
   *[other] { $hours } ساعت در هفته
}
hours_unknown = ساعت‌ها: { $word }
months_total = { $months ->
    [one] { $months } ماه
   *[other] { $months } ماه
}
seats_max = { $count ->
    [one] { $count } جا
   *[other] { $count } جا
}
seats_between = از { $min } تا { $max } جا
money = { $amount } €
money_between = از { $min } تا { $max }
money_per = { $amount } { $per }
money_up_to = تا { $amount }
gross = پیش از کم شدن مالیات
net = بعد از کم شدن مالیات
to_company = به شرکت
to_family = به خانواده
cost_reason = { $amount } برای { $reason }
cost_optional = اجباری نیست
name_and_value = { $name }: { $value }
aid = تخفیف یا کمک: { $aid }
state_fees = هزینه‌های دولتی
renewable = قابل تمدید
one_of = یکی از این‌ها: { $documents }
stage_hours = { $hours } ساعت کار عملی
force_from = از { $date }
force_until = تا { $date }
act_of = { $act } شماره { $number }، تاریخ { $date }
extended_from = مهلت تمدید شد: قبلاً { $date } بود
opens_on = درخواست‌ها از { $date }
percentage = { $number } درصد از هزینه‌ها
homes = { $count ->
    [one] { $count } خانه
   *[other] { $count } خانه
}
registered_lease = قرارداد اجاره ثبت‌شده لازم است
was = قبلاً: { $value }
is_now = الان: { $value }
count_of = { $item }: { $number }
subject_line = موضوع ایمیل: «{ $subject }»
attach = همراه بفرستید: { $documents }
referred_by = با معرفی از طرف: { $services }

## Answers in one line
who_age_from = از { $min } سال
who_level_from = ایتالیایی از { $level }
who_no_permit = حتی بدون اجازه اقامت
who_permit = با اجازه اقامت
who_receipt = با اجازه اقامت یا رسید آن
who_permit_work = با اجازه اقامتی که با آن بتوان کار کرد
who_permit_some = فقط با بعضی اجازه‌های اقامت
period = { $start } – { $end }
groups_count = { $count } گروه
places_count = { $count } محل
money_price = هزینه: { $amount }
money_free = رایگان
money_optional = رایگان، یا اگر بخواهید { $amount }
money_free_for_some = { $amount }، یا برای بعضی‌ها رایگان
money_less_for_some = { $amount }، برای بعضی‌ها کمتر
money_wage = به شما دستمزد می‌دهند: { $amount }
money_grant = دریافت می‌کنید: { $amount }
money_plus_fees = { $price }، به‌اضافه { $fees } برای دولت
languages_named = زبان‌ها: { $languages }
we_speak = زبان‌های ما: { $languages }
money_free_if = رایگان { $who }، وگرنه { $amount }
free_for_isee = با ISEE تا { $amount }
way_come = بیایید

## Azioni
action_form = ثبت‌نام کنید
action_apply = درخواست بدهید
action_call = زنگ بزنید
action_whatsapp = در واتساپ بنویسید
action_email = ایمیل بنویسید
action_site = به وب‌سایت بروید
channel_by_hand = خودتان بروید
channel_registered = نامه سفارشی بفرستید (raccomandata)
channel_pec = با ایمیل رسمی (PEC) بنویسید
channel_first_lesson = به درس اول بیایید
channel_referral = از یک مرکز بخواهید شما را معرفی کند
channel_none = ثبت‌نام لازم نیست
channel_email_line = ایمیل بنویسید: { $email }
channel_telephone_line = زنگ بزنید: { $telephone }
channel_whatsapp_line = در واتساپ بنویسید: { $telephone }
channel_form_line = فرم را پر کنید
channel_platform_line = در سایت مخصوص درخواست بدهید

## Ricerca
search_title = جستجو
search_lead = یک کلمه بنویسید: یک شغل، یک محله، یک مدرک.
search_label = دنبال چه می‌گردید؟
search_button = جستجو کنید
search_results = { $count ->
    [0] چیزی پیدا نشد
    [one] { $count } نتیجه
   *[other] { $count } نتیجه
}
search_without_script = جستجو به JavaScript نیاز دارد. بدون آن می‌توانید همه چیز را از اینجا ببینید:
search_all = همه
search_only_open = فقط بازها
search_sort = ترتیب
search_sort_relevance = نزدیک‌ترین به کلمه
search_sort_deadline = اول آنچه زودتر بسته می‌شود
search_filter_kind = نوع
search_filter_status = وضعیت
search_filter_zone = منطقه
search_filter_organisation = سازمان
search_filter_year = سال
search_failed = جستجو الان کار نمی‌کند. می‌توانید فهرست‌ها را ببینید.
filter_me = برای من
filter_me_lead = آنچه به شما مربوط است را انتخاب کنید: فقط چیزهایی می‌ماند که می‌توانید در آن شرکت کنید. نشانی صفحه انتخاب شما را نگه می‌دارد.
filter_free = رایگان
filter_online = آنلاین
filter_women = فقط برای زنان
filter_level = ایتالیایی شما
filter_age = سن شما
filter_permit = اجازهٔ اقامت شما
filter_permit_none = بدون اجازهٔ اقامت
filter_language = زبان گفت‌وگو
filter_clear = برداشتن انتخاب‌ها
open_map = باز کردن نقشه
listen = گوش کنید
listen_stop = قطع صدا
offline_title = اینترنت ندارید
offline_lead = این صفحه در تلفن شما ذخیره نشده است.
offline_kept = این صفحه‌ها ذخیره شده‌اند:
offline_call = برای تلفن زدن به اینترنت نیاز نیست.
offline_saved = اینترنت ندارید: این صفحه در { $date } ذخیره شده است. پیش از رفتن تلفن کنید.
results_italian = همچنین به ایتالیایی
search_maybe = شاید: بپرسید
search_maybe_lead = این آگهی‌ها نمی‌گویند اجازهٔ اقامت لازم است یا نه. پیش از رفتن بپرسید.

## Pagina che non c'è
not_found_title = این صفحه وجود ندارد
not_found_lead = شاید آدرس اشتباه نوشته شده است. آدرس اعلان‌ها هیچ‌وقت عوض نمی‌شود: آن‌ها را جستجو کنید.

## Carta
scan_code = کد را با تلفن اسکن کنید
scan_or_write = یا این آدرس را بنویسید
poster_apply_by = تا
poster_more = ادامه در اینترنت
print_title = چاپ کنید
print_lead = پوسترها و برگه‌های آماده چاپ، سیاه و سفید هم می‌شود.
print_empty = امروز چیز بازی برای چاپ نیست.
print_week = تابلوی این هفته (A3)
print_channel = پوستر کانال
print_by_language = به یک زبان
print_by_language_lead = یک فایل با همه فرصت‌های باز: اول فهرست، بعد پوسترها.
print_by_centre = برای یک مرکز
print_by_centre_lead = به ایتالیایی و به زبان کسانی که آنجا زندگی می‌کنند یا به آنجا می‌آیند.
print_one = یکی در هر برگه
print_four = چهار تا در هر برگه
print_pack_title = فرصت‌های باز
print_week_title = این هفته
print_updated = آخرین به‌روزرسانی: { $date }
print_open = { $count ->
    [one] { $count } اعلان باز
   *[other] { $count } اعلان باز
}
channel_title = تابلو را در واتساپ دنبال کنید
channel_lead = دوره‌های آموزشی، کار، خانه، حقوق شما، برنامه‌ها. { channel_free }
channel_step_1 = دوربین را رو به کد بگیرید.
channel_step_2 = روی لینک بزنید: واتساپ باز می‌شود.
channel_step_3 = بالای صفحه «دنبال کردن» را بزنید.
channel_step_4 = زنگوله را بزنید تا خبرها به شما برسد.
last_days = روزهای آخر
extended = مهلت تمدید شد: پیش از این { $date } بود
reopened = دوباره باز است
digest_title = فرصت‌های این هفته
digest_more = همهٔ آنچه باز است
invite_title = تو را به کانال { $board } دعوت می‌کنم!
invite_how = چطور؟
invite_step_1 = شماره‌ای را که این پیام از آن آمده ذخیره کن
invite_step_2 = روی لینک بزن و به کانال بپیوند
invite_who = برای چه کسانی؟
invite_who_people = مهاجران، پناهندگان و پناهجویانی که دنبال فرصت و اطلاعات هستند
invite_who_workers = مددکاران اجتماعی و همهٔ کسانی که برای ادغام کار می‌کنند
invite_what = اینجا چه پیدا می‌کنی؟
invite_what_work = کار و آموزش
invite_what_home = خانه
invite_what_law = روندهای اداری و قانون‌های تازه
invite_what_news = خبرهای مفید
invite_info = برای اطلاعات یا پیشنهاد اعلان
invite_share = برای هر کس که شاید به کارش بیاید بفرست!
welcome = خوش آمدی! اینجا دوره، کار، خانه، حقوق و رویدادهای رایگان پیدا می‌کنی.

## Messaggi

## Onestà
fact-non-previsto = ندارد
fact-non-indicato = در منبع نوشته نشده است
fact-da-chiedere = باید بپرسید
enrolment-non-previsto = ثبت‌نام لازم نیست

## Tipi
kind-formazione = آموزش
kind-lavoro = کار
kind-abitare = خانه
kind-normativa = قانون‌ها و مقررات
kind-notizia = خبر
kind-progetto = پروژه
kind-evento = رویداد
kind-formazione-lead = دوره‌های زبان ایتالیایی، دوره‌های یادگیری یک شغل، بورس تحصیلی.
kind-lavoro-lead = پیشنهادهای کار، کارآموزی، خدمت مدنی (servizio civile).
kind-abitare-lead = خانه، کمک برای اجاره، کمک برای پیدا کردن خانه.
kind-normativa-lead = قانون‌ها و روش‌هایی که عوض می‌شوند: اجازه اقامت، مدارک، حقوق شما.
kind-notizia-lead = خبرهای مفید برای کسانی که اینجا زندگی می‌کنند.
kind-progetto-lead = پروژه‌ها و خدمات تازه در منطقه.
kind-evento-lead = دیدارها، جشن‌ها، روزهای باز برای همه.

## Parole dei campi
attendance-in-presenza = حضوری
attendance-online = آنلاین
attendance-ibrida = حضوری و آنلاین
attendance-da-remoto = از راه دور
weekday-lun = دوشنبه
weekday-mar = سه‌شنبه
weekday-mer = چهارشنبه
weekday-gio = پنجشنبه
weekday-ven = جمعه
weekday-sab = شنبه
weekday-dom = یکشنبه
cost-gratuito = رایگان
cost-contributo = مبلغ کم
cost-a-pagamento = باید پول بدهید
cost-offerta-libera = هر چقدر خواستید بدهید
cost-differito = پولش را بعداً می‌دهید، وقتی کار می‌کنید
free-for-accoglienza = اگر در مرکز پذیرش زندگی می‌کنید
free-for-protezione = اگر پناهندگی یا حمایت دارید
free-for-disoccupati = اگر کار ندارید
free-for-studenti = اگر درس می‌خوانید
free-for-minori = اگر کمتر از 18 سال دارید
free-for-donne = اگر زن هستید
free-for-disabilita = اگر معلولیت دارید
benefit-retribuzione = دستمزد
benefit-indennita = کمک‌هزینه
benefit-diaria = کمک‌هزینه روزانه
benefit-borsa = بورس تحصیلی
benefit-contributo-affitto = کمک برای اجاره
benefit-assegno-servizio-civile = پول خدمت مدنی (servizio civile)
benefit-rimborso = پس دادن هزینه‌ها
benefit-contributo = کمک مالی
per-ora = در ساعت
per-giorno = در روز
per-settimana = در هفته
per-mese = در ماه
per-anno = در سال
per-una-tantum = فقط یک بار
permit-qualsiasi = هر نوع اجازه اقامت
permit-richiesta-asilo = درخواست پناهندگی
permit-asilo = پناهندگی (وضعیت پناهنده)
permit-protezione-sussidiaria = حمایت فرعی (protezione sussidiaria)
permit-protezione-temporanea = حمایت موقت
permit-protezione-speciale = حمایت ویژه (protezione speciale)
permit-casi-speciali = موارد خاص (casi speciali)
permit-cure-mediche = درمان پزشکی
permit-minore-eta = زیر سن قانونی (کمتر از 18 سال)
permit-attesa-occupazione = در انتظار کار (attesa occupazione)
permit-lavoro = کار
permit-motivi-familiari = دلایل خانوادگی
permit-protezione-sociale = حمایت اجتماعی
permit-apolidia = بی‌تابعیتی
permit-ue-lungo-periodo = اقامت طولانی‌مدت اتحادیه اروپا
permit-studio = تحصیل
permit-state-in-corso-di-validita = تاریخش نگذشته باشد
permit-state-ricevuta-accettata = رسید هم قبول است
permit-state-che-consenta-il-lavoro = با اجازه کار
permit-state-nessun-permesso-richiesto = اجازه اقامت لازم نیست
permit-state-scaduto-ma-prorogato = حتی اگر تاریخش گذشته ولی تمدید شده باشد
gender-solo-donne = فقط زنان
gender-donne-con-bambini = زنان با کودکان
gender-misto = زنان و مردان
level-pre-a1 = pre-A1 (یاد گرفتن خواندن و نوشتن)
level-a1 = A1
level-a2 = A2
level-b1 = B1
level-b2 = B2
level-c1 = C1
level-c2 = C2
contract-tempo-determinato = قرارداد با مدت معین
contract-tempo-indeterminato = قرارداد دائمی
contract-apprendistato = قرارداد شاگردی (apprendistato)
contract-stagionale = کار فصلی
contract-somministrazione = کار از طریق شرکت کاریابی
contract-a-chiamata = کار هر وقت خبرتان کنند
contract-collaborazione = قرارداد همکاری (collaborazione)
contract-lavoro-autonomo = کار آزاد
contract-lavoro-domestico = کار در خانه‌ها
contract-tirocinio = کارآموزی (tirocinio)
contract-servizio-civile = خدمت مدنی (servizio civile)
contract-short-list = فهرست افراد برای تماس
housing-contributo-affitto = کمک برای اجاره
housing-alloggio-pubblico = خانه دولتی
housing-canone-calmierato = خانه با اجاره کم
housing-coabitazione = خانه مشترک
housing-accoglienza-in-famiglia = زندگی پیش یک خانواده
housing-sportello-casa = دفتر کمک برای خانه
act-legge = قانون
act-decreto = فرمان
act-decreto-legge = فرمان قانونی (decreto-legge)
act-circolare = بخشنامه
act-sentenza = حکم دادگاه
act-prassi = روش کار اداره‌ها
access-libero = برای همه باز است
access-su-segnalazione = با معرفی یک مرکز
access-su-appuntamento = با وقت قبلی
access-su-prenotazione = با رزرو
entry-libero = برای همه باز است
entry-su-prenotazione = با رزرو
entry-conferma-gradita = برای همه باز است، بهتر است از قبل خبر بدهید
entry-su-invito = با دعوت
part-mattina = صبح
part-pomeriggio = بعدازظهر
part-sera = شب
deadline-sempre-aperte = همیشه باز
deadline-fino-a-esaurimento-posti = تا پر شدن جاها
deadline-nessuna = بدون مهلت
document-permesso-di-soggiorno = اجازه اقامت (permesso di soggiorno)
document-ricevuta-del-permesso-di-soggiorno = رسید اجازه اقامت (ricevuta)
document-codice-fiscale = کد مالیاتی (codice fiscale)
document-documento-di-identita = مدرک شناسایی
document-passaporto = پاسپورت
document-cv = رزومه (CV)
document-lettera-di-motivazione = انگیزه‌نامه (lettera di motivazione)
document-fototessera = عکس پاسپورتی
document-isee = مدرک درآمد خانواده (ISEE)
document-tessera-sanitaria = کارت درمان (tessera sanitaria)
document-spid = هویت دیجیتال (SPID)
document-contratto-di-affitto-registrato = قرارداد اجاره ثبت‌شده
document-titolo-di-studio = مدرک تحصیلی
document-patente-b = گواهینامه رانندگی B
document-modulo-di-iscrizione = فرم ثبت‌نام
document-marca-da-bollo = تمبر مالیاتی (marca da bollo)
document-bollettino = برگه پرداخت در پست (bollettino)
document-nessuno = بدون مدرک
service-trasporto = رفت‌وآمد
service-custodia-bambini = جایی برای کودکان
service-computer = کامپیوتر
service-connessione = اینترنت
service-pasti = غذا
service-alloggio = جای خواب
service-mediazione = کمک زبانی (مترجم)
service-assicurazione = بیمه
centre-sportello = دفتر کمک
centre-centro-di-accoglienza = مرکز پذیرش
centre-centro-diurno = مرکز روزانه
centre-scuola = مدرسه
centre-biblioteca = کتابخانه
centre-servizio-sanitario = مرکز درمانی
language-it = ایتالیایی
language-en = انگلیسی
language-fr = فرانسوی
language-es = اسپانیایی
language-ar = عربی
language-bn = بنگالی
language-uk = اوکراینی
language-ur = اردو
language-fa = فارسی
language-prs = دری
language-ps = پشتو
language-ru = روسی
language-zh = چینی
language-ro = رومانیایی
language-sq = آلبانیایی
language-tr = ترکی
language-ti = تیگرینیا
language-am = امهری
language-so = سومالیایی
language-wo = ولوف
language-man = ماندینکا
language-pa = پنجابی
language-hi = هندی
language-pt = پرتغالی
language-ku = کردی
language-ff = فولا
language-bm = بامبارا

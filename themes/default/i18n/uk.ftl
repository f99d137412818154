# Texts of the interface. A language is a file like this one, with the same keys.
# Keys with an underscore belong to the interface; those with a hyphen are the words of the fields.

autonym = Українська
direction = ltr
og_locale = uk_UA

## Navigation
skip_to_content = Перейдіть до змісту
menu = Меню
board_gloss = Дошка оголошень
home = Відкрито зараз
archive = Архів
search = Пошук
languages = Мови
feed = RSS-стрічка
channel = Канал WhatsApp
channel_follow = Стежте у WhatsApp
channel_free = Безкоштовно. Ніхто не бачить вашого номера.
older = Старіші
newer = Новіші
page_of = Сторінка { $page } з { $pages }
licence = Тексти за ліцензією CC BY 4.0
run_by = Безкоштовна служба: { $names }.
never_money = Ми ніколи не просимо грошей.
report_page = Повідомте про помилку чи шахрайство
report_message = Повідомляю про помилку чи шахрайство на цій сторінці: { $address }
announce = Запропонувати оголошення
announce_lead = Ви працюєте в асоціації, центрі чи установі? Тут можна запропонувати курс, роботу, подію.
announce_languages = Форма доступна такими мовами:
correct_this = Виправити це оголошення
updated_on = Оновлено: { $date }

## Lists
home_title = Відкрито зараз
home_lead = Курси, робота, житло, права та події. Спочатку те, що закінчується раніше.
home_empty = Зараз немає нічого відкритого. Перегляньте архів або підпишіться на канал, щоб знати, коли з'явиться щось нове.
kind_empty = Зараз тут немає нічого відкритого.
list_near = У найближчі 7 днів
list_few_places = Мало місць: хто перший
list_always = Завжди: послуги, документи, новини
list_from_month = { $month } і пізніше
list_over = Уже закрито
list_undated = Без дати
near_me = Поруч зі мною
recheck = Треба перевірити ще раз
archive_lead = Те, що вже закінчилося, рік за роком. Воно залишається тут назавжди.
archive_empty = Тут поки що нічого немає.
archive_open = { $count ->
    [one] Зараз відкрито { $count } оголошення
    [few] Зараз відкрито { $count } оголошення
    [many] Зараз відкрито { $count } оголошень
   *[other] Зараз відкрито { $count } оголошення
}
archive_year = Архів { $year }
archive_count = { $count ->
    [one] { $count } оголошення
    [few] { $count } оголошення
    [many] { $count } оголошень
   *[other] { $count } оголошення
}
zone_title = { $zone }
zone_lead = Що є в { $zone }.
zone_sheet = Надрукувати плакат цього району з кодом
zones_lead = Виберіть свій район: відкриті оголошення та місця, де допомагають.
map_credit = Карта: { $source }, { $licence }
zone_items = { $count ->
    [one] { $count } оголошення
    [few] { $count } оголошення
    [many] { $count } оголошень
   *[other] { $count } оголошення
}
zone_contact_points = { $count ->
    [one] { $count } центр допомоги
    [few] { $count } центри допомоги
    [many] { $count } центрів допомоги
   *[other] { $count } центру допомоги
}
follow_title = Отримуйте новини
follow_lead = Новини приходять самі: не треба щодня повертатися сюди й не треба реєструватися.
follow_for_sites = Для тих, хто робить сайти
feed_all = Усі оголошення
feed_what = Стрічка (RSS) — це список, який оновлюється сам. Скопіюйте її адресу в програму для читання стрічок (наприклад Feeder або Thunderbird): туди приходитиме кожне нове оголошення. Це безкоштовно й без реєстрації.
calendar_title = У вашому календарі
calendar_tap = Натисніть: дати з’являться у вашому календарі й оновлюватимуться самі. За три дні до кінцевого терміну календар нагадає.
calendar_by_hand = Кнопка не працює?
calendar_what = Скопіюйте адресу в календар телефону чи комп’ютера, де написано «Підписатися» або «Додати за URL».
calendar_events = Курси та події
calendar_deadlines = Кінцеві терміни
calendar_end_unknown = Час завершення не вказано: у календарі позначено дві години.
data_title = Відкриті дані
data_what = Усі оголошення в одному файлі, для програм і таблиць. Їх можна використовувати, вказавши джерело (CC BY 4.0).
data_in_excel = Щоб відкрити файл CSV в Excel: «Дані», потім «З тексту/CSV». Виберіть крапку з комою і «Не виявляти типи даних»: тоді номери телефонів залишаться повними.

## Announcement
status_open = Відкрито
status_on = { $label }: { $date }
date_at = { $date }, до { $time }
date_hours = { $date }, { $hours }
status_enrol_by = Останній день запису
status_apply_by = Останній день заявки
status_request_by = Останній день заявки
status_book_by = Останній день бронювання
status_do_by = Останній день
status_enrol_over = Запис закінчився
status_apply_over = Приймання заявок на роботу закінчилося
status_request_over = Приймання заяв закінчилося
status_book_over = Бронювання закрито
status_next = Наступна дата
status_also = а також { $dates }
status_in_force = Початок дії
status_open_always = Відкрито: записатися можна будь-коли
status_open_hours = Відкрито: { $hours }
status_open_places = Відкрито, поки є місця
status_event_until = Останній день: { $date }
status_valid_until = Чинне, останній день: { $date }
status_open_no_end = Триває
status_recheck = Треба перевірити ще раз: запитайте, перш ніж іти
status_full = Місць немає
status_cancelled = Скасовано
status_withdrawn = Оголошення відкликано
status_closed = Закрито
status_closed_on = Завершено: { $date }
status_over_in = Завершено: { $month }
month_end = кінець місяця ({ $month })
month_start = { $month }
status_draft = Чернетка
example = Приклад
example_note = Це оголошення вигадане: воно показує, як працює дошка.
old_text = Прочитайте старе оголошення
archived_note = Воно вже було закрите, коли потрапило до архіву.
withdrawn_note = Це оголошення більше не дійсне.
withdrawn_note_subject = Відкликано лише оголошення: це не означає, що закону, дозволу чи послуги, про які в ньому йшлося, більше немає.
only_italian = Текст тільки італійською.
ask_in_language = Запитайте українською
copy_to_translate = Скопіювати для перекладу
copied = Скопійовано
see_open = Подивіться, що відкрито
machine_translated = Автоматичний переклад: якщо щось незрозуміло, правильним є італійський текст.
human_translated = Переклала людина.
reviewed_translation = Перевірила людина: { $date }.
stale_translation = Італійський текст змінився після цього перекладу.
read_original = Прочитайте італійською
days_left_today = сьогодні
days_left_tomorrow = завтра
days_left = { $days ->
    [one] залишився { $days } день
    [few] залишилося { $days } дні
    [many] залишилося { $days } днів
   *[other] залишилося { $days } дня
}
closed_since_build = Термін минув: тепер закрито.
share = Поділіться у WhatsApp
poster = Надрукуйте плакат
poster_languages = Кількома мовами
poster_strips = З відривними талончиками
code = QR-код
calendar_add = Додати до календаря
edition = Варіант
editions = Оберіть, де і коли
details = Коротко
how_to_apply = Що треба зробити
one_of_these_ways = Одним із цих способів:
what_you_find = Що на вас чекає
glossary_title = Складні слова
glossary_lead = Слова італійських установ простими словами. Перший рядок — те, що ви бачите на дверях і в бланках.
easy_title = Простою італійською
easy_lead = Відкриті оголошення короткими реченнями. Складні слова ведуть до пояснення.
ask = У кого запитати
credits = Зображення: { $credits }
organised_by = Організатор
row_hires = Хто наймає
row_answers = Відповідають
published_on = Опубліковано: { $date }
verified_on = Перевірено: { $date }
replaced_by = Нове оголошення замість цього
edition_of = Попереднє таке оголошення
newer_edition = Є нове таке оголошення

## Facts: names of the rows
row_who = Для кого
row_when = Коли
row_where = Де
row_cost = Вартість
row_deadline = Кінцевий термін
row_documents = Що потрібно
row_benefits = Що ви отримаєте
row_services = Послуги
row_certificate = Наприкінці
row_seats = Місця
row_duties = Обов'язки
row_requirements = Вимоги
no_requirements = Без особливих вимог
row_contract = Договір
row_pay = Оплата
row_goals = Цілі
row_activities = Заходи
row_duration = Тривалість
row_access = Як узяти участь
row_programme = Програма
row_entry = Вхід
row_act = Правовий акт
row_validity = Строк дії
row_force = Чинність
row_permits = Яких дозволів стосується
row_steps = Що робити
row_changes = Що змінюється
row_counts = У цифрах
row_partners = Разом із
row_funding = Фінансування
row_languages = Мови спілкування
row_accessibility = Доступність
row_warnings = Увага
row_source = Джерело
source_notes = Про джерела
row_selection = Відбір
row_attendance = Відвідування
row_level = Рівень
row_housing = Вид допомоги
row_territory = Територія

## Facts: phrases
age_between = вік: від { $min } до { $max }
age_from = вік: від { $min }
age_to = вік: до { $max } включно
level_from = італійська: щонайменше { $level }
level_to = італійська: щонайбільше { $level }
speaks = треба розмовляти: { $languages }
speaks_one_of = потрібна хоча б одна з мов: { $languages }
isee_to = ISEE (довідка про доходи сім'ї): до { $amount }
income_to = дохід: до { $amount }
residence_in = реєстрація (residenza): { $places }
digital_identity = потрібні SPID, CIE або CNS (цифрова ідентичність)
owns_no_home = не мати власного житла
permits_accepted = дозвіл на проживання: { $permits }
date_from_to = { $start } – { $end }
date_from = початок: { $start }
times_between = { $start }{"\u2060"}–{"\u2060"}{ $end }
times_from = з { $start }
hours_total = { $hours ->
    [one] усього { $hours } година
    [few] усього { $hours } години
    [many] усього { $hours } годин
   *[other] усього { $hours } години
}
weekly_hours = { $hours ->
    [one] { $hours } година на тиждень
    [few] { $hours } години на тиждень
    [many] { $hours } годин на тиждень
   *[other] { $hours } години на тиждень
}
hours_unknown = години: { $word }
pause_from_to = перерва: { $start } – { $end }
pause_on = перерва: { $when }
pause_holidays = у святкові дні занять немає
months_total = { $months ->
    [one] { $months } місяць
    [few] { $months } місяці
    [many] { $months } місяців
   *[other] { $months } місяця
}
seats_max = { $count ->
    [one] { $count } місце
    [few] { $count } місця
    [many] { $count } місць
   *[other] { $count } місця
}
seats_between = кількість місць: від { $min } до { $max }
money = { $amount } €
money_between = від { $min } до { $max }
money_per = { $amount } { $per }
money_up_to = до { $amount }
gross = до вирахування податків
net = після вирахування податків
to_company = для підприємства
to_family = для сім'ї
cost_reason = { $amount } ({ $reason })
cost_optional = не обов'язково
name_and_value = { $name }: { $value }
aid = Пільги або допомога: { $aid }
state_fees = Державні збори
renewable = можна продовжити
agreement = колективний договір: { $agreement }
grade = рівень { $grade }
one_of = один із цих документів: { $documents }
stage_hours = години практики: { $hours }
force_from = початок: { $date }
force_until = останній день: { $date }
act_of = { $act } № { $number }, { $date }
extended_from = Продовжено, раніше було: { $date }
opens_on = Початок подання заявок: { $date }
percentage = { $number } % витрат
homes = { $count ->
    [one] { $count } помешкання
    [few] { $count } помешкання
    [many] { $count } помешкань
   *[other] { $count } помешкання
}
registered_lease = потрібен зареєстрований договір оренди
was = Раніше: { $value }
is_now = Тепер: { $value }
count_of = { $item }: { $number }
subject_line = тема листа: «{ $subject }»
attach = додайте: { $documents }
referred_by = направлення від: { $services }

## Answers in one line
who_age_from = від { $min } років
who_level_from = італійська від { $level }
who_no_italian = навіть якщо ви не знаєте італійської
who_no_permit = можна й без дозволу на проживання
who_permit = з дозволом на проживання
who_receipt = з дозволом на проживання або квитанцією
who_permit_work = з документом, який дозволяє працювати
who_permit_of = лише з дозволом на проживання: { $permits }
and_others = { $names } і ще { $count }
who_by_group = залежить від групи
period = { $start } – { $end }
groups_count = групи: { $count }
groups_next = групи: { $count }; наступна: { $group }
places_count = місця проведення: { $count }
money_price = коштує { $amount }
money_instalments = { $amount } ({ $count ->
    [one] { $count } платіж
    [few] { $count } платежі
   *[other] { $count } платежів
} по { $each })
money_free = безкоштовно
money_optional = безкоштовно, або { $amount } за бажанням
money_free_for_some = { $amount }, для деяких безкоштовно
money_less_for_some = { $amount }, для деяких менше
money_wage = вам платять { $amount }
money_grant = ви отримаєте { $amount }
money_request_free = подати заяву можна безкоштовно
money_plus_fees = { $price }, плюс { $fees } державі
languages_named = мови: { $languages }
we_speak = ми розмовляємо цими мовами: { $languages }
money_free_if = безкоштовно, { $who }; інакше { $amount }
free_for_isee = якщо ISEE до { $amount }
way_come = Приходьте
way_or = або: { $way }
colon = {": "}

## Actions
action_form = Запишіться
action_apply = Подайте заявку
action_request = Подайте заявку
action_book = Забронюйте
action_wait = Запишіться до списку очікування
action_call = Зателефонуйте
action_whatsapp = Напишіть у WhatsApp
action_email = Напишіть електронний лист
action_site = Перейдіть на сайт
channel_by_hand = Прийдіть особисто
channel_registered = Надішліть рекомендований лист (raccomandata)
channel_pec = Напишіть через PEC (сертифікована електронна пошта)
channel_first_lesson = Прийдіть на перше заняття
channel_referral = Попросіть службу направити вас
channel_none = Записуватися не треба
channel_email_line = Напишіть на { $email }
channel_telephone_line = Зателефонуйте: { $telephone }
channel_whatsapp_line = Напишіть у WhatsApp: { $telephone }
channel_form_line = Заповніть форму
open_form = Відкрийте анкету
channel_platform_line = Подайте заявку на платформі
message_enrol = Добрий день, я хочу записатися на «{ $title }». Мене звати …
message_apply = Добрий день, я хочу подати заявку на «{ $title }». Мене звати …
message_request = Добрий день, я хочу подати заяву на «{ $title }». Мене звати …
message_book = Добрий день, я хочу забронювати місце на «{ $title }». Мене звати …
message_wait = Добрий день, я хочу записатися до списку очікування на «{ $title }». Мене звати …
message_ask = Добрий день, я хочу дізнатися про «{ $title }». Мене звати …
message_ready = Повідомлення вже написане італійською. Воно означає: «{ $text }»
answers_now = Зараз відповідають
answers_later = Відповідатимуть: { $moment }

## Contact points
hours_closed = зачинено
hours_open = відчинено { $hours }
hours_holiday = зачинено: свято
suspended_until = Роботу призупинено до { $date } включно
verification_missing = Понад рік цього ніхто не перевіряв: запитайте, перш ніж іти.
verification_never = Ці дані ще ніхто не перевіряв: запитайте, перш ніж іти.
contact_points_title = Центри допомоги
contact_points_lead = Установи, центри та школи, де вам допоможе людина. Подивіться мови й години роботи.
contact_points_empty = Тут поки що немає жодного центру.
contact_points_elsewhere = В інших місцях
contact_points_count = Центрів: { $count }
contact_point_needs = Тут вам допоможуть з
hours_title = Години роботи
hours_notices = Дні, які відрізняються
hours_unknown_here = Ми не знаємо годин роботи: запитайте, перш ніж іти.
how_to_get_there = Як дістатися
contact_point_announcements = Що тут є зараз
contact_point_elsewhere = Від тієї самої організації
contact_point_run_by = Хто цим керує
contacts_of_organisation = Це контакти організації.
contact_point_of_item = Години роботи й контакти цього місця
save_contact = Зберегти контакт
save_contacts = Зберегти всі контакти
filter_need = Що вам потрібно
filter_open_now = Відчинені зараз
open_always = Зараз відчинено
open_until = Зараз відчинено, до { $time }
open_some = Зараз відчинено, але не для всіх: подивіться години роботи
open_appointment = Лише за записом: спочатку запитайте
closed_now = Зараз зачинено
opens_at = Зараз зачинено. Відчиниться: { $moment }
opens_appointment = Зараз зачинено. За записом: { $moment }
filters = Вибрати за потребою, мовою та районом

## Organisations
org_title = Хто публікує
org_lead = Організації, які публікують на цій дошці: хто вони, що відкрито зараз, що ми перевірили.
org_empty = Поки що немає жодної організації.
org_with_open = Мають щось відкрите зараз
org_others = Інші
org_open_count = відкрито зараз: { $count }
org_not_verified = ще не перевірено
org_checked_on = перевірено: { $date }
org_example_note = Ця організація вигадана: вона показує, як працює дошка.
org_withdrawn = Ця організація більше не публікує на цій дошці.
org_in_network = Входить до мережі цієї дошки.
org_inclusion = Що робить для інтеграції
org_tax_code = Італійський податковий код
org_register = Публічний реєстр
org_desks = Її центри допомоги
org_nothing_open = Зараз у неї немає нічого відкритого.
org_before = Попередні оголошення, вже закриті: { $count }
org_verification = Що ми перевірили
org_last_check = Остання перевірка: { $date }.
org_checked_by = Хто перевірив
org_check_is_old = Минуло більше року: щось могло змінитися.
org_never_checked = Ми ще не перевірили цю організацію.
org_checked = Ми перевірили:
org_not_checked = Ми не перевірили:
org_not_each = кожне окреме оголошення: читайте уважно й запитайте, перш ніж записатися чи їхати
org_not_certificate = Це не сертифікат. Якщо у вас просять гроші або щось викликає сумнів, зупиніться й напишіть нам.
org_charter = Прийняла хартію тих, хто публікує: { $date }.
org_read_charter = Прочитати хартію
org_join = Працюєте в організації, яка хоче публікувати тут? Представте її.

## Search
search_title = Пошук
search_lead = Напишіть слово: професію, район, документ.
search_label = Що ви шукаєте?
search_button = Шукайте
search_results = { $count ->
    [0] Нічого не знайдено
    [one] { $count } результат
    [few] { $count } результати
    [many] { $count } результатів
   *[other] { $count } результату
}
search_without_script = Для пошуку потрібен JavaScript. Без нього можна переглянути все звідси:
search_all = Усе
search_only_open = Лише відкриті
search_sort = Порядок
search_sort_relevance = Найближчі до слова
search_sort_deadline = Спочатку те, що закінчується раніше
search_filter_kind = Тип
search_filter_status = Стан
search_filter_zone = Район
search_filter_organisation = Організація
search_filter_year = Рік
search_failed = Пошук зараз не працює. Можна переглянути списки.
search_filters = Фільтри
search_instead = Немає нічого зі словом «{ $asked }». Може, ви шукали «{ $word }».
search_meant = Також шукали:
search_loose = Немає нічого відкритого з усіма цими словами. У цих оголошеннях є деякі з них.
search_nothing_open = Зараз немає нічого відкритого за запитом «{ $words }».
search_try = Спробуйте:
search_ask = Не знаходите те, що потрібно? Запитайте нас.
search_unfiltered = Приберіть фільтри: без них результатів { $count }.
filter_me_lead = Виберіть те, що вас стосується: залишиться те, у чому ви можете взяти участь. Адреса сторінки зберігає вибір.
filter_free = Безкоштовно
filter_online = Онлайн
filter_women = Лише для жінок
filter_level = Ваша італійська
filter_age = Ваш вік
filter_permit = Ваш дозвіл
filter_permit_none = без дозволу
filter_language = Мова спілкування
filter_clear = Прибрати фільтри
open_map = Відкрити карту
map = карта
listen = Слухати
listen_stop = Зупинити голос
voice_message = Голосове повідомлення, { $size }
offline_title = Немає мережі
offline_lead = Цієї сторінки немає на вашому телефоні.
offline_kept = Ці сторінки збережено:
offline_call = Щоб зателефонувати, інтернет не потрібен.
offline_saved = Немає мережі: цю сторінку збережено { $date }. Перш ніж іти, зателефонуйте.
results_italian = Також італійською
search_more = Показати ще
search_over = Подивіться серед закритих
search_maybe = Можливо: запитайте
search_maybe_lead = У цих оголошеннях не сказано, чи потрібен дозвіл на проживання. Запитайте, перш ніж іти.

## Чи можу я піти?
can_go_title = Чи можу я піти?
can_go_lead = Дайте відповідь на кілька запитань: ми скажемо, куди ви можете піти. Можна пропустити те, про що не хочете говорити.
can_go_private = Відповіді залишаються на цьому телефоні. Їх ніхто не бачить.
can_go_held = Чи є у вас дозвіл на проживання?
can_go_held_valid = Так, і він чинний
can_go_held_receipt = Маю лише квитанцію
can_go_held_expired = Він прострочений
can_go_held_none = Ні
can_go_permit = Який дозвіл?
can_go_age = Скільки вам років?
can_go_italian = Наскільки ви знаєте італійську?
can_go_italian_none = зовсім не знаю або майже
can_go_italian_a1 = можу назватися, кілька слів
can_go_italian_a2 = прості щоденні фрази
can_go_italian_b1 = майже завжди розумію й говорю
can_go_italian_b2 = добре говорю на багато тем
can_go_italian_c1 = говорю дуже добре
can_go_home = Де ви живете?
can_go_elsewhere = в іншому місці
can_go_sex = Ви жінка чи чоловік?
can_go_woman = жінка
can_go_man = чоловік
can_go_skip = не скажу
can_go_show = Подивіться, куди можна піти
can_go_forget = Видалити мої відповіді
can_go_forgotten = Ваші відповіді видалено.
can_go_share = Надіслати ці відповіді у WhatsApp
can_go_share_note = Хто відкриє повідомлення, побачить відповіді. На його телефоні вони залишаться, лише якщо він цього захоче.
can_go_yes = Так, ви можете піти
can_go_ask = Можливо: запитайте
can_go_no = Ні, потрібно:
can_go_no_title = Ні, це вам не підходить
can_go_change = Змінити відповіді
can_go_failed = Зараз ми не можемо відповісти. Перегляньте списки.
can_go_without_script = Для запитань потрібен JavaScript. Без нього перегляньте списки: у кожному оголошенні написано, для кого воно.
asks_permit_unknown = не написано, чи потрібен дозвіл
asks_age_unknown = вік: не вказано
asks_woman = бути жінкою
asks_children = прийти з дітьми
asks_residence = реєстрація (residenza): прочитайте, де
asks_languages = мови, якими треба говорити
asks_job = вимоги до роботи
asks_qualification = документ про освіту
asks_licence = водійські права
asks_employment = ваша ситуація з роботою
asks_means = ISEE або дохід
asks_reception = центр прийому
asks_household = хто є у вашій родині
asks_referral = хтось, хто вас скерує або запросить
asks_other = інші умови: прочитайте їх
asks_in_words = прочитайте, для кого це
asks_unknown = не написано, для кого це
asks_permit = чинний дозвіл на проживання
asks_permit_or_receipt = дозвіл на проживання або квитанція
asks_permit_to_work = документ, який дозволяє працювати
asks_renewal_receipt = потрібна квитанція про продовження

## Що вам потрібно?
help_title = Що вам потрібно?
help_lead = Оберіть щось одне. Ви дізнаєтеся, хто може допомогти, якими мовами, і куди телефонувати.
help_urgent = Це терміново? Телефонуйте зараз
help_need_title = { $need }: до кого звернутися
help_spoken = Тут говорять українською
help_none_spoken = Ми не знаємо консультаційного центру, де з цим допомагають українською.
help_no_desk = Ми ще не знаємо центру допомоги для цього.
help_next_best = Можна запитати й тут: говорять українською
help_others = Тут говорять іншими мовами
help_language_unknown = мови не вказано
help_all_desks = Усі центри допомоги
help_announcements = Відкриті оголошення
help_rest = Дивіться інші
help_interpreters_title = Ніхто не говорить вашою мовою?
help_interpreters_languages = { $count ->
    [one] Відповідають { $count } мовою.
   *[other] Відповідають { $count } мовами.
}
help_request_title = Запитайте нас
help_request_lead = Повідомлення вже написано. Додайте, чого бракує, і надішліть.
help_request_both = Воно мовою тих, хто його читає, і вашою.
help_request_need = Мені потрібна допомога: { $need }
help_request_language = Я розмовляю: { $language }
help_request_details = Мені потрібно
help_request_sms = Надішліть SMS
help_near = Де ви?
help_anywhere = Будь-де
help_near_note = Ваш вибір залишається на цьому телефоні. Щоб видалити його, оберіть «Будь-де».

## Page that is not there
not_found_title = Такої сторінки немає
not_found_lead = Можливо, адресу написано з помилкою. Адреси оголошень ніколи не змінюються: спробуйте знайти їх через пошук.

## Paper
scan_code = Відскануйте код
scan_or_write = або введіть цю адресу:
poster_apply_by = Останній день
poster_take_down = Зняти після { $date }
print_title = Друк
print_lead = Плакати й аркуші, готові до друку, також чорно-білого.
print_empty = Сьогодні немає нічого відкритого для друку.
print_channel = Плакат каналу
print_all = Усі плакати (A4)
print_items = По одному
print_items_lead = Кожен плакат – одна сторінка A4.
print_choose_lead = Позначте потрібні оголошення: вони стануть одним файлом для друку.
print_choose_paper = Як друкувати
print_choose_all = Усі оголошення
print_choose_make = Підготувати файл
print_choose_open = Відкрити файл
print_choose_working = Готуємо
print_choose_none = Позначте хоча б одне оголошення й одну мову.
print_choose_failed = Не вдалося прочитати плакати: потрібна мережа. Спробуйте ще раз або відкрийте їх по одному.
print_item = Оголошення
print_more = Інші мови та повідомлення
print_messages = Повідомлення двома мовами
print_sheets = { $count ->
    [one] { $count } аркуш
    [few] { $count } аркуші
    [many] { $count } аркушів
   *[other] { $count } аркуша
}
print_by_language = Однією мовою
print_by_language_lead = Один файл з усім, що відкрито: перелік, потім плакати.
print_by_centre = Для центру
print_by_centre_lead = Італійською та мовами людей, які там живуть або бувають.
print_place = Постійний аркуш для цього місця
print_contact_points_lead = Щоб повісити або роздати: хто допомагає, якими мовами, коли, телефон.
print_contact_points_all = Усі центри
print_contact_points_each = Плакат для кожного центру
print_zones = Плакат для кожного району
print_zones_lead = Код відкриває те, що відкрито в цьому районі: плакат дійсний завжди.
handout_title = Аркуш для людини
handout_lead = Вибрані вами оголошення мовою людини, яка їх отримає, та італійською, рядок за рядком. Вибір залишається на цьому пристрої.
handout_tick = На аркуш
handout_reader = Мова людини, яка його отримає
handout_print = Надрукувати аркуш
handout_send = Надіслати у WhatsApp
handout_copy = Скопіювати текст
handout_shortened = Текст був задовгий для WhatsApp, тому ми його скоротили. «Скопіювати текст» копіює його повністю.
handout_link = Скопіювати адресу аркуша
handout_empty = Аркуш порожній. У списках позначте «На аркуш» біля потрібних оголошень.
handout_gone = Це оголошення вже закрите
handout_failed = Не вдалося прочитати оголошення: потрібна мережа. Спробуйте ще раз
handout_remove = Прибрати з аркуша
handout_clear = Очистити аркуш
handout_no_script = Без JavaScript аркуш тут не складається: друкуйте плакати по одному. Хто має дошку на комп’ютері, робить його командою:
print_change_title = Зміни за тиждень
print_change_lead = Що зняти зі стіни, а що повісити: список, а потім нові плакати.
print_change_period = Період: { $from } – { $to }
print_change_down = Зніміть ці
print_change_up = Повісьте ці
print_change_find = На плакаті є адреса, яка закінчується так, як тут.
print_change_replaced = Змінено: зніміть старий аркуш і повісьте новий
print_change_nothing_down = Цими днями знімати нічого не треба.
print_change_nothing_up = Цими днями нового вішати нічого.
print_near = Центри поблизу
place_title = Дошка оголошень: { $place }
place_open = Усе, що відкрито зараз: курси, робота, житло, документи
zone_open = Курси, робота, житло, допомога: що зараз відкрито в цьому районі
print_one = Один на аркуші
print_four = Чотири на аркуші
print_pack_title = Відкриті оголошення
print_week_title = Відкрито зараз
print_soon = Скоро закінчиться
print_next = Пізніше
print_always = Завжди відкрито
print_updated = Оновлено { $date }
print_open = { $count ->
    [one] { $count } відкрите оголошення
    [few] { $count } відкриті оголошення
    [many] { $count } відкритих оголошень
   *[other] { $count } відкритого оголошення
}
channel_title = Стеж за дошкою у WhatsApp
channel_lead = Курси, робота, житло, права, події. { $free }
channel_step_1 = Наведи камеру на код.
channel_step_2 = Торкнись посилання: відкриється WhatsApp.
channel_step_3 = Торкнись «Стежити» вгорі.
channel_step_4 = Торкнись дзвіночка, щоб отримувати сповіщення.
channel_named = Канал { $name }
channel_named_follow = Стежте у { $name }
channel_named_title = Стеж за дошкою у { $name }
channel_named_free = Безкоштовно.
channel_named_open = Торкнись посилання: відкриється { $name }.
channel_named_scan = Відкрий { $name } і наведи камеру на код.
channel_named_search = У { $name } знайди { $id }.
channel_named_join = Торкнись кнопки, щоб підписатися.
last_days = Останні дні
notice_extended = Термін продовжено: { $now } (було: { $before })
notice_deadline = Змінився термін: { $now } (було: { $before })
notice_date = Змінилася дата: { $now } (було: { $before })
notice_hours = Змінився час: { $now } (було: { $before })
notice_place = Змінилося місце: { $now } (було: { $before })
notice_new = { $what }: { $now }
notice_no_more = Більше не дійсне: { $before }
closes_today = Закінчується сьогодні
closes_tomorrow = Закінчується завтра
happens_today = Це сьогодні
happens_tomorrow = Це завтра
reopened = Знову відкрито
corrected = Виправлення: дані змінилися
digest_title = Можливості цього тижня
digest_more = Усе, що відкрито
digest_stop = Ви отримуєте цей лист щотижня, бо самі про нього попросили. Більше не хочете? Відповідайте «стоп».
link_in_bio = Посилання в описі профілю
spoken_intro = Ось оголошення для вас.
spoken_site = Усе є на сайті
spoken_dot = крапка
spoken_dash = дефіс
spoken_at = ет
spoken_euro = євро
spoken_to = до
spoken_and = і
spoken_cents = центів
spoken_comma = кома
spoken_plus = плюс
spoken_days = { $start } – { $end }
spoken_hours = з { $start } до { $end }
invite_title = Запрошую тебе на канал { $board }!
invite_how = Як?
invite_step_1 = Збережи номер, з якого прийшло це повідомлення
invite_step_2 = Торкнись посилання й приєднайся до каналу
invite_who = Для кого?
invite_who_people = Мігранти, біженці та шукачі притулку, яким потрібні можливості та інформація
invite_who_workers = Соціальні працівники й усі, хто працює для інтеграції
invite_what = Що там є?
invite_what_work = Робота й навчання
invite_what_home = Житло
invite_what_law = Процедури й нові закони
invite_what_news = Корисні новини
invite_info = Для довідок або щоб запропонувати оголошення
invite_share = Поділися з тими, кому це цікаво!
welcome = Вітаємо! Тут безкоштовні курси, робота, житло, права й події.
business_greeting = Вітаємо! Це { $board }. Напишіть своєю мовою, що ви шукаєте: вам відповість людина.
business_away = Зараз ми не можемо відповісти, але ваше повідомлення надійшло. Напишемо вам, щойно повернемося.
business_urgent = Якщо не можете чекати, телефонуйте:
business_about = Безкоштовні курси, робота, житло, права та події — вашою мовою.
business_deadline_header = Термін скоро закінчиться
business_deadline = Вітаємо, { $name }! Ми розповідали вам про «{ $title }». Останній день — { $date }. Якщо потрібна допомога, дайте відповідь на це повідомлення.
business_place_header = Звільнилося місце
business_place = Вітаємо, { $name }! Звільнилося місце: «{ $title }». Якщо воно вам ще потрібне, напишіть у відповідь ТАК. Останній день — { $date }. Потім запропонуємо його іншій людині.
business_appointment_header = Ваша зустріч
business_appointment = Вітаємо, { $name }! Чекаємо на вас: { $date }, о { $hour }, тут: { $place }. Якщо не можете прийти, дайте відповідь на це повідомлення: знайдемо інший день.

## Messages

## Honesty
fact-non-previsto = не передбачено
fact-non-indicato = у джерелі не вказано
fact-da-chiedere = треба запитати
enrolment-non-previsto = записуватися не треба
certificate-non-previsto = без сертифіката

## Kinds
kind-formazione = Курс
kind-lavoro = Робота
kind-abitare = Житло
kind-normativa = Документи і закони
kind-notizia = Новина
kind-progetto = Послуга
kind-evento = Подія
kinds-formazione = Курси
kinds-lavoro = Робота
kinds-abitare = Житло
kinds-normativa = Документи і закони
kinds-notizia = Новини
kinds-progetto = Послуги
kinds-evento = Події
kind-formazione-lead = Курси італійської, курси професій, стипендії.
kind-lavoro-lead = Вакансії, стажування, громадянська служба.
kind-abitare-lead = Помешкання, допомога на оренду, допомога в пошуку житла.
kind-normativa-lead = Закони та процедури, що змінюються: дозволи, документи, права.
kind-notizia-lead = Корисні новини для тих, хто тут живе.
kind-progetto-lead = Нові проєкти та послуги на цій території.
kind-evento-lead = Зустрічі, свята, дні відкритих дверей.

## Words of the fields
attendance-in-presenza = очно
attendance-online = онлайн
attendance-ibrida = очно та онлайн
attendance-da-remoto = дистанційно
weekday-lun = понеділок
weekday-mar = вівторок
weekday-mer = середа
weekday-gio = четвер
weekday-ven = п'ятниця
weekday-sab = субота
weekday-dom = неділя
cost-gratuito = безкоштовно
cost-contributo = невеликий внесок
cost-a-pagamento = платно
cost-offerta-libera = внесок за бажанням
cost-differito = ви платите пізніше, коли працюєте
free-for-accoglienza = якщо ви живете в центрі прийому
free-for-protezione = якщо ви маєте притулок або захист
free-for-disoccupati = якщо ви не маєте роботи
free-for-studenti = якщо ви навчаєтеся
free-for-minori = якщо вам менше 18 років
free-for-donne = якщо ви жінка
free-for-disabilita = якщо ви маєте інвалідність
benefit-retribuzione = заробітна плата
benefit-indennita = грошова допомога
benefit-diaria = добові
benefit-borsa = стипендія
benefit-contributo-affitto = допомога на оренду
benefit-assegno-servizio-civile = виплата за громадянську службу
benefit-rimborso = відшкодування витрат
benefit-contributo = фінансова підтримка
benefit-buono = талон на покупки
benefit-alloggio = житло
per-ora = за годину
per-giorno = на день
per-settimana = на тиждень
per-mese = на місяць
per-anno = на рік
per-una-tantum = один раз
permit-qualsiasi = будь-який дозвіл
permit-richiesta-asilo = запит про притулок
permit-asilo = притулок (статус біженця)
permit-protezione-sussidiaria = додатковий захист
permit-protezione-temporanea = тимчасовий захист
permit-protezione-speciale = спеціальний захист
permit-casi-speciali = особливі випадки
permit-cure-mediche = лікування
permit-minore-eta = неповнолітня особа (до 18 років)
permit-attesa-occupazione = очікування працевлаштування
permit-lavoro = робота
permit-motivi-familiari = сімейні причини
permit-protezione-sociale = соціальний захист
permit-apolidia = особа без громадянства
permit-ue-lungo-periodo = довгостроковий резидент ЄС
permit-ue-lungo-periodo-per-protezione-internazionale = довгостроковий резидент ЄС з міжнародним захистом
permit-studio = навчання
permit-state-in-corso-di-validita = чинний
permit-state-ricevuta-accettata = підійде й квитанція
permit-state-che-consenta-il-lavoro = який дозволяє працювати
permit-state-nessun-permesso-richiesto = дозвіл на проживання не потрібен
permit-state-scaduto-ma-prorogato = навіть прострочений, якщо його продовжено
gender-solo-donne = лише жінки
gender-donne-con-bambini = жінки з дітьми
gender-misto = жінки та чоловіки
gender-donne-uomini-e-bambini = жінки, чоловіки та діти
level-pre-a1 = pre-A1 (вчитися читати й писати)
level-a1 = A1
level-a2 = A2
level-b1 = B1
level-b2 = B2
level-c1 = C1
level-c2 = C2
contract-tempo-determinato = строковий договір
contract-tempo-indeterminato = безстроковий договір
contract-apprendistato = договір учнівства (apprendistato)
contract-stagionale = сезонна робота
contract-somministrazione = робота через агентство
contract-a-chiamata = робота за викликом
contract-collaborazione = договір про співпрацю
contract-lavoro-autonomo = самозайнятість
contract-lavoro-domestico = домашня праця
contract-tirocinio = стажування (tirocinio)
contract-servizio-civile = громадянська служба (servizio civile)
contract-short-list = список людей для виклику
contract-prestazione-occasionale = разова робота (prestazione occasionale)
contract-volontariato = волонтерство, без оплати
housing-contributo-affitto = допомога на оренду
housing-alloggio-pubblico = соціальне житло
housing-canone-calmierato = житло з низькою орендною платою
housing-coabitazione = спільне житло
housing-accoglienza-in-famiglia = проживання в сім'ї
housing-sportello-casa = консультації щодо житла
housing-stanza = кімната
housing-alloggio-temporaneo = тимчасове житло
housing-garanzia-affitto = застава за оренду
training-corso = курс
training-borsa-di-studio = стипендія на навчання
act-legge = закон
act-decreto = декрет
act-decreto-legge = декрет-закон
act-decreto-legislativo = законодавчий декрет
act-dpr = декрет Президента Республіки
act-regolamento = регламент
act-direttiva = директива
act-decisione = рішення
act-circolare = циркуляр
act-sentenza = рішення суду
act-prassi = практика установ
access-libero = без запису
access-su-segnalazione = за направленням служби
access-su-appuntamento = за домовленістю
access-su-prenotazione = за попереднім записом
entry-libero = вільний
entry-su-prenotazione = за попереднім записом
entry-conferma-gradita = вільний, краще підтвердити участь
entry-su-invito = за запрошенням
part-mattina = ранок
part-pomeriggio = після обіду
part-sera = вечір
deadline-sempre-aperte = завжди відкрито
deadline-fino-a-esaurimento-posti = поки є місця
deadline-nessuna = без кінцевого терміну
document-permesso-di-soggiorno = дозвіл на проживання
document-ricevuta-del-permesso-di-soggiorno = квитанція на дозвіл на проживання
document-codice-fiscale = податковий код (codice fiscale)
document-documento-di-identita = документ, що посвідчує особу
document-passaporto = паспорт
document-cv = резюме (CV)
document-lettera-di-motivazione = мотиваційний лист
document-fototessera = фото на документи
document-isee = ISEE (довідка про доходи сім'ї)
document-tessera-sanitaria = медична картка (tessera sanitaria)
document-spid = SPID (цифрова ідентичність)
document-contratto-di-affitto-registrato = зареєстрований договір оренди
document-titolo-di-studio = документ про освіту
document-patente-b = водійські права B
document-modulo-di-iscrizione = бланк запису
document-marca-da-bollo = гербова марка (marca da bollo)
document-bollettino = поштова платіжна квитанція (bollettino)
document-nessuno = документи не потрібні
service-trasporto = транспорт
service-custodia-bambini = дитяча кімната
service-computer = комп'ютер
service-connessione = доступ до інтернету
service-pasti = харчування
service-alloggio = проживання
service-mediazione = мовне посередництво
service-assicurazione = страхування
centre-sportello = консультаційний центр
centre-centro-di-accoglienza = центр прийому
centre-centro-diurno = денний центр
centre-scuola = школа
centre-biblioteca = бібліотека
centre-servizio-sanitario = медична служба
centre-patronato = патронат (соціальна допомога)
centre-centro-antiviolenza = центр проти насильства
centre-mensa = їдальня
centre-centro-per-l-impiego = центр зайнятості
organisation-ente-pubblico = державна установа
organisation-ets = неприбуткова організація (ETS)
organisation-cooperativa-sociale = соціальний кооператив
organisation-associazione = асоціація
organisation-ong = неурядова організація
organisation-agenzia-onu = агенція ООН
organisation-scuola = школа
organisation-universita = університет
organisation-ente-di-formazione = навчальний центр
organisation-sindacato = профспілка
organisation-patronato = патронат (соціальна допомога)
organisation-agenzia-per-il-lavoro = агенція зайнятості
organisation-azienda = компанія
organisation-ente-religioso = релігійна організація
organisation-fondazione = фонд
verification-registro = запис у публічному реєстрі (RUNTS або IPA)
verification-richiamata = телефон: дзвінок на номер, знайдений в іншому місці
verification-scopo = мета: що вона робить і для кого
verification-nessun-costo = витрати: кандидати не повинні нічого платити
verification-carta = хартія тих, хто публікує: з тим, хто її прийняв
need-documenti = Документи
need-chiedere-asilo = Просити притулку
need-avvocato = Адвокат
need-dove-dormire = Де переночувати
need-casa = Житло
need-mangiare-e-lavarsi = Їжа та душ
need-salute = Здоров'я
need-italiano = Вивчати італійську
need-lavoro = Робота
need-figli-e-scuola = Діти та школа
need-violenza = Насильство
need-altro = Інше
emergency-emergenza = Поліція, швидка, пожежники
emergency-violenza = Насильство та переслідування
emergency-bambini = Діти й підлітки в небезпеці
emergency-tratta = Торгівля людьми та експлуатація
emergency-suicidio = Думки про самоушкодження
language-it = італійська
language-en = англійська
language-fr = французька
language-es = іспанська
language-ar = арабська
language-bn = бенгальська
language-uk = українська
language-ur = урду
language-fa = фарсі
language-prs = дарі
language-ps = пушту
language-ru = російська
language-zh = китайська
language-ro = румунська
language-sq = албанська
language-tr = турецька
language-ti = тигринья
language-am = амхарська
language-so = сомалійська
language-wo = волоф
language-man = мандінка
language-pa = панджабі
language-hi = гінді
language-pt = португальська
language-ku = курдська
language-ff = фула
language-bm = бамбара

## The board in figures
figures_title = Дошка в цифрах
figures_lead = Скільки оголошень, про що і коли: підрахунок за { $day }. Ми не рахуємо, хто читає.
figures_all = Усі
figures_kinds = За видом
figures_zones = За районом
figures_no_zone = Усюди, онлайн або деінде
figures_others = Інші: { $count }
figures_months = Місяць за місяцем
figures_years = Рік за роком
figures_published = Опубліковано
figures_days = Дні на рішення
figures_days_median = Від публікації до останнього дня в половини оголошень днів щонайменше: { $days }.
figures_days_enough = Тиждень або більше: { $enough } з { $count }.
figures_languages = Відкриті оголошення кожною мовою
figures_languages_note = Відкритих оголошень: { $count }. Дати, місця й ціни є всіма мовами; тут ми рахуємо ті, що мають і текст.
figures_announcements = Оголошення
figures_number = Кількість
figures_desks_current = Перевірено за останні три місяці
figures_desks_unverified = Перевірено понад рік тому або ніколи
figures_weeks = Дописи, тиждень за тижнем
figures_week = Від { $day }
figures_posts = Дописи
figures_plan = { $channel }: у середньому оголошень на тиждень: { $average }. За планом { $planned }: це лінія на смугах.
figures_followers = Люди, які стежать за каналом
figures_followers_curve = Кількість людей, які стежать за каналом, у часі. Числа є в таблиці.
figures_day = День
figures_reactions = Реакції
figures_empty = Поки що нема чого рахувати.
figures_data = Ті самі цифри, усі, як дані

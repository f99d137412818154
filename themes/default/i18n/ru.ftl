# Testi dell'interfaccia. Una lingua è un file come questo, con le stesse chiavi.
# Le chiavi con il trattino basso sono dell'interfaccia; quelle con il trattino sono le parole dei campi.

autonym = Русский
direction = ltr
og_locale = ru_RU

## Navigazione
skip_to_content = Перейдите к тексту
menu = Меню
board_gloss = Доска объявлений
home = Открыто сейчас
archive = Архив
search = Поиск
languages = Языки
feed = RSS-лента
channel = Канал WhatsApp
channel_follow = Следите в WhatsApp
channel_free = Бесплатно. Никто не видит ваш номер.
older = Более старые
newer = Более новые
page_of = Страница { $page } из { $pages }
licence = Тексты по лицензии CC BY 4.0
run_by = Бесплатная служба: { $names }.
never_money = Мы никогда не просим денег.
report_page = Сообщите об ошибке или обмане
report_message = Сообщаю об ошибке или обмане на этой странице: { $address }
announce = Предложить объявление
announce_lead = Вы работаете в ассоциации, центре или учреждении? Здесь можно предложить курс, работу, событие.
announce_languages = Форма доступна на этих языках:
correct_this = Исправить это объявление
updated_on = Обновлено: { $date }

## Elenchi
home_title = Открыто сейчас
home_lead = Курсы, работа, жильё, права и события. Сначала то, что заканчивается раньше.
home_empty = Сейчас нет ничего открытого. Посмотрите в архиве или подпишитесь на канал, чтобы узнать, когда появится новое.
kind_empty = Сейчас здесь нет ничего открытого.
list_near = В ближайшие 7 дней
list_few_places = Мало мест: кто первый
list_always = Всегда: услуги, документы, новости
list_from_month = { $month } и позже
list_over = Уже закрыто
list_undated = Без даты
near_me = Рядом со мной
recheck = Нужно проверить ещё раз
archive_lead = То, что уже закончилось, год за годом. Оно остаётся здесь навсегда.
archive_empty = Здесь пока ничего нет.
archive_open = { $count ->
    [one] Сейчас открыто { $count } объявление
    [few] Сейчас открыто { $count } объявления
    [many] Сейчас открыто { $count } объявлений
   *[other] Сейчас открыто { $count } объявления
}
archive_year = Архив { $year }
archive_count = { $count ->
    [one] { $count } объявление
    [few] { $count } объявления
    [many] { $count } объявлений
   *[other] { $count } объявления
}
zone_title = { $zone }
zone_lead = Что есть в { $zone }.
zone_sheet = Распечатать плакат этого района с кодом
zones_lead = Выберите свой район: открытые объявления и места, где помогают.
map_credit = Карта: { $source }, { $licence }
zone_items = { $count ->
    [one] { $count } объявление
    [few] { $count } объявления
    [many] { $count } объявлений
   *[other] { $count } объявления
}
zone_contact_points = { $count ->
    [one] { $count } центр помощи
    [few] { $count } центра помощи
    [many] { $count } центров помощи
   *[other] { $count } центра помощи
}
follow_title = Получайте новости
follow_lead = Новости приходят сами: не нужно каждый день возвращаться сюда и не нужно регистрироваться.
follow_for_sites = Для тех, кто делает сайты
feed_all = Все объявления
feed_what = Лента (RSS) — это список, который обновляется сам. Скопируйте её адрес в программу для чтения лент (например Feeder или Thunderbird): туда будет приходить каждое новое объявление. Это бесплатно и без регистрации.
calendar_title = В вашем календаре
calendar_tap = Нажмите: даты появятся в вашем календаре и будут обновляться сами. За три дня до срока календарь напомнит.
calendar_by_hand = Кнопка не работает?
calendar_what = Скопируйте адрес в календарь телефона или компьютера, где написано «Подписаться» или «Добавить по URL».
calendar_events = Курсы и события
calendar_deadlines = Сроки
calendar_end_unknown = Время окончания не указано: в календаре отмечено два часа.
data_title = Открытые данные
data_what = Все объявления в одном файле, для программ и таблиц. Их можно использовать, указав источник (CC BY 4.0).
data_in_excel = Чтобы открыть файл CSV в Excel: «Данные», затем «Из текстового/CSV-файла». Выберите точку с запятой и «Не определять типы данных»: тогда номера телефонов останутся целыми.

## Annuncio
status_open = Открыто
status_on = { $label }: { $date }
date_at = { $date }, до { $time }
date_hours = { $date }, { $hours }
status_enrol_by = Последний день записи
status_apply_by = Последний день заявки
status_request_by = Последний день заявки
status_book_by = Последний день бронирования
status_do_by = Последний день
status_enrol_over = Запись закончилась
status_apply_over = Приём заявок на работу закончился
status_request_over = Приём заявлений закончился
status_book_over = Бронирование закрыто
status_next = Следующая дата
status_also = а также { $dates }
status_in_force = Начало действия
status_open_always = Открыто: записаться можно в любое время
status_open_hours = Открыто: { $hours }
status_open_places = Открыто, пока есть места
status_event_until = Последний день: { $date }
status_valid_until = Действует, последний день: { $date }
status_open_no_end = Продолжается
status_recheck = Нужно проверить ещё раз: спросите, прежде чем идти
status_full = Мест нет
status_cancelled = Отменено
status_withdrawn = Объявление отозвано
status_closed = Закрыто
status_closed_on = Завершено: { $date }
status_over_in = Завершено: { $month }
month_end = конец месяца ({ $month })
month_start = { $month }
status_draft = Черновик
example = Пример
example_note = Это объявление придумано: оно показывает, как работает доска.
old_text = Прочитайте старое объявление
archived_note = Оно уже было закрыто, когда попало в архив.
withdrawn_note = Это объявление больше не действует.
withdrawn_note_subject = Отозвано только объявление: это не значит, что закона, разрешения или услуги, о которых в нём говорилось, больше нет.
only_italian = Текст только на итальянском.
ask_in_language = Спросите по-русски
copy_to_translate = Скопировать для перевода
copied = Скопировано
see_open = Посмотрите, что открыто
machine_translated = Автоматический перевод: если что-то непонятно, верным считается итальянский текст.
human_translated = Перевод сделан человеком.
reviewed_translation = Проверено человеком: { $date }.
stale_translation = Итальянский текст изменился после этого перевода.
read_original = Прочитайте на итальянском
days_left_today = сегодня
days_left_tomorrow = завтра
days_left = { $days ->
    [one] остался { $days } день
    [few] осталось { $days } дня
    [many] осталось { $days } дней
   *[other] осталось { $days } дня
}
closed_since_build = Срок прошёл: теперь закрыто.
share = Поделитесь в WhatsApp
poster = Распечатайте плакат
poster_languages = На нескольких языках
poster_strips = С отрывными листочками
code = QR-код
calendar_add = Добавить в календарь
edition = Вариант
editions = Выберите, где и когда
details = Коротко
how_to_apply = Как это сделать
one_of_these_ways = Одним из этих способов:
what_you_find = Что вас ждёт
glossary_title = Трудные слова
glossary_lead = Слова итальянских учреждений простым языком. Первая строка — то, что написано на дверях и в бланках.
easy_title = На простом итальянском
easy_lead = Открытые объявления короткими предложениями. Трудные слова ведут к объяснению.
ask = У кого спросить
credits = Изображение: { $credits }
organised_by = Организатор
row_hires = Кто нанимает
row_answers = Отвечают
published_on = Опубликовано: { $date }
verified_on = Проверено: { $date }
replaced_by = Новое объявление вместо этого
edition_of = Предыдущее такое объявление
newer_edition = Есть новое такое объявление

## Fatti: nomi delle righe
row_who = Для кого
row_when = Когда
row_where = Где
row_cost = Стоимость
row_deadline = Последний срок
row_documents = Что нужно
row_benefits = Что вы получите
row_services = Услуги
row_certificate = В конце
row_seats = Места
row_duties = Что нужно делать
row_requirements = Требования
no_requirements = Без особых требований
row_contract = Договор
row_pay = Оплата
row_goals = Цели
row_activities = Занятия
row_duration = Сколько длится
row_access = Как принять участие
row_programme = Программа
row_entry = Вход
row_act = Правовой акт
row_validity = Срок действия
row_force = Действует
row_permits = Для каких видов на жительство
row_steps = Что делать
row_changes = Что меняется
row_counts = В цифрах
row_partners = Вместе с
row_funding = Финансирование
row_languages = На каких языках говорят
row_accessibility = Доступность
row_warnings = Внимание
row_source = Источник
source_notes = О источниках
row_selection = Отбор
row_attendance = Посещение
row_level = Уровень
row_housing = Вид помощи
row_territory = Территория

## Fatti: frasi
age_between = возраст: от { $min } до { $max }
age_from = возраст: от { $min }
age_to = возраст: до { $max } включительно
level_from = итальянский: не ниже { $level }
level_to = итальянский: не выше { $level }
speaks = нужно говорить на этих языках: { $languages }
speaks_one_of = нужен хотя бы один из языков: { $languages }
isee_to = ISEE (справка о доходах семьи): до { $amount }
income_to = доход: до { $amount }
residence_in = регистрация (residenza): { $places }
digital_identity = нужны SPID, CIE или CNS (цифровая идентификация)
owns_no_home = не иметь собственного жилья
permits_accepted = вид на жительство: { $permits }
date_from_to = { $start } – { $end }
date_from = начало: { $start }
times_between = { $start }{"\u2060"}–{"\u2060"}{ $end }
times_from = с { $start }
hours_total = { $hours ->
    [one] всего { $hours } час
    [few] всего { $hours } часа
    [many] всего { $hours } часов
   *[other] всего { $hours } часа
}
weekly_hours = { $hours ->
    [one] { $hours } час в неделю
    [few] { $hours } часа в неделю
    [many] { $hours } часов в неделю
   *[other] { $hours } часа в неделю
}
hours_unknown = часы: { $word }
pause_from_to = перерыв: { $start } – { $end }
pause_on = перерыв: { $when }
pause_holidays = в праздничные дни занятий нет
months_total = { $months ->
    [one] { $months } месяц
    [few] { $months } месяца
    [many] { $months } месяцев
   *[other] { $months } месяца
}
seats_max = { $count ->
    [one] { $count } место
    [few] { $count } места
    [many] { $count } мест
   *[other] { $count } места
}
seats_between = количество мест: от { $min } до { $max }
money = { $amount } €
money_between = от { $min } до { $max }
money_per = { $amount } { $per }
money_up_to = до { $amount }
gross = до вычета налогов
net = после вычета налогов
to_company = для предприятия
to_family = для семьи
cost_reason = { $amount } ({ $reason })
cost_optional = не обязательно
name_and_value = { $name }: { $value }
aid = Льготы или помощь: { $aid }
state_fees = Государственные сборы
renewable = можно продлить
agreement = коллективный договор: { $agreement }
grade = уровень { $grade }
one_of = один из этих документов: { $documents }
stage_hours = часы практики: { $hours }
force_from = начало: { $date }
force_until = последний день: { $date }
act_of = { $act } № { $number }, { $date }
extended_from = Срок продлён, раньше был: { $date }
opens_on = Начало приёма заявок: { $date }
percentage = { $number } % расходов
homes = { $count ->
    [one] { $count } жилое помещение
    [few] { $count } жилых помещения
    [many] { $count } жилых помещений
   *[other] { $count } жилого помещения
}
registered_lease = нужен зарегистрированный договор аренды
was = Раньше: { $value }
is_now = Теперь: { $value }
count_of = { $item }: { $number }
subject_line = тема письма: «{ $subject }»
attach = приложите: { $documents }
referred_by = направление от: { $services }

## Answers in one line
who_age_from = с { $min } лет
who_level_from = итальянский от { $level }
who_no_italian = даже если вы не знаете итальянского
who_no_permit = можно и без вида на жительство
who_permit = с видом на жительство
who_receipt = с видом на жительство или квитанцией
who_permit_work = с документом, который разрешает работать
who_permit_of = только с видом на жительство: { $permits }
and_others = { $names } и ещё { $count }
who_by_group = зависит от группы
period = { $start } – { $end }
groups_count = группы: { $count }
groups_next = группы: { $count }; ближайшая: { $group }
places_count = места проведения: { $count }
money_price = стоит { $amount }
money_instalments = { $amount } ({ $count ->
    [one] { $count } платёж
    [few] { $count } платежа
   *[other] { $count } платежей
} по { $each })
money_free = бесплатно
money_optional = бесплатно, или { $amount } по желанию
money_free_for_some = { $amount }, для некоторых бесплатно
money_less_for_some = { $amount }, для некоторых меньше
money_wage = вам платят { $amount }
money_grant = вы получите { $amount }
money_request_free = подать заявление можно бесплатно
money_plus_fees = { $price }, плюс { $fees } государству
languages_named = языки: { $languages }
we_speak = мы говорим на этих языках: { $languages }
money_free_if = бесплатно, { $who }; иначе { $amount }
free_for_isee = если ISEE до { $amount }
way_come = Приходите
way_or = или: { $way }
colon = {": "}

## Azioni
action_form = Запишитесь
action_apply = Подайте заявку
action_request = Подайте заявку
action_book = Забронируйте
action_wait = Запишитесь в лист ожидания
action_call = Позвоните
action_whatsapp = Напишите в WhatsApp
action_email = Напишите электронное письмо
action_site = Перейдите на сайт
channel_by_hand = Придите лично
channel_registered = Отправьте заказное письмо (raccomandata)
channel_pec = Напишите через PEC (сертифицированная электронная почта)
channel_first_lesson = Придите на первое занятие
channel_referral = Попросите службу направить вас
channel_none = Записываться не нужно
channel_email_line = Напишите на { $email }
channel_telephone_line = Позвоните: { $telephone }
channel_whatsapp_line = Напишите в WhatsApp: { $telephone }
channel_form_line = Заполните форму
open_form = Откройте анкету
channel_platform_line = Подайте заявку на платформе
message_enrol = Здравствуйте, я хочу записаться на «{ $title }». Меня зовут …
message_apply = Здравствуйте, я хочу подать заявку на «{ $title }». Меня зовут …
message_request = Здравствуйте, я хочу подать заявление на «{ $title }». Меня зовут …
message_book = Здравствуйте, я хочу забронировать место на «{ $title }». Меня зовут …
message_wait = Здравствуйте, я хочу записаться в лист ожидания на «{ $title }». Меня зовут …
message_ask = Здравствуйте, я хочу узнать о «{ $title }». Меня зовут …
message_ready = Сообщение уже написано по-итальянски. Оно значит: «{ $text }»
answers_now = Сейчас отвечают
answers_later = Ответят: { $moment }

## Sportelli
hours_closed = закрыто
hours_open = открыто { $hours }
hours_holiday = закрыто: праздник
suspended_until = Работа приостановлена до { $date } включительно
verification_missing = Больше года этого никто не проверял: спросите, прежде чем идти.
verification_never = Эти данные ещё никто не проверял: спросите, прежде чем идти.
contact_points_title = Центры помощи
contact_points_lead = Учреждения, центры и школы, где вам поможет человек. Посмотрите языки и часы работы.
contact_points_empty = Здесь пока нет ни одного центра.
contact_points_elsewhere = В других местах
contact_points_count = Центров: { $count }
contact_point_needs = Здесь помогают с
hours_title = Часы работы
hours_notices = Дни, которые отличаются
hours_unknown_here = Мы не знаем часов работы: спросите, прежде чем идти.
how_to_get_there = Как добраться
contact_point_announcements = Что здесь есть сейчас
contact_point_elsewhere = От той же организации
contact_point_run_by = Кто этим занимается
contacts_of_organisation = Это контакты организации.
contact_point_of_item = Часы работы и контакты этого места
save_contact = Сохранить контакт
save_contacts = Сохранить все контакты
filter_need = Что вам нужно
filter_open_now = Открытые сейчас
open_always = Сейчас открыто
open_until = Сейчас открыто, до { $time }
open_some = Сейчас открыто, но не для всех: посмотрите часы работы
open_appointment = Только по записи: сначала спросите
closed_now = Сейчас закрыто
opens_at = Сейчас закрыто. Откроется: { $moment }
opens_appointment = Сейчас закрыто. По записи: { $moment }
filters = Выбрать по потребности, языку и району

## Organisations
org_title = Кто публикует
org_lead = Организации, которые публикуют на этой доске: кто они, что открыто сейчас, что мы проверили.
org_empty = Пока нет ни одной организации.
org_with_open = Есть что-то открытое сейчас
org_others = Остальные
org_open_count = открыто сейчас: { $count }
org_not_verified = ещё не проверена
org_checked_on = проверена: { $date }
org_example_note = Эта организация придумана: она показывает, как работает доска.
org_withdrawn = Эта организация больше не публикует на этой доске.
org_in_network = Входит в сеть этой доски.
org_inclusion = Что делает для интеграции
org_tax_code = Итальянский налоговый код
org_register = Публичный реестр
org_desks = Её центры помощи
org_nothing_open = Сейчас у неё нет ничего открытого.
org_before = Прежние объявления, уже закрытые: { $count }
org_verification = Что мы проверили
org_last_check = Последняя проверка: { $date }.
org_checked_by = Кто проверил
org_check_is_old = Прошло больше года: что-то могло измениться.
org_never_checked = Мы ещё не проверили эту организацию.
org_checked = Мы проверили:
org_not_checked = Мы не проверили:
org_not_each = каждое отдельное объявление: читайте внимательно и спросите, прежде чем записаться или ехать
org_not_certificate = Это не сертификат. Если у вас просят деньги или что-то вызывает сомнение, остановитесь и напишите нам.
org_charter = Приняла хартию публикующих: { $date }.
org_read_charter = Прочитать хартию
org_join = Работаете в организации, которая хочет публиковать здесь? Представьте её.

## Ricerca
search_title = Поиск
search_lead = Напишите слово: профессию, район, документ.
search_label = Что вы ищете?
search_button = Найти
search_results = { $count ->
    [0] Ничего не найдено
    [one] { $count } результат
    [few] { $count } результата
    [many] { $count } результатов
   *[other] { $count } результата
}
search_without_script = Для поиска нужен JavaScript. Без него можно посмотреть всё отсюда:
search_all = Всё
search_only_open = Только открытые
search_sort = Порядок
search_sort_relevance = Самые близкие к слову
search_sort_deadline = Сначала то, что заканчивается раньше
search_filter_kind = Тип
search_filter_status = Состояние
search_filter_zone = Район
search_filter_organisation = Организация
search_filter_year = Год
search_failed = Поиск сейчас не работает. Можно посмотреть списки.
search_filters = Фильтры
search_instead = Нет ничего со словом «{ $asked }». Может быть, вы искали «{ $word }».
search_meant = Также искали:
search_loose = Нет ничего открытого со всеми этими словами. В этих объявлениях есть некоторые.
search_nothing_open = Сейчас нет ничего открытого по запросу «{ $words }».
search_try = Попробуйте:
search_ask = Не находите то, что нужно? Спросите нас.
search_unfiltered = Уберите фильтры: без них результатов { $count }.
filter_me_lead = Выберите то, что относится к вам: останется то, в чём вы можете участвовать. Адрес страницы хранит выбор.
filter_free = Бесплатно
filter_online = Онлайн
filter_women = Только для женщин
filter_level = Ваш итальянский
filter_age = Ваш возраст
filter_permit = Ваш вид на жительство
filter_permit_none = без документа
filter_language = Язык общения
filter_clear = Убрать фильтры
open_map = Открыть карту
map = карта
listen = Слушать
listen_stop = Остановить голос
voice_message = Голосовое сообщение, { $size }
offline_title = Нет сети
offline_lead = Этой страницы нет на вашем телефоне.
offline_kept = Эти страницы сохранены:
offline_call = Чтобы позвонить, интернет не нужен.
offline_saved = Нет сети: эта страница сохранена { $date }. Прежде чем идти, позвоните.
results_italian = Также на итальянском
search_more = Показать ещё
search_over = Посмотрите среди закрытых
search_maybe = Возможно: спросите
search_maybe_lead = В этих объявлениях не сказано, нужно ли разрешение на пребывание. Спросите, прежде чем идти.

## Можно мне пойти?
can_go_title = Можно мне пойти?
can_go_lead = Ответьте на несколько вопросов: мы скажем, куда вам можно пойти. То, о чём не хотите говорить, можно пропустить.
can_go_private = Ответы остаются на этом телефоне. Их никто не видит.
can_go_held = Есть ли у вас вид на жительство?
can_go_held_valid = Да, и он действует
can_go_held_receipt = Есть только квитанция
can_go_held_expired = Он просрочен
can_go_held_none = Нет
can_go_permit = Какой документ?
can_go_age = Сколько вам лет?
can_go_italian = Насколько вы знаете итальянский?
can_go_italian_none = совсем или почти не знаю
can_go_italian_a1 = могу представиться, несколько слов
can_go_italian_a2 = простые повседневные фразы
can_go_italian_b1 = почти всегда понимаю и говорю
can_go_italian_b2 = хорошо говорю на многие темы
can_go_italian_c1 = говорю очень хорошо
can_go_home = Где вы живёте?
can_go_elsewhere = в другом месте
can_go_sex = Вы женщина или мужчина?
can_go_woman = женщина
can_go_man = мужчина
can_go_skip = не скажу
can_go_show = Посмотрите, куда можно пойти
can_go_forget = Удалить мои ответы
can_go_forgotten = Ваши ответы удалены.
can_go_share = Отправить эти ответы в WhatsApp
can_go_share_note = Кто откроет сообщение, увидит ответы. На его телефоне они останутся, только если он этого захочет.
can_go_yes = Да, вам можно
can_go_ask = Возможно: спросите
can_go_no = Нет, нужно:
can_go_no_title = Нет, это вам не подходит
can_go_change = Изменить ответы
can_go_failed = Сейчас мы не можем ответить. Посмотрите списки.
can_go_without_script = Для вопросов нужен JavaScript. Без него посмотрите списки: в каждом объявлении написано, для кого оно.
asks_permit_unknown = не написано, нужен ли документ
asks_age_unknown = возраст: не указан
asks_woman = быть женщиной
asks_children = прийти с детьми
asks_residence = регистрация (residenza): прочитайте, где
asks_languages = языки, на которых надо говорить
asks_job = требования к работе
asks_qualification = документ об образовании
asks_licence = водительские права
asks_employment = ваша ситуация с работой
asks_means = ISEE или доход
asks_reception = центр приёма
asks_household = кто есть в вашей семье
asks_referral = кто-то, кто вас направит или пригласит
asks_other = другие условия: прочитайте их
asks_in_words = прочитайте, для кого это
asks_unknown = не написано, для кого это
asks_permit = действующий вид на жительство
asks_permit_or_receipt = вид на жительство или квитанция
asks_permit_to_work = документ, который разрешает работать
asks_renewal_receipt = нужна квитанция о продлении

## Что вам нужно?
help_title = Что вам нужно?
help_lead = Выберите что-то одно. Вы узнаете, кто может помочь, на каких языках, и куда позвонить.
help_urgent = Это срочно? Звоните сейчас
help_need_title = { $need }: к кому обратиться
help_spoken = Здесь говорят по-русски
help_none_spoken = Мы не знаем консультационного центра, где с этим помогают по-русски.
help_no_desk = Мы пока не знаем центра помощи для этого.
help_next_best = Можно спросить и здесь: говорят по-русски
help_others = Здесь говорят на других языках
help_language_unknown = языки не указаны
help_all_desks = Все центры помощи
help_announcements = Открытые объявления
help_rest = Посмотрите остальные
help_interpreters_title = Никто не говорит на вашем языке?
help_interpreters_languages = { $count ->
    [one] Отвечают на { $count } языке.
   *[other] Отвечают на { $count } языках.
}
help_request_title = Спросите нас
help_request_lead = Сообщение уже написано. Добавьте, чего не хватает, и отправьте.
help_request_both = Оно на языке тех, кто его читает, и на вашем.
help_request_need = Мне нужна помощь: { $need }
help_request_language = Я говорю: { $language }
help_request_details = Мне нужно
help_request_sms = Отправьте SMS
help_near = Где вы?
help_anywhere = Везде
help_near_note = Ваш выбор остаётся на этом телефоне. Чтобы удалить его, выберите «Везде».

## Pagina che non c'è
not_found_title = Такой страницы нет
not_found_lead = Возможно, адрес написан с ошибкой. Адреса объявлений никогда не меняются: попробуйте найти их через поиск.

## Carta
scan_code = Отсканируйте код
scan_or_write = или введите этот адрес:
poster_apply_by = Последний день
poster_take_down = Снять после { $date }
print_title = Печать
print_lead = Плакаты и листы, готовые к печати, в том числе чёрно-белой.
print_empty = Сегодня нет ничего открытого для печати.
print_channel = Плакат канала
print_all = Все плакаты (A4)
print_items = По одному
print_items_lead = Каждый плакат – одна страница A4.
print_choose_lead = Отметьте нужные объявления: они станут одним файлом для печати.
print_choose_paper = Как печатать
print_choose_all = Все объявления
print_choose_make = Подготовить файл
print_choose_open = Открыть файл
print_choose_working = Готовим
print_choose_none = Отметьте хотя бы одно объявление и один язык.
print_choose_failed = Не удалось прочитать плакаты: нужна сеть. Попробуйте ещё раз или откройте их по одному.
print_item = Объявление
print_more = Другие языки и сообщения
print_messages = Сообщение на двух языках
print_sheets = { $count ->
    [one] { $count } лист
    [few] { $count } листа
    [many] { $count } листов
   *[other] { $count } листа
}
print_by_language = На одном языке
print_by_language_lead = Один файл со всем, что открыто: список, затем плакаты.
print_by_centre = Для центра
print_by_centre_lead = На итальянском и на языках людей, которые там живут или бывают.
print_place = Постоянный лист для этого места
print_contact_points_lead = Чтобы повесить или раздать: кто помогает, на каких языках, когда, телефон.
print_contact_points_all = Все центры
print_contact_points_each = Плакат для каждого центра
print_zones = Плакат для каждого района
print_zones_lead = Код открывает то, что открыто в этом районе: плакат действует всегда.
handout_title = Лист для человека
handout_lead = Выбранные вами объявления на языке человека, который их получит, и на итальянском, строка за строкой. Выбор остаётся на этом устройстве.
handout_tick = На лист
handout_reader = Язык человека, который его получит
handout_print = Распечатать лист
handout_send = Отправить в WhatsApp
handout_copy = Скопировать текст
handout_shortened = Текст был слишком длинным для WhatsApp, поэтому мы его сократили. «Скопировать текст» копирует его целиком.
handout_link = Скопировать адрес листа
handout_empty = Лист пуст. В списках отметьте «На лист» у нужных объявлений.
handout_gone = Это объявление уже закрыто
handout_failed = Не удалось прочитать объявление: нужна сеть. Попробуйте ещё раз
handout_remove = Убрать с листа
handout_clear = Очистить лист
handout_no_script = Без JavaScript лист здесь не составить: печатайте плакаты по одному. У кого доска на компьютере, делает его командой:
print_change_title = Изменения за неделю
print_change_lead = Что снять со стены, а что повесить: список, а затем новые плакаты.
print_change_period = Период: { $from } – { $to }
print_change_down = Снимите эти
print_change_up = Повесьте эти
print_change_find = На плакате есть адрес, который заканчивается так, как здесь.
print_change_replaced = Изменено: снимите старый лист и повесьте новый
print_change_nothing_down = В эти дни снимать ничего не нужно.
print_change_nothing_up = В эти дни нового вешать нечего.
print_near = Центры поблизости
place_title = Доска объявлений: { $place }
place_open = Всё, что открыто сейчас: курсы, работа, жильё, документы
zone_open = Курсы, работа, жильё, помощь: что сейчас открыто в этом районе
print_one = Один на листе
print_four = Четыре на листе
print_pack_title = Открытые объявления
print_week_title = Открыто сейчас
print_soon = Скоро закончится
print_next = Позже
print_always = Всегда открыто
print_updated = Обновлено { $date }
print_open = { $count ->
    [one] { $count } открытое объявление
    [few] { $count } открытых объявления
    [many] { $count } открытых объявлений
   *[other] { $count } открытого объявления
}
channel_title = Следи за доской в WhatsApp
channel_lead = Курсы, работа, жильё, права, события. { $free }
channel_step_1 = Наведи камеру на код.
channel_step_2 = Нажми на ссылку: откроется WhatsApp.
channel_step_3 = Нажми «Подписаться» вверху.
channel_step_4 = Нажми на колокольчик, чтобы получать уведомления.
channel_named = Канал { $name }
channel_named_follow = Следите в { $name }
channel_named_title = Следи за доской в { $name }
channel_named_free = Бесплатно.
channel_named_open = Нажми на ссылку: откроется { $name }.
channel_named_scan = Открой { $name } и наведи камеру на код.
channel_named_search = В { $name } найди { $id }.
channel_named_join = Нажми на кнопку, чтобы подписаться.
last_days = Последние дни
notice_extended = Срок продлён: { $now } (было: { $before })
notice_deadline = Изменился срок: { $now } (было: { $before })
notice_date = Изменилась дата: { $now } (было: { $before })
notice_hours = Изменилось время: { $now } (было: { $before })
notice_place = Изменилось место: { $now } (было: { $before })
notice_new = { $what }: { $now }
notice_no_more = Больше не действует: { $before }
closes_today = Заканчивается сегодня
closes_tomorrow = Заканчивается завтра
happens_today = Это сегодня
happens_tomorrow = Это завтра
reopened = Снова открыто
corrected = Исправление: данные изменились
digest_title = Возможности этой недели
digest_more = Всё, что открыто
digest_stop = Вы получаете это письмо каждую неделю, потому что сами попросили. Больше не нужно? Ответьте «стоп».
link_in_bio = Ссылка в шапке профиля
spoken_intro = Вот объявление для вас.
spoken_site = Всё есть на сайте
spoken_dot = точка
spoken_dash = дефис
spoken_at = собака
spoken_euro = евро
spoken_to = до
spoken_and = и
spoken_cents = центов
spoken_comma = запятая
spoken_plus = плюс
spoken_days = { $start } – { $end }
spoken_hours = с { $start } до { $end }
invite_title = Приглашаю тебя на канал { $board }!
invite_how = Как?
invite_step_1 = Сохрани номер, с которого пришло это сообщение
invite_step_2 = Нажми на ссылку и присоединись к каналу
invite_who = Для кого?
invite_who_people = Мигранты, беженцы и просители убежища, которым нужны возможности и информация
invite_who_workers = Социальные работники и все, кто работает для интеграции
invite_what = Что там есть?
invite_what_work = Работа и обучение
invite_what_home = Жильё
invite_what_law = Процедуры и новые законы
invite_what_news = Полезные новости
invite_info = Для справок или чтобы предложить объявление
invite_share = Поделись с теми, кому это интересно!
welcome = Добро пожаловать! Здесь бесплатные курсы, работа, жильё, права и события.
business_greeting = Здравствуйте! Это { $board }. Напишите на своём языке, что вы ищете: вам ответит человек.
business_away = Сейчас мы не можем ответить, но ваше сообщение пришло. Напишем вам, как только вернёмся.
business_urgent = Если не можете ждать, звоните:
business_about = Бесплатные курсы, работа, жильё, права и события — на вашем языке.
business_deadline_header = Срок скоро закончится
business_deadline = Здравствуйте, { $name }! Мы рассказывали вам про «{ $title }». Последний день — { $date }. Если нужна помощь, ответьте на это сообщение.
business_place_header = Освободилось место
business_place = Здравствуйте, { $name }! Освободилось место: «{ $title }». Если оно вам ещё нужно, ответьте ДА. Последний день — { $date }. Потом предложим его другому человеку.
business_appointment_header = Ваша встреча
business_appointment = Здравствуйте, { $name }! Ждём вас: { $date }, в { $hour }, здесь: { $place }. Если не можете прийти, ответьте на это сообщение: найдём другой день.

## Messaggi

## Onestà
fact-non-previsto = не предусмотрено
fact-non-indicato = в источнике не указано
fact-da-chiedere = нужно спросить
enrolment-non-previsto = записываться не нужно
certificate-non-previsto = без сертификата

## Tipi
kind-formazione = Курс
kind-lavoro = Работа
kind-abitare = Жильё
kind-normativa = Документы и законы
kind-notizia = Новость
kind-progetto = Услуга
kind-evento = Событие
kinds-formazione = Курсы
kinds-lavoro = Работа
kinds-abitare = Жильё
kinds-normativa = Документы и законы
kinds-notizia = Новости
kinds-progetto = Услуги
kinds-evento = События
kind-formazione-lead = Курсы итальянского, курсы профессий, стипендии.
kind-lavoro-lead = Вакансии, стажировки, гражданская служба.
kind-abitare-lead = Жильё, помощь на аренду, помощь в поиске жилья.
kind-normativa-lead = Законы и процедуры, которые меняются: виды на жительство, документы, права.
kind-notizia-lead = Полезные новости для тех, кто здесь живёт.
kind-progetto-lead = Новые проекты и услуги на этой территории.
kind-evento-lead = Встречи, праздники, дни открытых дверей.

## Parole dei campi
attendance-in-presenza = очно
attendance-online = онлайн
attendance-ibrida = очно и онлайн
attendance-da-remoto = дистанционно
weekday-lun = понедельник
weekday-mar = вторник
weekday-mer = среда
weekday-gio = четверг
weekday-ven = пятница
weekday-sab = суббота
weekday-dom = воскресенье
cost-gratuito = бесплатно
cost-contributo = небольшой взнос
cost-a-pagamento = платно
cost-offerta-libera = взнос по желанию
cost-differito = вы платите позже, когда работаете
free-for-accoglienza = если вы живёте в центре приёма
free-for-protezione = если у вас есть убежище или защита
free-for-disoccupati = если у вас нет работы
free-for-studenti = если вы учитесь
free-for-minori = если вам меньше 18 лет
free-for-donne = если вы женщина
free-for-disabilita = если у вас инвалидность
benefit-retribuzione = зарплата
benefit-indennita = денежное пособие
benefit-diaria = суточные
benefit-borsa = стипендия
benefit-contributo-affitto = помощь на аренду
benefit-assegno-servizio-civile = выплата за гражданскую службу
benefit-rimborso = возмещение расходов
benefit-contributo = финансовая помощь
benefit-buono = талон на покупки
benefit-alloggio = жильё
per-ora = в час
per-giorno = в день
per-settimana = в неделю
per-mese = в месяц
per-anno = в год
per-una-tantum = один раз
permit-qualsiasi = любой вид на жительство
permit-richiesta-asilo = запрос убежища
permit-asilo = убежище (статус беженца)
permit-protezione-sussidiaria = дополнительная защита
permit-protezione-temporanea = временная защита
permit-protezione-speciale = специальная защита
permit-casi-speciali = особые случаи
permit-cure-mediche = лечение
permit-minore-eta = несовершеннолетие (до 18 лет)
permit-attesa-occupazione = ожидание трудоустройства
permit-lavoro = работа
permit-motivi-familiari = семейные причины
permit-protezione-sociale = социальная защита
permit-apolidia = отсутствие гражданства
permit-ue-lungo-periodo = долгосрочный резидент ЕС
permit-ue-lungo-periodo-per-protezione-internazionale = долгосрочный резидент ЕС с международной защитой
permit-studio = учёба
permit-state-in-corso-di-validita = действующий
permit-state-ricevuta-accettata = подойдёт и квитанция
permit-state-che-consenta-il-lavoro = который разрешает работать
permit-state-nessun-permesso-richiesto = вид на жительство не нужен
permit-state-scaduto-ma-prorogato = даже просроченный, если он продлён
gender-solo-donne = только женщины
gender-donne-con-bambini = женщины с детьми
gender-misto = женщины и мужчины
gender-donne-uomini-e-bambini = женщины, мужчины и дети
level-pre-a1 = pre-A1 (учиться читать и писать)
level-a1 = A1
level-a2 = A2
level-b1 = B1
level-b2 = B2
level-c1 = C1
level-c2 = C2
contract-tempo-determinato = срочный договор
contract-tempo-indeterminato = бессрочный договор
contract-apprendistato = договор ученичества (apprendistato)
contract-stagionale = сезонная работа
contract-somministrazione = работа через агентство
contract-a-chiamata = работа по вызову
contract-collaborazione = договор о сотрудничестве
contract-lavoro-autonomo = работа на себя
contract-lavoro-domestico = домашняя работа
contract-tirocinio = стажировка (tirocinio)
contract-servizio-civile = гражданская служба (servizio civile)
contract-short-list = список людей для вызова
contract-prestazione-occasionale = разовая работа (prestazione occasionale)
contract-volontariato = волонтёрство, без оплаты
housing-contributo-affitto = помощь на аренду
housing-alloggio-pubblico = социальное жильё
housing-canone-calmierato = жильё с низкой арендной платой
housing-coabitazione = совместное жильё
housing-accoglienza-in-famiglia = проживание в семье
housing-sportello-casa = консультации по жилью
housing-stanza = комната
housing-alloggio-temporaneo = временное жильё
housing-garanzia-affitto = залог за аренду
training-corso = курс
training-borsa-di-studio = стипендия на учёбу
act-legge = закон
act-decreto = декрет
act-decreto-legge = декрет-закон
act-decreto-legislativo = законодательный декрет
act-dpr = декрет Президента Республики
act-regolamento = регламент
act-direttiva = директива
act-decisione = решение
act-circolare = циркуляр
act-sentenza = решение суда
act-prassi = практика учреждений
access-libero = без записи
access-su-segnalazione = по направлению службы
access-su-appuntamento = по договорённости о времени
access-su-prenotazione = по предварительной записи
entry-libero = свободный
entry-su-prenotazione = по предварительной записи
entry-conferma-gradita = свободный, лучше подтвердить участие
entry-su-invito = по приглашению
part-mattina = утро
part-pomeriggio = после обеда
part-sera = вечер
deadline-sempre-aperte = всегда открыто
deadline-fino-a-esaurimento-posti = пока есть места
deadline-nessuna = без конечного срока
document-permesso-di-soggiorno = вид на жительство (permesso di soggiorno)
document-ricevuta-del-permesso-di-soggiorno = квитанция на вид на жительство (ricevuta)
document-codice-fiscale = налоговый код (codice fiscale)
document-documento-di-identita = удостоверение личности
document-passaporto = паспорт
document-cv = резюме (CV)
document-lettera-di-motivazione = мотивационное письмо
document-fototessera = фото на документы
document-isee = ISEE (справка о доходах семьи)
document-tessera-sanitaria = медицинская карта (tessera sanitaria)
document-spid = SPID (цифровая идентификация)
document-contratto-di-affitto-registrato = зарегистрированный договор аренды
document-titolo-di-studio = документ об образовании
document-patente-b = водительские права B
document-modulo-di-iscrizione = бланк записи
document-marca-da-bollo = гербовая марка (marca da bollo)
document-bollettino = почтовая платёжная квитанция (bollettino)
document-nessuno = документы не нужны
service-trasporto = транспорт
service-custodia-bambini = детская комната
service-computer = компьютер
service-connessione = доступ в интернет
service-pasti = питание
service-alloggio = проживание
service-mediazione = помощь переводчика
service-assicurazione = страховка
centre-sportello = консультационный центр
centre-centro-di-accoglienza = центр приёма
centre-centro-diurno = дневной центр
centre-scuola = школа
centre-biblioteca = библиотека
centre-servizio-sanitario = медицинская служба
centre-patronato = патронат (социальная помощь)
centre-centro-antiviolenza = центр против насилия
centre-mensa = столовая
centre-centro-per-l-impiego = центр занятости
organisation-ente-pubblico = государственное учреждение
organisation-ets = некоммерческая организация (ETS)
organisation-cooperativa-sociale = социальный кооператив
organisation-associazione = ассоциация
organisation-ong = неправительственная организация
organisation-agenzia-onu = агентство ООН
organisation-scuola = школа
organisation-universita = университет
organisation-ente-di-formazione = учебный центр
organisation-sindacato = профсоюз
organisation-patronato = патронат (социальная помощь)
organisation-agenzia-per-il-lavoro = агентство по трудоустройству
organisation-azienda = компания
organisation-ente-religioso = религиозная организация
organisation-fondazione = фонд
verification-registro = запись в публичном реестре (RUNTS или IPA)
verification-richiamata = телефон: звонок на номер, найденный в другом месте
verification-scopo = цель: что она делает и для кого
verification-nessun-costo = расходы: кандидаты не должны ничего платить
verification-carta = хартия публикующих: с тем, кто её принял
need-documenti = Документы
need-chiedere-asilo = Просить убежища
need-avvocato = Адвокат
need-dove-dormire = Где переночевать
need-casa = Жильё
need-mangiare-e-lavarsi = Еда и душ
need-salute = Здоровье
need-italiano = Учить итальянский
need-lavoro = Работа
need-figli-e-scuola = Дети и школа
need-violenza = Насилие
need-altro = Другое
emergency-emergenza = Полиция, скорая, пожарные
emergency-violenza = Насилие и преследование
emergency-bambini = Дети и подростки в опасности
emergency-tratta = Торговля людьми и эксплуатация
emergency-suicidio = Мысли о причинении себе вреда
language-it = итальянский
language-en = английский
language-fr = французский
language-es = испанский
language-ar = арабский
language-bn = бенгальский
language-uk = украинский
language-ur = урду
language-fa = фарси
language-prs = дари
language-ps = пушту
language-ru = русский
language-zh = китайский
language-ro = румынский
language-sq = албанский
language-tr = турецкий
language-ti = тигринья
language-am = амхарский
language-so = сомалийский
language-wo = волоф
language-man = мандинка
language-pa = панджаби
language-hi = хинди
language-pt = португальский
language-ku = курдский
language-ff = фула
language-bm = бамбара

## The board in figures
figures_title = Доска в цифрах
figures_lead = Сколько объявлений, о чём и когда: подсчёт за { $day }. Мы не считаем, кто читает.
figures_all = Все
figures_kinds = По виду
figures_zones = По району
figures_no_zone = Везде, онлайн или в другом месте
figures_others = Другие: { $count }
figures_months = Месяц за месяцем
figures_years = Год за годом
figures_published = Опубликовано
figures_days = Дни на решение
figures_days_median = От публикации до последнего дня у половины объявлений дней не меньше: { $days }.
figures_days_enough = Неделя или больше: { $enough } из { $count }.
figures_languages = Открытые объявления на каждом языке
figures_languages_note = Открытых объявлений: { $count }. Даты, места и цены есть на всех языках; здесь мы считаем те, у которых есть и текст.
figures_announcements = Объявления
figures_number = Количество
figures_desks_current = Проверено за последние три месяца
figures_desks_unverified = Проверено больше года назад или никогда
figures_weeks = Посты, неделя за неделей
figures_week = С { $day }
figures_posts = Посты
figures_plan = { $channel }: в среднем объявлений в неделю: { $average }. По плану { $planned }: это линия на полосах.
figures_followers = Люди, которые следят за каналом
figures_followers_curve = Число людей, которые следят за каналом, со временем. Числа есть в таблице.
figures_day = День
figures_reactions = Реакции
figures_empty = Пока считать нечего.
figures_data = Те же цифры, все, как данные

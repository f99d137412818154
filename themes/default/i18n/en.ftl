# Texts of the interface. A language is a file like this one, with the same keys.
# Keys with an underscore belong to the interface; those with a hyphen are the words of the fields.

autonym = English
direction = ltr
og_locale = en_GB

## Navigation
skip_to_content = Skip to content
menu = Menu
board_gloss = Notice board
home = Open now
archive = Archive
search = Search
languages = Languages
feed = RSS feed
channel = WhatsApp channel
channel_follow = Follow on WhatsApp
channel_free = Free. Nobody sees your number.
older = Older
newer = Newer
page_of = Page { $page } of { $pages }
licence = Texts under the CC BY 4.0 licence
run_by = A free service of { $names }.
never_money = We never ask for money.
report_page = Report an error or a scam
report_message = I report an error or a scam on this page: { $address }
announce = Propose an announcement
announce_lead = Do you work in an association, a centre or an office? Here you propose a course, a job, an event.
announce_languages = The form is in these languages:
correct_this = Correct this announcement
updated_on = Updated on { $date }

## Lists
home_title = Open now
home_lead = Courses, work, housing, rights and events. What closes first comes first.
home_empty = There is nothing open right now. Look in the archive, or follow the channel to know when something arrives.
kind_empty = There is nothing open here right now.
list_near = In the next 7 days
list_few_places = Few places: first come, first served
list_always = Always: services, documents, notices
list_from_month = { $month } and later
list_over = Already closed
list_undated = Without a date
near_me = Near me
recheck = To be checked again
archive_lead = What is over, year by year. It stays here, for ever.
archive_open = { $count ->
    [one] { $count } opportunity is open now
   *[other] { $count } opportunities are open now
}
archive_year = Archive { $year }
archive_count = { $count ->
    [one] { $count } announcement
   *[other] { $count } announcements
}
zone_title = { $zone }
zone_lead = What there is in { $zone }.
zones_lead = Tap your district: open announcements and places that help.
map_credit = Map: { $source }, { $licence }
zone_items = { $count ->
    [one] { $count } announcement
   *[other] { $count } announcements
}
zone_contact_points = { $count ->
    [one] { $count } help desk
   *[other] { $count } help desks
}
follow_title = Get what is new
follow_lead = News comes to you by itself: no need to come back every day, no need to register.
follow_for_sites = For people who make websites
feed_all = All announcements
feed_what = A feed is a list that updates itself. Copy its address into a feed reader (for example Feeder or Thunderbird): every new announcement arrives there. It is free and you do not need to register.
calendar_title = In your calendar
calendar_tap = Tap: the dates appear in your calendar and update by themselves. Three days before a deadline the calendar reminds you.
calendar_by_hand = The button does not work?
calendar_what = Copy an address into the calendar of your phone or computer, where it says “Subscribe” or “Add from URL”.
calendar_events = Courses and events
calendar_deadlines = Deadlines
data_title = Open data
data_what = All announcements in one file, for programs and spreadsheets. You may reuse them if you say where they come from (CC BY 4.0).

## Announcement
status_open = Open
status_on = { $label } { $date }
date_at = { $date }, at { $time }
date_hours = { $date }, { $hours }
status_enrol_by = Enrol by
status_apply_by = Apply by
status_request_by = Request it by
status_book_by = Book by
status_do_by = To be done by
status_enrol_over = Enrolment ended on
status_apply_over = Applications ended on
status_request_over = Requests ended on
status_book_over = Bookings are closed
status_next = The next date is
status_also = also { $dates }
status_in_force = In force from
status_open_always = Open: you can enrol at any time
status_open_hours = Open: { $hours }
status_open_places = Open until places run out
status_event_until = Until { $date }
status_valid_until = Valid until { $date }
status_open_no_end = Ongoing
status_recheck = To be checked again: ask before you go
status_full = No places left
status_cancelled = Cancelled
status_withdrawn = Withdrawn
status_closed = Closed
status_closed_on = Ended on { $date }
status_over_in = Ended in { $month }
month_end = the end of { $month }
month_start = { $month }
status_draft = Draft
example = Example
example_note = This announcement is invented: it shows how the board works.
old_text = Read the old announcement
archived_note = It was already closed when it entered the archive.
withdrawn_note = The organisation has withdrawn this announcement.
only_italian = The text is only in Italian.
ask_in_language = Ask in English
copy_to_translate = Copy to translate
copied = Copied
see_open = See what is open
machine_translated = Machine translation: if something is not clear, the Italian text is the valid one.
human_translated = Translated by a person.
reviewed_translation = Checked by a person: { $date }.
stale_translation = The Italian text has changed since this translation.
read_original = Read in Italian
days_left_today = today
days_left_tomorrow = tomorrow
days_left = in { $days } days
closed_since_build = The deadline has passed: it is now closed.
share = Share on WhatsApp
poster = Print the poster
poster_languages = In several languages
poster_strips = With strips to tear off
code = QR code
calendar_add = Add to calendar
edition = Edition
editions = Choose where and when
details = In short
how_to_apply = How to apply
one_of_these_ways = In one of these ways:
what_you_find = What you will find
ask = Who to ask
credits = Image: { $credits }
organised_by = Organised by
row_hires = Who hires
row_answers = They answer
published_on = Published: { $date }
verified_on = Checked: { $date }
replaced_by = Replaced by
edition_of = New edition of

## Facts: names of the rows
row_who = For whom
row_when = When
row_where = Where
row_cost = Cost
row_deadline = Deadline
row_documents = What you need
row_benefits = What you get
row_services = Services
row_certificate = At the end
row_seats = Places
row_duties = Tasks
row_requirements = Requirements
row_contract = Contract
row_pay = Pay
row_goals = Goals
row_activities = Activities
row_duration = Duration
row_access = How to join
row_programme = Programme
row_entry = Entry
row_act = Legal act
row_validity = Valid
row_force = In force
row_permits = Permits concerned
row_steps = What to do
row_changes = What changes
row_counts = In numbers
row_partners = Together with
row_funding = Funding
row_languages = Languages spoken
row_accessibility = Accessibility
row_warnings = Be careful
row_source = Source
source_notes = Note on the sources
row_selection = Selection
row_attendance = Attendance
row_level = Level
row_housing = Type of help
row_territory = Area

## Facts: phrases
age_between = from { $min } to { $max } years old
age_from = { $min } years old and over
age_to = up to { $max } years old
level_from = Italian at least { $level }
level_to = Italian at most { $level }
speaks = you must speak { $languages }
speaks_one_of = you must speak at least one of these languages: { $languages }
isee_to = ISEE (family income document) up to { $amount }
income_to = income up to { $amount }
residence_in = registered residence: { $places }
digital_identity = you need SPID, CIE or CNS (digital identity)
owns_no_home = you do not own a home
permits_accepted = residence permit: { $permits }
date_from_to = from { $start } to { $end }
date_from = from { $start }
times_between = { $start }{"\u2060"}–{"\u2060"}{ $end }
times_from = from { $start }
hours_total = { $hours ->
    [one] { $hours } hour in total
   *[other] { $hours } hours in total
}
weekly_hours = { $hours ->
    [one] { $hours } hour a week
   *[other] { $hours } hours a week
}
hours_unknown = hours: { $word }
pause_from_to = break from { $start } to { $end }
pause_on = break: { $when }
months_total = { $months ->
    [one] { $months } month
   *[other] { $months } months
}
seats_max = { $count ->
    [one] { $count } place
   *[other] { $count } places
}
seats_between = from { $min } to { $max } places
money = €{ $amount }
money_between = from { $min } to { $max }
money_per = { $amount } { $per }
money_up_to = up to { $amount }
gross = before tax
net = after tax
to_company = to the company
to_family = to the family
cost_reason = { $amount } for { $reason }
cost_optional = not compulsory
name_and_value = { $name }: { $value }
aid = Discounts or help: { $aid }
state_fees = State fees
renewable = can be extended
agreement = collective agreement: { $agreement }
grade = grade { $grade }
one_of = one of these: { $documents }
stage_hours = { $hours } hours of practice
force_from = from { $date }
force_until = until { $date }
act_of = { $act } no. { $number } of { $date }
extended_from = Extended: before it was { $date }
opens_on = Applications from { $date }
percentage = { $number }% of the costs
homes = { $count ->
    [one] { $count } home
   *[other] { $count } homes
}
registered_lease = you need a registered rental contract
was = Before: { $value }
is_now = Now: { $value }
count_of = { $item }: { $number }
subject_line = subject: “{ $subject }”
attach = attach: { $documents }
referred_by = referred by: { $services }

## Answers in one line
who_age_from = from age { $min }
who_level_from = Italian from { $level }
who_no_italian = even if you know no Italian
who_no_permit = also without a permit
who_permit = with a residence permit
who_receipt = with a permit or its receipt
who_permit_work = with a permit that lets you work
who_permit_of = only with permit: { $permits }
and_others = { $names } and { $count } others
who_by_group = depends on the group
period = { $start } – { $end }
groups_count = { $count ->
    [one] { $count } group
   *[other] { $count } groups
}
groups_next = { $count } groups; the next one: { $group }
places_count = { $count } places
money_price = costs { $amount }
money_instalments = { $amount } in { $count } payments of { $each }
money_free = free
money_optional = free; if you like, { $amount }
money_free_for_some = { $amount }, or free for some people
money_less_for_some = { $amount }, less for some people
money_wage = you are paid { $amount }
money_grant = you get { $amount }
money_request_free = applying is free
money_plus_fees = { $price }, plus { $fees } for the State
languages_named = languages: { $languages }
we_speak = we speak { $languages }
money_free_if = free { $who }, otherwise { $amount }
free_for_isee = with an ISEE up to { $amount }
way_come = Just come
way_or = or: { $way }
colon = {": "}

## Actions
action_form = Enrol
action_apply = Apply
action_request = Send your request
action_book = Book
action_wait = Join the waiting list
action_call = Call
action_whatsapp = Write on WhatsApp
action_email = Write an e-mail
action_site = Go to the website
channel_by_hand = Go in person
channel_registered = Send a registered letter (raccomandata)
channel_pec = Write by PEC (certified e-mail)
channel_first_lesson = Come to the first lesson
channel_referral = Ask a service to refer you
channel_none = No need to enrol
channel_email_line = Write to { $email }
channel_telephone_line = Call { $telephone }
channel_whatsapp_line = Write on WhatsApp to { $telephone }
channel_form_line = Fill in the form
open_form = Open the form
channel_platform_line = Apply on the platform
message_enrol = Good morning, I would like to enrol in “{ $title }”. My name is …
message_apply = Good morning, I would like to apply for “{ $title }”. My name is …
message_request = Good morning, I would like to request “{ $title }”. My name is …
message_book = Good morning, I would like to book a place for “{ $title }”. My name is …
message_wait = Good morning, I would like to join the waiting list for “{ $title }”. My name is …
message_ask = Good morning, I would like information about “{ $title }”. My name is …
message_ready = The message is already written, in Italian. It means: “{ $text }”
answers_now = They answer now
answers_later = They answer from { $moment }

## Contact points
hours_closed = closed
hours_open = open { $hours }
hours_holiday = closed: public holiday
suspended_until = Service suspended until { $date }
verification_missing = Nobody has checked this for over a year: ask before you go.
contact_points_title = Help desks and centres
contact_points_lead = Offices, centres and schools where a person helps you. Look at the languages and the hours.
contact_points_empty = There is no help desk here yet.
contact_points_elsewhere = In other places
contact_points_count = Help desks: { $count }
contact_point_needs = Here they help you with
hours_title = Opening hours
hours_notices = Days that are different
hours_unknown_here = We do not know the hours: ask before you go.
how_to_get_there = How to get there
contact_point_announcements = What is on here now
contact_point_run_by = Who runs it
contacts_of_organisation = These contacts are those of the organisation.
contact_point_of_item = Hours and contacts of this place
save_contact = Save the contact
save_contacts = Save all contacts
filter_need = What you need
filter_open_now = Open now
open_always = Open now
open_until = Open now, until { $time }
open_some = Open now, but not for everybody: look at the hours
open_appointment = By appointment only: ask first
closed_now = Closed now
opens_at = Closed now. Opens: { $moment }
opens_appointment = Closed now. By appointment: { $moment }
filters = Choose by need, language and area

## Organisations
org_title = Who announces
org_lead = The organisations that announce on this board: who they are, what is open now, what we have checked.
org_empty = There is no organisation yet.
org_with_open = With something open now
org_others = The others
org_open_count = open now: { $count }
org_not_verified = not checked yet
org_checked_on = checked: { $date }
org_example_note = This organisation is invented: it shows how the board works.
org_withdrawn = This organisation no longer announces on this board.
org_in_network = It belongs to the network of this board.
org_inclusion = What it does for inclusion
org_tax_code = Italian tax code
org_register = Public register
org_desks = Its desks
org_nothing_open = It has nothing open at the moment.
org_before = Earlier announcements, already closed: { $count }
org_verification = What we have checked
org_last_check = Last check: { $date }.
org_checked_by = Checked by
org_check_is_old = That was more than a year ago: something may have changed.
org_never_checked = We have not checked this organisation yet.
org_checked = We checked:
org_not_checked = We did not check:
org_not_each = each single announcement: read it well, and ask before you enrol or set out
org_not_certificate = This is not a certificate. If they ask you for money, or if something seems wrong, stop and write to us.
org_charter = It accepted the charter for announcers: { $date }.
org_read_charter = Read the charter
org_join = Do you work in an organisation that wants to announce here? Introduce it.

## Search
search_title = Search
search_lead = Write a word: a job, a neighbourhood, a document.
search_label = What are you looking for?
search_button = Search
search_results = { $count ->
    [0] No results
    [one] { $count } result
   *[other] { $count } results
}
search_without_script = Search needs JavaScript. Without it, you can browse everything from here:
search_all = Everything
search_only_open = Only open
search_sort = Order
search_sort_relevance = Closest to the word
search_sort_deadline = Closing soonest first
search_filter_kind = Type
search_filter_status = Status
search_filter_zone = Area
search_filter_organisation = Organisation
search_filter_year = Year
search_failed = Search is not working right now. You can browse the lists.
filter_me = For me
filter_me_lead = Choose what is true for you: what you can take part in is left. The page's address keeps your choice.
filter_free = Free
filter_online = Online
filter_women = Women only
filter_level = Your Italian
filter_age = Your age
filter_permit = Your permit
filter_permit_none = no permit
filter_language = Language spoken
filter_more = More filters
filter_clear = Clear the filters
open_map = Open the map
map = map
listen = Listen
listen_stop = Stop the voice
offline_title = You are offline
offline_lead = This page is not saved on your phone.
offline_kept = These pages are saved:
offline_call = You do not need the internet to make a phone call.
offline_saved = You are offline: this page was saved on { $date }. Call before you go.
results_italian = Also in Italian
search_more = Show more
search_over = Look among those already closed
search_maybe = Maybe: ask
search_maybe_lead = These announcements do not say whether you need a permit. Ask before you go.

## What do you need?
help_title = What do you need?
help_lead = Choose one thing. You find who can help you, in which languages, and a number to call.
help_urgent = Is it urgent? Call now
help_need_title = { $need }: whom to ask
help_spoken = English is spoken here
help_none_spoken = We know of no desk for this where English is spoken.
help_no_desk = We do not know of a desk for this yet.
help_next_best = You can also ask here: English is spoken
help_others = Other languages are spoken here
help_language_unknown = languages not stated
help_all_desks = All help desks
help_announcements = Open announcements
help_rest = See the others
help_interpreters_title = Does nobody speak your language?
help_interpreters_languages = { $count ->
    [one] They answer in { $count } language.
   *[other] They answer in { $count } languages.
}
help_request_title = Ask us
help_request_lead = The message is already written, in Italian and in English. Add what is missing, and send it.
help_request_need = I need help: { $need }
help_request_language = I speak: { $language }
help_request_details = What I need
help_request_sms = Send an SMS
help_near = Where are you?
help_anywhere = Anywhere
help_near_note = Your choice stays on this phone. To delete it, choose “Anywhere”.

## Page that is not there
not_found_title = This page does not exist
not_found_lead = The address may be wrong. Announcements never change address: try to search for them.

## Paper
scan_code = Scan the code
scan_or_write = or type this address:
poster_apply_by = Until
poster_take_down = Take down after { $date }
print_title = Print
print_lead = Posters and sheets ready for the printer, in black and white too.
print_empty = Nothing is open today that could be printed.
print_channel = The channel's poster
print_all = All the posters (A4)
print_items = One at a time
print_item = Opportunity
print_more = Other languages and messages
print_messages = Message in two languages
print_sheets = { $count ->
    [one] { $count } sheet
   *[other] { $count } sheets
}
print_by_language = In one language
print_by_language_lead = One file with everything that is open: a list, then the posters.
print_by_centre = For a centre
print_by_centre_lead = In Italian and in the languages of the people who live or come there.
print_place = Permanent sheet for this place
place_title = Notice board: { $place }
place_open = Everything open now: courses, work, housing, documents
print_one = One per sheet
print_four = Four per sheet
print_pack_title = Open opportunities
print_week_title = Open now
print_soon = Closing soon
print_next = Later
print_always = Always open
print_updated = Updated on { $date }
print_open = { $count ->
    [one] { $count } open opportunity
   *[other] { $count } open opportunities
}
channel_title = Follow the board on WhatsApp
channel_lead = Courses, work, housing, rights, events. { channel_free }
channel_step_1 = Point your camera at the code.
channel_step_2 = Tap the link: WhatsApp opens.
channel_step_3 = Tap “Follow” at the top.
channel_step_4 = Tap the bell to get notifications.
last_days = Last days
extended = Deadline extended: it was { $date }
reopened = Open again
corrected = Correction: the details have changed
digest_title = This week's opportunities
digest_more = Everything that is open
invite_title = I invite you to join the channel { $board }!
invite_how = How?
invite_step_1 = Save the number from which you get this message
invite_step_2 = Tap the link and join the channel
invite_who = Who is it for?
invite_who_people = Migrants, refugees and asylum seekers looking for opportunities and information
invite_who_workers = Social workers and everybody who works for inclusion
invite_what = What do you find?
invite_what_work = Work and training
invite_what_home = Housing
invite_what_law = Procedures and new laws
invite_what_news = Useful news
invite_info = For information, or to propose an announcement
invite_share = Share this with anybody who may be interested!
welcome = Welcome! Here you find free courses, work, housing, rights and events.

## Messages

## Honesty
fact-non-previsto = not provided
fact-non-indicato = the source does not say
fact-da-chiedere = to be asked
enrolment-non-previsto = no need to enrol
certificate-non-previsto = no certificate

## Kinds
kind-formazione = Course
kind-lavoro = Job
kind-abitare = Housing
kind-normativa = Documents and laws
kind-notizia = Notice
kind-progetto = Service
kind-evento = Event
kinds-formazione = Courses
kinds-lavoro = Jobs
kinds-abitare = Housing
kinds-normativa = Documents and laws
kinds-notizia = Notices
kinds-progetto = Services
kinds-evento = Events
kind-formazione-lead = Italian courses, courses to learn a job, scholarships.
kind-lavoro-lead = Job offers, internships, civic service.
kind-abitare-lead = Homes, help with the rent, help to find a home.
kind-normativa-lead = Laws and procedures that change: permits, documents, rights.
kind-notizia-lead = Useful news for people who live here.
kind-progetto-lead = New projects and services in the area.
kind-evento-lead = Meetings, parties, open days.

## Words of the fields
attendance-in-presenza = in person
attendance-online = online
attendance-ibrida = in person and online
attendance-da-remoto = remote
weekday-lun = Monday
weekday-mar = Tuesday
weekday-mer = Wednesday
weekday-gio = Thursday
weekday-ven = Friday
weekday-sab = Saturday
weekday-dom = Sunday
cost-gratuito = free
cost-contributo = small fee
cost-a-pagamento = you pay
cost-offerta-libera = give what you like
cost-differito = you pay later, once you are working
free-for-accoglienza = if you live in a reception centre
free-for-protezione = if you have asylum or protection
free-for-disoccupati = if you have no job
free-for-studenti = if you study
free-for-minori = if you are under 18
free-for-donne = if you are a woman
free-for-disabilita = if you have a disability
benefit-retribuzione = pay
benefit-indennita = allowance
benefit-diaria = daily allowance
benefit-borsa = scholarship
benefit-contributo-affitto = help with the rent
benefit-assegno-servizio-civile = civic service allowance
benefit-rimborso = refund
benefit-contributo = financial help
benefit-buono = voucher
benefit-alloggio = a place to live
per-ora = per hour
per-giorno = per day
per-settimana = per week
per-mese = per month
per-anno = per year
per-una-tantum = one time only
permit-qualsiasi = any permit
permit-richiesta-asilo = asylum seeker's permit
permit-asilo = asylum (refugee status)
permit-protezione-sussidiaria = subsidiary protection
permit-protezione-temporanea = temporary protection
permit-protezione-speciale = special protection
permit-casi-speciali = special cases
permit-cure-mediche = medical treatment
permit-minore-eta = minor (under 18)
permit-attesa-occupazione = awaiting employment
permit-lavoro = work
permit-motivi-familiari = family reasons
permit-protezione-sociale = social protection
permit-apolidia = statelessness
permit-ue-lungo-periodo = EU long-term resident
permit-ue-lungo-periodo-per-protezione-internazionale = EU long-term resident with international protection
permit-studio = study
permit-state-in-corso-di-validita = still valid
permit-state-ricevuta-accettata = the receipt is accepted too
permit-state-che-consenta-il-lavoro = that lets you work
permit-state-nessun-permesso-richiesto = no residence permit needed
permit-state-scaduto-ma-prorogato = even expired, if extended
gender-solo-donne = women only
gender-donne-con-bambini = women with children
gender-misto = women and men
gender-donne-uomini-e-bambini = women, men and children
level-pre-a1 = pre-A1 (learning to read and write)
level-a1 = A1
level-a2 = A2
level-b1 = B1
level-b2 = B2
level-c1 = C1
level-c2 = C2
contract-tempo-determinato = fixed-term contract
contract-tempo-indeterminato = permanent contract
contract-apprendistato = apprenticeship
contract-stagionale = seasonal work
contract-somministrazione = agency work
contract-a-chiamata = on-call work
contract-collaborazione = collaboration contract
contract-lavoro-autonomo = self-employment
contract-lavoro-domestico = domestic work
contract-tirocinio = internship (tirocinio)
contract-servizio-civile = civic service (servizio civile)
contract-short-list = list of people to call
contract-prestazione-occasionale = occasional work (prestazione occasionale)
contract-volontariato = volunteering, unpaid
housing-contributo-affitto = help with the rent
housing-alloggio-pubblico = public housing
housing-canone-calmierato = low-rent home
housing-coabitazione = shared home
housing-accoglienza-in-famiglia = living with a host family
housing-sportello-casa = housing help desk
housing-stanza = room
housing-alloggio-temporaneo = temporary home
housing-garanzia-affitto = deposit for the rent
training-corso = course
training-borsa-di-studio = scholarship
act-legge = law
act-decreto = decree
act-decreto-legge = decree-law
act-decreto-legislativo = legislative decree
act-dpr = decree of the President of the Republic
act-regolamento = regulation
act-direttiva = directive
act-decisione = decision
act-circolare = circular
act-sentenza = court judgment
act-prassi = office practice
access-libero = no booking needed
access-su-segnalazione = a service must refer you
access-su-appuntamento = by appointment
access-su-prenotazione = by booking
entry-libero = open to all
entry-su-prenotazione = by booking
entry-conferma-gradita = open to all, better if you confirm
entry-su-invito = by invitation
part-mattina = morning
part-pomeriggio = afternoon
part-sera = evening
deadline-sempre-aperte = always open
deadline-fino-a-esaurimento-posti = until places run out
deadline-nessuna = no deadline
document-permesso-di-soggiorno = residence permit
document-ricevuta-del-permesso-di-soggiorno = receipt of the residence permit
document-codice-fiscale = tax code (codice fiscale)
document-documento-di-identita = identity document
document-passaporto = passport
document-cv = CV (curriculum vitae)
document-lettera-di-motivazione = motivation letter
document-fototessera = passport-size photo
document-isee = ISEE (family income document)
document-tessera-sanitaria = health card (tessera sanitaria)
document-spid = SPID (digital identity)
document-contratto-di-affitto-registrato = registered rental contract
document-titolo-di-studio = school or university certificate
document-patente-b = driving licence B
document-modulo-di-iscrizione = enrolment form
document-marca-da-bollo = revenue stamp (marca da bollo)
document-bollettino = post office payment slip (bollettino)
document-nessuno = no documents
service-trasporto = transport
service-custodia-bambini = children's room
service-computer = computers
service-connessione = internet connection
service-pasti = meals
service-alloggio = accommodation
service-mediazione = language mediation
service-assicurazione = insurance
centre-sportello = help desk
centre-centro-di-accoglienza = reception centre
centre-centro-diurno = day centre
centre-scuola = school
centre-biblioteca = library
centre-servizio-sanitario = health service
centre-patronato = welfare advice office
centre-centro-antiviolenza = anti-violence centre
centre-mensa = canteen
centre-centro-per-l-impiego = job centre
organisation-ente-pubblico = public body
organisation-ets = third-sector organisation (ETS)
organisation-cooperativa-sociale = social cooperative
organisation-associazione = association
organisation-ong = NGO
organisation-agenzia-onu = United Nations agency
organisation-scuola = school
organisation-universita = university
organisation-ente-di-formazione = training provider
organisation-sindacato = trade union
organisation-patronato = welfare advice office
organisation-agenzia-per-il-lavoro = employment agency
organisation-azienda = company
organisation-ente-religioso = religious body
organisation-fondazione = foundation
verification-registro = its entry in a public register (RUNTS or IPA)
verification-richiamata = its telephone, by calling back on a number found elsewhere
verification-scopo = its purpose: what it does and for whom
verification-nessun-costo = costs: candidates must pay nothing
verification-carta = the charter for announcers: with whoever accepted it
need-documenti = Documents
need-chiedere-asilo = Asking for asylum
need-avvocato = Lawyer
need-dove-dormire = Where to sleep
need-casa = Housing
need-mangiare-e-lavarsi = Food and washing
need-salute = Health
need-italiano = Learning Italian
need-lavoro = Work
need-figli-e-scuola = Children and school
need-violenza = Violence
need-altro = Something else
emergency-emergenza = Police, ambulance, fire brigade
emergency-violenza = Violence and stalking
emergency-bambini = Children and young people in danger
emergency-tratta = Trafficking and exploitation
emergency-suicidio = Thoughts of harming yourself
language-it = Italian
language-en = English
language-fr = French
language-es = Spanish
language-ar = Arabic
language-bn = Bengali
language-uk = Ukrainian
language-ur = Urdu
language-fa = Farsi
language-prs = Dari
language-ps = Pashto
language-ru = Russian
language-zh = Chinese
language-ro = Romanian
language-sq = Albanian
language-tr = Turkish
language-ti = Tigrinya
language-am = Amharic
language-so = Somali
language-wo = Wolof
language-man = Mandinka
language-pa = Punjabi
language-hi = Hindi
language-pt = Portuguese
language-ku = Kurdish
language-ff = Fula
language-bm = Bambara

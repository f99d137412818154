# Testi dell'interfaccia. Una lingua è un file come questo, con le stesse chiavi.
# Le chiavi con il trattino basso sono dell'interfaccia; quelle con il trattino sono le parole dei campi.

autonym = Italiano
direction = ltr
og_locale = it_IT

## Navigazione
skip_to_content = Vai al contenuto
menu = Menu
board_gloss = Bacheca di annunci
home = Aperti adesso
archive = Archivio
search = Cerca
languages = Lingue
feed = Feed RSS
channel = Canale WhatsApp
channel_follow = Segui su WhatsApp
channel_free = Gratis. Nessuno vede il tuo numero.
older = Più vecchi
newer = Più recenti
page_of = Pagina { $page } di { $pages }
licence = Testi con licenza CC BY 4.0
run_by = Servizio gratuito di { $names }.
never_money = Non chiediamo mai soldi.
report_page = Segnala un errore o una truffa
report_message = Segnalo un errore o una truffa in questa pagina: { $address }
announce = Proponi un annuncio
announce_lead = Lavori in un'associazione, in un centro o in un ufficio? Qui proponi un corso, un lavoro, un evento.
announce_languages = Il modulo è in queste lingue:
correct_this = Correggi questo annuncio
updated_on = Aggiornata: { $date }

## Elenchi
home_title = Aperti adesso
home_lead = Corsi, lavoro, casa, diritti ed eventi. Prima quello che scade prima.
home_empty = In questo momento non c'è niente di aperto. Guarda nell'archivio, o iscriviti al canale per sapere quando arriva qualcosa.
kind_empty = Qui non c'è niente di aperto in questo momento.
list_near = Nei prossimi 7 giorni
list_few_places = Pochi posti: chi prima arriva
list_always = Sempre: servizi, documenti, avvisi
list_from_month = { $month } e dopo
list_over = Già chiusi
list_undated = Senza data
near_me = Vicino a me
recheck = Da ricontrollare
archive_lead = Quello che è finito, anno per anno. Resta qui, per sempre.
archive_empty = Qui non c'è ancora niente.
archive_open = { $count ->
    [one] C'è { $count } annuncio aperto adesso
   *[other] Ci sono { $count } annunci aperti adesso
}
archive_year = Archivio { $year }
archive_count = { $count ->
    [one] { $count } annuncio
   *[other] { $count } annunci
}
zone_title = { $zone }
zone_lead = Che cosa c'è in { $zone }.
zone_sheet = Stampa la locandina di questa zona, con il codice
zones_lead = Tocca la tua zona: ci sono gli annunci aperti e i posti dove chiedere aiuto.
map_credit = Mappa: { $source }, { $licence }
zone_items = { $count ->
    [one] { $count } annuncio
   *[other] { $count } annunci
}
zone_contact_points = { $count ->
    [one] { $count } sportello
   *[other] { $count } sportelli
}
follow_title = Ricevi le novità
follow_lead = Le novità ti arrivano da sole: non serve tornare qui ogni giorno, e non serve registrarsi.
follow_for_sites = Per chi fa siti
feed_all = Tutti gli annunci
feed_what = Un feed è un elenco che si aggiorna da solo. Copia il suo indirizzo in un lettore di feed (per esempio Feeder o Thunderbird): ogni nuovo annuncio arriva lì. È gratuito e non serve registrarsi.
calendar_title = Nel calendario
calendar_tap = Tocca: le date arrivano nel tuo calendario e si aggiornano da sole. Tre giorni prima di una scadenza il calendario ti avvisa.
calendar_by_hand = Il pulsante non funziona?
calendar_what = Copia un indirizzo nel calendario del telefono o del computer, dove dice «Iscriviti» o «Aggiungi da URL».
calendar_events = Corsi ed eventi
calendar_deadlines = Scadenze
data_title = Dati aperti
data_what = Tutti gli annunci in un file, per programmi e fogli di calcolo. Si possono riusare dicendo da dove vengono (CC BY 4.0).

## Annuncio
status_open = Aperto
status_on = { $label } { $date }
date_at = { $date }, ore { $time }
date_hours = { $date }, { $hours }
status_enrol_by = Iscriviti entro
status_apply_by = Candidati entro
status_request_by = Fai domanda entro
status_book_by = Prenota entro
status_do_by = Da fare entro
status_enrol_over = Iscrizioni finite
status_apply_over = Candidature finite
status_request_over = Domande finite
status_book_over = Prenotazioni chiuse
status_next = La prossima data è
status_also = anche { $dates }
status_in_force = Vale da
status_open_always = Aperto: le iscrizioni non scadono
status_open_hours = Aperto: { $hours }
status_open_places = Aperto fino a esaurimento posti
status_event_until = Fino a { $date }
status_valid_until = Valido fino a { $date }
status_open_no_end = In corso
status_recheck = Da ricontrollare: chiedi prima di andare
status_full = Posti esauriti
status_cancelled = Annullato
status_withdrawn = Ritirato
status_closed = Chiuso
status_closed_on = Finito { $date }
status_over_in = Finito: { $month }
month_end = { $month }
month_start = { $month }
status_draft = Bozza
example = Esempio
example_note = Questo annuncio è inventato: serve a mostrare come funziona la bacheca.
old_text = Leggi il vecchio annuncio
archived_note = Era già chiuso quando è entrato in archivio.
withdrawn_note = L'organizzazione ha ritirato questo annuncio.
only_italian = Il testo è solo in italiano.
ask_in_language = Chiedi in italiano
copy_to_translate = Copia per tradurre
copied = Copiato
see_open = Vedi che cosa è aperto
machine_translated = Traduzione automatica: se qualcosa non è chiaro, vale il testo italiano.
human_translated = Traduzione fatta da una persona.
reviewed_translation = Riletta da una persona: { $date }.
stale_translation = Il testo italiano è cambiato dopo questa traduzione.
read_original = Leggi in italiano
days_left_today = oggi
days_left_tomorrow = domani
days_left = fra { $days } giorni
closed_since_build = È scaduto: adesso è chiuso.
share = Condividi su WhatsApp
poster = Stampa la locandina
poster_languages = In più lingue
poster_strips = Con i foglietti da strappare
code = Codice QR
calendar_add = Aggiungi al calendario
edition = Edizione
editions = Scegli dove e quando
details = In breve
how_to_apply = Come fare
one_of_these_ways = In uno di questi modi:
what_you_find = Che cosa trovi
glossary_title = Parole difficili
glossary_lead = Le parole degli uffici, spiegate con parole facili.
easy_title = In parole facili
easy_lead = Annunci aperti, con frasi corte. Le parole difficili portano alla spiegazione.
ask = A chi chiedere
credits = Immagine: { $credits }
organised_by = Organizza
row_hires = Chi assume
row_answers = Rispondono
published_on = Pubblicato: { $date }
verified_on = Verificato: { $date }
replaced_by = Sostituito da
edition_of = Nuova edizione di

## Fatti: nomi delle righe
row_who = Per chi
row_when = Quando
row_where = Dove
row_cost = Costo
row_deadline = Scadenza
row_documents = Che cosa serve
row_benefits = Che cosa ricevi
row_services = Servizi
row_certificate = Alla fine
row_seats = Posti
row_duties = Che cosa si fa
row_requirements = Requisiti
row_contract = Contratto
row_pay = Retribuzione
row_goals = Obiettivi
row_activities = Attività
row_duration = Durata
row_access = Come si partecipa
row_programme = Programma
row_entry = Ingresso
row_act = Atto
row_validity = Validità
row_force = In vigore
row_permits = Permessi interessati
row_steps = Che cosa fare
row_changes = Che cosa cambia
row_counts = In numeri
row_partners = Insieme a
row_funding = Finanziamento
row_languages = Lingue parlate
row_accessibility = Accessibilità
row_warnings = Attenzione
row_source = Fonte
source_notes = Nota sulle fonti
row_selection = Selezione
row_attendance = Frequenza
row_level = Livello
row_housing = Tipo di aiuto
row_territory = Territorio

## Fatti: frasi
age_between = da { $min } a { $max } anni
age_from = da { $min } anni in su
age_to = fino a { $max } anni
level_from = italiano almeno { $level }
level_to = italiano al massimo { $level }
speaks = devi parlare { $languages }
speaks_one_of = devi parlare almeno una di queste lingue: { $languages }
isee_to = ISEE fino a { $amount }
income_to = reddito fino a { $amount }
residence_in = residenza: { $places }
digital_identity = serve SPID, CIE o CNS
owns_no_home = senza una casa di proprietà
permits_accepted = permesso di soggiorno: { $permits }
date_from_to = da { $start } a { $end }
date_from = da { $start }
times_between = { $start }{"\u2060"}–{"\u2060"}{ $end }
times_from = dalle { $start }
hours_total = { $hours ->
    [one] { $hours } ora in tutto
   *[other] { $hours } ore in tutto
}
weekly_hours = { $hours ->
    [one] { $hours } ora alla settimana
   *[other] { $hours } ore alla settimana
}
hours_unknown = orari: { $word }
pause_from_to = pausa { $first ->
    [8] dall'{ $start }
    [11] dall'{ $start }
   *[other] dal { $start }
} { $last ->
    [8] all'{ $end }
    [11] all'{ $end }
   *[other] al { $end }
}
pause_on = pausa: { $when }
months_total = { $months ->
    [one] { $months } mese
   *[other] { $months } mesi
}
seats_max = { $count ->
    [one] { $count } posto
   *[other] { $count } posti
}
seats_between = da { $min } a { $max } posti
money = { $amount } €
money_between = da { $min } a { $max }
money_per = { $amount } { $per }
money_up_to = fino a { $amount }
gross = lordi
net = netti
to_company = all'azienda
to_family = alla famiglia
cost_reason = { $amount } per { $reason }
cost_optional = non obbligatorio
name_and_value = { $name }: { $value }
aid = Agevolazioni: { $aid }
state_fees = Costi dello Stato
renewable = prolungabile
agreement = contratto collettivo: { $agreement }
grade = livello { $grade }
one_of = uno di questi: { $documents }
stage_hours = { $hours } ore di pratica
force_from = da { $date }
force_until = fino a { $date }
act_of = { $act } n. { $number }, { $date }
extended_from = Prorogata: prima era { $date }
opens_on = Domande da { $date }
percentage = { $number }% delle spese
homes = { $count ->
    [one] { $count } alloggio
   *[other] { $count } alloggi
}
registered_lease = serve un contratto di affitto registrato
was = Prima: { $value }
is_now = Adesso: { $value }
count_of = { $item }: { $number }
subject_line = oggetto: «{ $subject }»
attach = allega: { $documents }
referred_by = segnalazione di: { $services }

## Risposte in una riga
who_age_from = da { $min } anni
who_level_from = italiano da { $level }
who_no_italian = anche se non sai l'italiano
who_no_permit = anche senza permesso
who_permit = con permesso di soggiorno
who_receipt = con permesso o ricevuta
who_permit_work = con permesso per lavorare
who_permit_of = solo con permesso: { $permits }
and_others = { $names } e altri { $count }
who_by_group = dipende dal gruppo
period = { $start } – { $end }
groups_count = { $count ->
    [one] { $count } gruppo
   *[other] { $count } gruppi
}
groups_next = { $count } gruppi; il prossimo: { $group }
places_count = { $count } luoghi
money_price = costa { $amount }
money_instalments = { $amount } in { $count } rate da { $each }
money_free = gratis
money_optional = gratis; se vuoi, { $amount }
money_free_for_some = { $amount }, o gratis per alcuni
money_less_for_some = { $amount }, meno per alcuni
money_wage = ti pagano { $amount }
money_grant = ricevi { $amount }
money_request_free = fare domanda è gratis
money_plus_fees = { $price }, più { $fees } per lo Stato
languages_named = lingue: { $languages }
we_speak = parliamo { $languages }
money_free_if = gratis { $who }, se no { $amount }
free_for_isee = con ISEE fino a { $amount }
way_come = Vieni
way_or = oppure: { $way }
colon = {": "}

## Azioni
action_form = Iscriviti
action_apply = Candidati
action_request = Fai domanda
action_book = Prenota
action_wait = Mettiti in lista d'attesa
action_call = Chiama
action_whatsapp = Scrivi su WhatsApp
action_email = Scrivi una e-mail
action_site = Vai al sito
channel_by_hand = Vai di persona
channel_registered = Spedisci una raccomandata
channel_pec = Scrivi con la PEC
channel_first_lesson = Presentati alla prima lezione
channel_referral = Chiedi a un servizio di segnalarti
channel_none = Non serve iscriversi
channel_email_line = Scrivi a { $email }
channel_telephone_line = Chiama { $telephone }
channel_whatsapp_line = Scrivi su WhatsApp a { $telephone }
channel_form_line = Compila il modulo
open_form = Apri il modulo
channel_platform_line = Fai la domanda sulla piattaforma
message_enrol = Buongiorno, vorrei iscrivermi a «{ $title }». Mi chiamo …
message_apply = Buongiorno, vorrei candidarmi per «{ $title }». Mi chiamo …
message_request = Buongiorno, vorrei fare domanda per «{ $title }». Mi chiamo …
message_book = Buongiorno, vorrei prenotare un posto per «{ $title }». Mi chiamo …
message_wait = Buongiorno, vorrei entrare nella lista d'attesa per «{ $title }». Mi chiamo …
message_ask = Buongiorno, vorrei informazioni su «{ $title }». Mi chiamo …
message_ready = Il messaggio è già scritto: «{ $text }»
answers_now = Adesso rispondono
answers_later = Rispondono da { $moment }

## Sportelli
hours_closed = chiuso
hours_open = aperto { $hours }
hours_holiday = chiuso: è festa
suspended_until = Servizio sospeso fino a { $date }
verification_missing = Da più di un anno nessuno ha controllato: chiedi prima di andare.
verification_never = Nessuno ha ancora controllato questi dati: chiedi prima di andare.
contact_points_title = Sportelli e centri
contact_points_lead = Uffici, centri e scuole dove una persona ti aiuta. Guarda le lingue e gli orari.
contact_points_empty = Qui non c'è ancora nessuno sportello.
contact_points_elsewhere = In altri posti
contact_points_count = Sportelli: { $count }
contact_point_needs = Qui ti aiutano per
hours_title = Orari
hours_notices = Giorni diversi dal solito
hours_unknown_here = Non sappiamo gli orari: chiedi prima di andare.
how_to_get_there = Come arrivare
contact_point_announcements = Che cosa c'è qui adesso
contact_point_elsewhere = Dalla stessa organizzazione
contact_point_run_by = Di chi è
contacts_of_organisation = Questi contatti sono dell'organizzazione.
contact_point_of_item = Orari e contatti di questo posto
save_contact = Salva il contatto
save_contacts = Salva tutti i contatti
filter_need = Che cosa ti serve
filter_open_now = Aperti adesso
open_always = Adesso è aperto
open_until = Adesso è aperto, fino alle { $time }
open_some = Adesso è aperto, ma non per tutti: guarda gli orari
open_appointment = Solo su appuntamento: prima chiedi
closed_now = Adesso è chiuso
opens_at = Adesso è chiuso. Apre: { $moment }
opens_appointment = Adesso è chiuso. Su appuntamento: { $moment }
filters = Scegli per bisogno, lingua e zona

## Organizzazioni
org_title = Chi annuncia
org_lead = Le organizzazioni che mettono annunci su questa bacheca: chi sono, che cosa è aperto adesso, che cosa abbiamo controllato.
org_empty = Non c'è ancora nessuna organizzazione.
org_with_open = Hanno qualcosa di aperto adesso
org_others = Le altre
org_open_count = aperti adesso: { $count }
org_not_verified = non ancora controllata
org_checked_on = controllata: { $date }
org_example_note = Questa organizzazione è inventata: serve a mostrare come funziona la bacheca.
org_withdrawn = Questa organizzazione non annuncia più su questa bacheca.
org_in_network = Fa parte della rete di questa bacheca.
org_inclusion = Che cosa fa per l'inclusione
org_tax_code = Codice fiscale
org_register = Registro pubblico
org_desks = I suoi sportelli
org_nothing_open = In questo momento non ha niente di aperto.
org_before = Annunci di prima, già chiusi: { $count }
org_verification = Che cosa abbiamo controllato
org_last_check = Ultimo controllo: { $date }.
org_checked_by = Chi ha controllato
org_check_is_old = È passato più di un anno: qualcosa può essere cambiato.
org_never_checked = Non abbiamo ancora controllato questa organizzazione.
org_checked = Abbiamo controllato:
org_not_checked = Non abbiamo controllato:
org_not_each = ogni singolo annuncio: leggilo bene, e chiedi prima di iscriverti o di partire
org_not_certificate = Questo non è un certificato. Se ti chiedono soldi o se qualcosa non ti convince, fermati e scrivici.
org_charter = Ha accettato la carta di chi annuncia: { $date }.
org_read_charter = Leggi la carta
org_join = Lavori in un'organizzazione che vuole annunciare qui? Presentala.

## Ricerca
search_title = Cerca
search_lead = Scrivi una parola: un mestiere, un quartiere, un documento.
search_label = Che cosa cerchi?
search_button = Cerca
search_results = { $count ->
    [0] Nessun risultato
    [one] { $count } risultato
   *[other] { $count } risultati
}
search_without_script = La ricerca ha bisogno di JavaScript. Senza, puoi sfogliare tutto da qui:
search_all = Tutto
search_only_open = Solo aperti
search_sort = Ordine
search_sort_relevance = I più vicini alla parola
search_sort_deadline = Prima chi scade prima
search_filter_kind = Tipo
search_filter_status = Stato
search_filter_zone = Zona
search_filter_organisation = Organizzazione
search_filter_year = Anno
search_failed = La ricerca non funziona in questo momento. Puoi sfogliare gli elenchi.
search_filters = Filtri
search_instead = Non c'è niente con «{ $asked }». Forse cercavi «{ $word }».
search_meant = Cercato anche:
search_loose = Niente di aperto ha tutte queste parole. Questi annunci ne hanno alcune.
search_nothing_open = Adesso non c'è niente di aperto per «{ $words }».
search_try = Prova con:
search_ask = Non trovi quello che ti serve? Chiedi a noi.
search_unfiltered = Togli i filtri: senza, i risultati sono { $count }.
filter_me_lead = Scegli quello che ti riguarda: restano gli annunci a cui puoi partecipare. L'indirizzo della pagina conserva la scelta.
filter_free = Gratis
filter_online = Online
filter_women = Solo per donne
filter_level = Il tuo italiano
filter_age = La tua età
filter_permit = Il tuo permesso
filter_permit_none = nessun permesso
filter_language = Lingua parlata
filter_clear = Togli i filtri
open_map = Apri la mappa
map = mappa
listen = Ascolta
listen_stop = Ferma la voce
offline_title = Sei senza rete
offline_lead = Questa pagina non è salvata sul telefono.
offline_kept = Queste pagine sono salvate:
offline_call = Per telefonare non serve internet.
offline_saved = Sei senza rete: questa pagina è stata salvata: { $date }. Prima di andare, chiama.
results_italian = Anche in italiano
search_more = Mostra altri
search_over = Guarda fra quelli già chiusi
search_maybe = Forse: chiedi
search_maybe_lead = Questi annunci non dicono se serve un permesso. Chiedi prima di andare.

## Posso andare?
can_go_title = Posso andare?
can_go_lead = Rispondi a poche domande: ti diciamo dove puoi andare. Puoi saltare quello che non vuoi dire.
can_go_private = Le risposte restano su questo telefono. Non le vede nessuno.
can_go_held = Hai un permesso di soggiorno?
can_go_held_valid = Sì, ed è valido
can_go_held_receipt = Ho solo la ricevuta
can_go_held_expired = È scaduto
can_go_held_none = No
can_go_permit = Quale permesso?
can_go_age = Quanti anni hai?
can_go_italian = Quanto italiano sai?
can_go_italian_none = niente o quasi
can_go_italian_a1 = mi presento, poche parole
can_go_italian_a2 = frasi semplici di ogni giorno
can_go_italian_b1 = capisco e parlo quasi sempre
can_go_italian_b2 = parlo bene di molte cose
can_go_italian_c1 = parlo benissimo
can_go_home = Dove abiti?
can_go_elsewhere = in un altro posto
can_go_sex = Sei donna o uomo?
can_go_woman = donna
can_go_man = uomo
can_go_skip = non lo dico
can_go_show = Vedi dove puoi andare
can_go_forget = Cancella le mie risposte
can_go_forgotten = Le tue risposte non ci sono più.
can_go_share = Manda queste risposte su WhatsApp
can_go_share_note = Chi apre il messaggio vede le risposte. Sul suo telefono restano solo se lo chiede.
can_go_yes = Sì, puoi andare
can_go_ask = Forse: chiedi
can_go_no = No, serve:
can_go_no_title = No, per te non va bene
can_go_change = Cambia le risposte
can_go_failed = In questo momento non riusciamo a rispondere. Guarda gli elenchi.
can_go_without_script = Le domande hanno bisogno di JavaScript. Senza, guarda gli elenchi: ogni annuncio dice per chi è.
asks_permit_unknown = non è scritto se serve un permesso
asks_age_unknown = l'età: non è scritta
asks_woman = essere donna
asks_children = venire con i bambini
asks_residence = la residenza: leggi dove
asks_languages = le lingue da parlare
asks_job = quello che il lavoro chiede
asks_qualification = il titolo di studio
asks_licence = la patente di guida
asks_employment = la tua situazione di lavoro
asks_means = l'ISEE o il reddito
asks_reception = il centro di accoglienza
asks_household = com'è composta la tua famiglia
asks_referral = qualcuno che ti segnala o ti invita
asks_other = altre condizioni: leggile
asks_in_words = leggi per chi è
asks_unknown = non è scritto per chi è
asks_permit = un permesso di soggiorno valido
asks_permit_or_receipt = un permesso di soggiorno o la ricevuta
asks_permit_to_work = un permesso che permette di lavorare
asks_renewal_receipt = serve la ricevuta del rinnovo

## Di che cosa hai bisogno?
help_title = Di che cosa hai bisogno?
help_lead = Scegli una cosa. Trovi chi ti può aiutare, in quali lingue, e un numero da chiamare.
help_urgent = È urgente? Chiama subito
help_need_title = { $need }: a chi chiedere
help_spoken = Qui parlano italiano
help_none_spoken = Non conosciamo uno sportello per questo dove parlano italiano.
help_no_desk = Non conosciamo ancora uno sportello per questo.
help_next_best = Puoi chiedere anche qui: parlano italiano
help_others = Qui parlano altre lingue
help_language_unknown = lingue non indicate
help_all_desks = Tutti gli sportelli
help_announcements = Annunci aperti
help_rest = Vedi gli altri
help_interpreters_title = Nessuno parla la tua lingua?
help_interpreters_languages = { $count ->
    [one] Rispondono in { $count } lingua.
   *[other] Rispondono in { $count } lingue.
}
help_request_title = Chiedi a noi
help_request_lead = Il messaggio è già scritto. Aggiungi quello che manca e invia.
help_request_both = È nella lingua di chi lo legge e nella tua.
help_request_need = Cerco aiuto: { $need }
help_request_language = Parlo: { $language }
help_request_details = Mi serve
help_request_sms = Manda un SMS
help_near = Dove sei?
help_anywhere = Ovunque
help_near_note = La scelta resta su questo telefono. Per cancellarla scegli «Ovunque».

## Pagina che non c'è
not_found_title = Questa pagina non c'è
not_found_lead = Forse l'indirizzo è scritto male. Gli annunci non cambiano mai indirizzo: prova a cercarli.

## Carta
scan_code = Inquadra il codice
scan_or_write = oppure scrivi questo indirizzo:
poster_apply_by = Fino a
poster_take_down = Togli dopo { $date }
print_title = Stampa
print_lead = Locandine e fogli pronti per la stampante, anche in bianco e nero.
print_empty = Oggi non c'è niente di aperto da stampare.
print_channel = La locandina del canale
print_all = Tutte le locandine (A4)
print_items = Una alla volta
print_item = Annuncio
print_more = Altre lingue e messaggi
print_messages = Messaggio in due lingue
print_sheets = { $count ->
    [one] { $count } foglio
   *[other] { $count } fogli
}
print_by_language = In una lingua
print_by_language_lead = Un file con tutto quello che è aperto: un elenco, poi le locandine.
print_by_centre = Per un centro
print_by_centre_lead = In italiano e nelle lingue di chi vive o passa da lì.
print_place = Foglio fisso per questo posto
print_contact_points_lead = Da appendere o da dare: chi aiuta, in quali lingue, quando, il telefono.
print_contact_points_all = Tutti gli sportelli
print_contact_points_each = Una locandina per ogni sportello
print_zones = Una locandina per ogni zona
print_zones_lead = Il codice apre quello che è aperto in quella zona: la locandina vale sempre.
handout_title = Foglio da consegnare
handout_lead = Gli annunci che hai scelto, nella lingua di chi li riceve e in italiano, riga per riga. La scelta resta su questo apparecchio.
handout_tick = Sul foglio
handout_reader = Lingua di chi lo riceve
handout_print = Stampa il foglio
handout_send = Manda su WhatsApp
handout_copy = Copia il testo
handout_shortened = Per WhatsApp il testo era troppo lungo: l'abbiamo accorciato. «Copia il testo» lo copia intero.
handout_link = Copia l'indirizzo del foglio
handout_empty = Il foglio è vuoto. Nelle liste segna «Sul foglio» sugli annunci che servono.
handout_gone = Questo annuncio non è più aperto
handout_failed = Non riesco a leggere questo annuncio: serve la rete. Riprova
handout_remove = Togli dal foglio
handout_clear = Svuota il foglio
handout_no_script = Senza JavaScript il foglio non si compone qui: stampa le locandine una per una. Chi ha la bacheca sul computer lo fa con un comando:
print_near = Sportelli vicini
place_title = Bacheca: { $place }
place_open = Tutto quello che è aperto adesso: corsi, lavoro, casa, documenti
zone_open = Corsi, lavoro, casa, aiuto: che cosa è aperto adesso in questa zona
print_one = Una per foglio
print_four = Quattro per foglio
print_pack_title = Annunci aperti
print_week_title = Aperto adesso
print_soon = Scade presto
print_next = Più avanti
print_always = Sempre aperti
print_updated = Aggiornato a { $date }
print_open = { $count ->
    [one] { $count } annuncio aperto
   *[other] { $count } annunci aperti
}
channel_title = Segui la bacheca su WhatsApp
channel_lead = Corsi, lavoro, casa, diritti, eventi. { channel_free }
channel_step_1 = Inquadra il codice con la fotocamera.
channel_step_2 = Tocca il link: si apre WhatsApp.
channel_step_3 = Tocca «Iscriviti» in alto.
channel_step_4 = Tocca la campanella per ricevere gli avvisi.
last_days = Ultimi giorni
extended = Scadenza prorogata: prima era { $date }
reopened = Di nuovo aperto
corrected = Correzione: i dati sono cambiati
digest_title = Le opportunità della settimana
digest_more = Tutto quello che è aperto
invite_title = Ti invito a iscriverti al canale { $board }!
invite_how = Come si fa?
invite_step_1 = Salva in rubrica il numero da cui ricevi questo messaggio
invite_step_2 = Tocca il link e unisciti al canale
invite_who = Per chi è?
invite_who_people = Persone migranti, rifugiate e richiedenti asilo in cerca di opportunità e informazioni
invite_who_workers = Operatori, assistenti sociali e chi lavora per l'inclusione
invite_what = Che cosa trovi?
invite_what_work = Lavoro e formazione
invite_what_home = Alloggi e soluzioni per abitare
invite_what_law = Procedure e novità di legge
invite_what_news = Notizie utili
invite_info = Per informazioni e per proporre un annuncio
invite_share = Passa il messaggio a chi può essere interessato!
welcome = Benvenuto, benvenuta! Qui trovi corsi, lavoro, casa, diritti ed eventi gratuiti.

## Messaggi

## Onestà
fact-non-previsto = non previsto
fact-non-indicato = la fonte non lo dice
fact-da-chiedere = da chiedere
enrolment-non-previsto = non serve iscriversi
certificate-non-previsto = nessun attestato

## Tipi
kind-formazione = Corso
kind-lavoro = Lavoro
kind-abitare = Casa
kind-normativa = Documenti e leggi
kind-notizia = Avviso
kind-progetto = Servizio
kind-evento = Evento
kinds-formazione = Corsi
kinds-lavoro = Lavoro
kinds-abitare = Casa
kinds-normativa = Documenti e leggi
kinds-notizia = Avvisi
kinds-progetto = Servizi
kinds-evento = Eventi
kind-formazione-lead = Corsi di italiano, corsi per un mestiere, borse di studio.
kind-lavoro-lead = Offerte di lavoro, tirocini, servizio civile.
kind-abitare-lead = Alloggi, contributi per l'affitto, aiuto per cercare casa.
kind-normativa-lead = Leggi e procedure che cambiano: permessi, documenti, diritti.
kind-notizia-lead = Novità utili a chi vive qui.
kind-progetto-lead = Progetti e servizi nuovi sul territorio.
kind-evento-lead = Incontri, feste, giornate aperte.

## Parole dei campi
attendance-in-presenza = in presenza
attendance-online = online
attendance-ibrida = in presenza e online
attendance-da-remoto = da remoto
weekday-lun = lunedì
weekday-mar = martedì
weekday-mer = mercoledì
weekday-gio = giovedì
weekday-ven = venerdì
weekday-sab = sabato
weekday-dom = domenica
cost-gratuito = gratuito
cost-contributo = piccolo contributo
cost-a-pagamento = a pagamento
cost-offerta-libera = offerta libera
cost-differito = si paga dopo, da quando lavori
free-for-accoglienza = se vivi in un centro di accoglienza
free-for-protezione = se hai asilo o protezione
free-for-disoccupati = se non hai lavoro
free-for-studenti = se studi
free-for-minori = se hai meno di 18 anni
free-for-donne = se sei una donna
free-for-disabilita = se hai una disabilità
benefit-retribuzione = retribuzione
benefit-indennita = indennità
benefit-diaria = diaria
benefit-borsa = borsa di studio
benefit-contributo-affitto = contributo per l'affitto
benefit-assegno-servizio-civile = assegno di servizio civile
benefit-rimborso = rimborso
benefit-contributo = contributo
benefit-buono = buono
benefit-alloggio = alloggio
per-ora = all'ora
per-giorno = al giorno
per-settimana = alla settimana
per-mese = al mese
per-anno = all'anno
per-una-tantum = una volta sola
permit-qualsiasi = qualsiasi permesso
permit-richiesta-asilo = richiesta asilo
permit-asilo = asilo (status di rifugiato)
permit-protezione-sussidiaria = protezione sussidiaria
permit-protezione-temporanea = protezione temporanea
permit-protezione-speciale = protezione speciale
permit-casi-speciali = casi speciali
permit-cure-mediche = cure mediche
permit-minore-eta = minore età
permit-attesa-occupazione = attesa occupazione
permit-lavoro = lavoro
permit-motivi-familiari = motivi familiari
permit-protezione-sociale = protezione sociale
permit-apolidia = apolidia
permit-ue-lungo-periodo = UE per soggiornanti di lungo periodo
permit-ue-lungo-periodo-per-protezione-internazionale = UE per soggiornanti di lungo periodo, per chi ha la protezione internazionale
permit-studio = studio
permit-state-in-corso-di-validita = in corso di validità
permit-state-ricevuta-accettata = va bene anche la ricevuta
permit-state-che-consenta-il-lavoro = che permetta di lavorare
permit-state-nessun-permesso-richiesto = non serve nessun permesso di soggiorno
permit-state-scaduto-ma-prorogato = anche scaduto, se prorogato
gender-solo-donne = solo donne
gender-donne-con-bambini = donne con bambini
gender-misto = donne e uomini
gender-donne-uomini-e-bambini = donne, uomini e bambini
level-pre-a1 = pre-A1 (imparare a leggere e scrivere)
level-a1 = A1
level-a2 = A2
level-b1 = B1
level-b2 = B2
level-c1 = C1
level-c2 = C2
contract-tempo-determinato = tempo determinato
contract-tempo-indeterminato = tempo indeterminato
contract-apprendistato = apprendistato
contract-stagionale = lavoro stagionale
contract-somministrazione = somministrazione (agenzia)
contract-a-chiamata = lavoro a chiamata
contract-collaborazione = collaborazione
contract-lavoro-autonomo = lavoro autonomo
contract-lavoro-domestico = lavoro domestico
contract-tirocinio = tirocinio
contract-servizio-civile = servizio civile
contract-short-list = elenco di persone da chiamare
contract-prestazione-occasionale = prestazione occasionale
contract-volontariato = volontariato, senza paga
housing-contributo-affitto = contributo per l'affitto
housing-alloggio-pubblico = casa popolare
housing-canone-calmierato = casa a canone basso
housing-coabitazione = casa condivisa
housing-accoglienza-in-famiglia = accoglienza in famiglia
housing-sportello-casa = sportello casa
housing-stanza = stanza
housing-alloggio-temporaneo = alloggio temporaneo
housing-garanzia-affitto = garanzia per la caparra
training-corso = corso
training-borsa-di-studio = borsa di studio
act-legge = legge
act-decreto = decreto
act-decreto-legge = decreto-legge
act-decreto-legislativo = decreto legislativo
act-dpr = decreto del Presidente della Repubblica
act-regolamento = regolamento
act-direttiva = direttiva
act-decisione = decisione
act-circolare = circolare
act-sentenza = sentenza
act-prassi = prassi degli uffici
access-libero = senza prenotazione
access-su-segnalazione = su segnalazione di un servizio
access-su-appuntamento = su appuntamento
access-su-prenotazione = su prenotazione
entry-libero = libero
entry-su-prenotazione = su prenotazione
entry-conferma-gradita = libero, meglio se confermi
entry-su-invito = su invito
part-mattina = mattina
part-pomeriggio = pomeriggio
part-sera = sera
deadline-sempre-aperte = sempre aperto
deadline-fino-a-esaurimento-posti = fino a esaurimento posti
deadline-nessuna = nessuna scadenza
document-permesso-di-soggiorno = permesso di soggiorno
document-ricevuta-del-permesso-di-soggiorno = ricevuta del permesso di soggiorno
document-codice-fiscale = codice fiscale
document-documento-di-identita = documento di identità
document-passaporto = passaporto
document-cv = CV (curriculum)
document-lettera-di-motivazione = lettera di motivazione
document-fototessera = fototessera
document-isee = ISEE (la situazione economica della famiglia)
document-tessera-sanitaria = tessera sanitaria
document-spid = SPID (identità digitale)
document-contratto-di-affitto-registrato = contratto di affitto registrato
document-titolo-di-studio = titolo di studio
document-patente-b = patente B
document-modulo-di-iscrizione = modulo di iscrizione
document-marca-da-bollo = marca da bollo
document-bollettino = bollettino postale
document-nessuno = nessun documento
service-trasporto = trasporto
service-custodia-bambini = spazio per i bambini
service-computer = computer
service-connessione = connessione a internet
service-pasti = pasti
service-alloggio = alloggio
service-mediazione = mediazione linguistica
service-assicurazione = assicurazione
centre-sportello = sportello
centre-centro-di-accoglienza = centro di accoglienza
centre-centro-diurno = centro diurno
centre-scuola = scuola
centre-biblioteca = biblioteca
centre-servizio-sanitario = servizio sanitario
centre-patronato = patronato
centre-centro-antiviolenza = centro antiviolenza
centre-mensa = mensa
centre-centro-per-l-impiego = centro per l'impiego
organisation-ente-pubblico = ente pubblico
organisation-ets = ente del terzo settore (ETS)
organisation-cooperativa-sociale = cooperativa sociale
organisation-associazione = associazione
organisation-ong = ONG
organisation-agenzia-onu = agenzia delle Nazioni Unite
organisation-scuola = scuola
organisation-universita = università
organisation-ente-di-formazione = ente di formazione
organisation-sindacato = sindacato
organisation-patronato = patronato
organisation-agenzia-per-il-lavoro = agenzia per il lavoro
organisation-azienda = azienda
organisation-ente-religioso = ente religioso
organisation-fondazione = fondazione
verification-registro = l'iscrizione in un registro pubblico (RUNTS o IPA)
verification-richiamata = il telefono, richiamando un numero trovato da un'altra parte
verification-scopo = lo scopo: che cosa fa e per chi
verification-nessun-costo = i costi: chi si candida non deve pagare niente
verification-carta = la carta di chi annuncia: con chi l'ha firmata
need-documenti = Documenti
need-chiedere-asilo = Chiedere asilo
need-avvocato = Avvocato
need-dove-dormire = Dove dormire
need-casa = Casa
need-mangiare-e-lavarsi = Mangiare e lavarsi
need-salute = Salute
need-italiano = Imparare l'italiano
need-lavoro = Lavoro
need-figli-e-scuola = Figli e scuola
need-violenza = Violenza
need-altro = Altro
emergency-emergenza = Polizia, ambulanza, vigili del fuoco
emergency-violenza = Violenza e stalking
emergency-bambini = Bambini e ragazzi in pericolo
emergency-tratta = Tratta e sfruttamento
emergency-suicidio = Pensieri di farti del male
language-it = italiano
language-en = inglese
language-fr = francese
language-es = spagnolo
language-ar = arabo
language-bn = bengalese
language-uk = ucraino
language-ur = urdu
language-fa = farsi
language-prs = dari
language-ps = pashto
language-ru = russo
language-zh = cinese
language-ro = rumeno
language-sq = albanese
language-tr = turco
language-ti = tigrino
language-am = amarico
language-so = somalo
language-wo = wolof
language-man = mandinka
language-pa = punjabi
language-hi = hindi
language-pt = portoghese
language-ku = curdo
language-ff = fula
language-bm = bambara

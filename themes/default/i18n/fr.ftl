# Texts of the interface. A language is a file like this one, with the same keys.
# Keys with an underscore belong to the interface; those with a hyphen are the words of the fields.

autonym = Français
direction = ltr
og_locale = fr_FR

## Navigation
skip_to_content = Aller au contenu
menu = Menu
board_gloss = Panneau d'annonces
home = Ouvert en ce moment
archive = Archives
search = Recherche
languages = Langues
feed = Flux RSS
channel = Chaîne WhatsApp
channel_follow = Suivre sur WhatsApp
channel_free = Gratuit. Personne ne voit ton numéro.
older = Plus anciennes
newer = Plus récentes
page_of = Page { $page } sur { $pages }
licence = Textes sous licence CC BY 4.0
run_by = Un service gratuit de { $names }.
never_money = Nous ne demandons jamais d'argent.
report_page = Signale une erreur ou une arnaque
report_message = Je signale une erreur ou une arnaque sur cette page : { $address }
announce = Proposer une annonce
announce_lead = Vous travaillez dans une association, un centre ou un bureau ? Ici, vous proposez un cours, un emploi, un événement.
announce_languages = Le formulaire est dans ces langues :
correct_this = Corriger cette annonce
updated_on = Mise à jour le { $date }

## Lists
home_title = Ouvert en ce moment
home_lead = Cours, travail, logement, droits et événements. D'abord ce qui se termine en premier.
home_empty = Il n'y a rien d'ouvert en ce moment. Regarde dans les archives, ou abonne-toi à la chaîne pour savoir quand quelque chose arrive.
kind_empty = Il n'y a rien d'ouvert ici en ce moment.
list_near = Dans les 7 prochains jours
list_few_places = Peu de places : premier arrivé, premier servi
list_always = Toujours : services, documents, avis
list_from_month = { $month } et après
list_over = Déjà fermés
list_undated = Sans date
near_me = Près de moi
recheck = À revérifier
archive_lead = Ce qui est terminé, année par année. Cela reste ici, pour toujours.
archive_open = { $count ->
    [one] { $count } annonce est ouverte maintenant
   *[other] { $count } annonces sont ouvertes maintenant
}
archive_year = Archives { $year }
archive_count = { $count ->
    [one] { $count } annonce
   *[other] { $count } annonces
}
zone_title = { $zone }
zone_lead = Ce qu'il y a dans { $zone }.
zones_lead = Touche ta zone : les annonces ouvertes et les lieux où demander de l'aide.
map_credit = Carte : { $source }, { $licence }
zone_items = { $count ->
    [one] { $count } annonce
   *[other] { $count } annonces
}
zone_contact_points = { $count ->
    [one] { $count } guichet
   *[other] { $count } guichets
}
follow_title = Recevoir les nouveautés
follow_lead = Les nouveautés arrivent toutes seules : pas besoin de revenir chaque jour, ni de s’inscrire.
follow_for_sites = Pour qui fait des sites
feed_all = Toutes les annonces
feed_what = Un flux est une liste qui se met à jour toute seule. Copie son adresse dans un lecteur de flux (par exemple Feeder ou Thunderbird) : chaque nouvelle annonce y arrive. C’est gratuit et sans inscription.
calendar_title = Dans ton calendrier
calendar_tap = Touche un bouton : les dates arrivent dans ton calendrier et se mettent à jour toutes seules. Trois jours avant une date limite, le calendrier te prévient.
calendar_by_hand = Le bouton ne marche pas ?
calendar_what = Copie une adresse dans le calendrier de ton téléphone ou ordinateur, là où il dit « S’abonner » ou « Ajouter depuis une URL ».
calendar_events = Cours et événements
calendar_deadlines = Dates limites
data_title = Données ouvertes
data_what = Toutes les annonces dans un fichier, pour les programmes et les tableurs. On peut les réutiliser en disant d’où elles viennent (CC BY 4.0).

## Announcement
status_open = Ouvert
status_on = { $label } { $date }
date_at = { $date } à { $time }
date_hours = { $date }, { $hours }
status_enrol_by = Inscris-toi jusqu'au
status_apply_by = Pose ta candidature jusqu'au
status_request_by = Fais la demande jusqu'au
status_book_by = Réserve jusqu'au
status_do_by = À faire jusqu'au
status_enrol_over = Les inscriptions ont pris fin le
status_apply_over = Les candidatures ont pris fin le
status_request_over = Les demandes ont pris fin le
status_book_over = Réservations closes
status_next = La prochaine date est le
status_also = aussi { $dates }
status_in_force = En vigueur à partir du
status_open_always = Ouvert : tu peux t'inscrire à tout moment
status_open_hours = Ouvert : { $hours }
status_open_places = Ouvert jusqu'à ce qu'il n'y ait plus de places
status_event_until = Jusqu'au { $date }
status_valid_until = Valable jusqu'au { $date }
status_open_no_end = En cours
status_recheck = À revérifier : demande avant d'y aller
status_full = Complet
status_cancelled = Annulé
status_withdrawn = Retiré
status_closed = Fermé
status_closed_on = Terminé le { $date }
status_over_in = Terminé en { $month }
month_end = mois de { $month }
month_start = mois de { $month }
status_draft = Brouillon
example = Exemple
example_note = Cette annonce est inventée : elle montre comment fonctionne le tableau.
old_text = Lis l'ancienne annonce
archived_note = C'était déjà fermé à l'entrée dans les archives.
withdrawn_note = L'organisation a retiré cette annonce.
only_italian = Le texte est seulement en italien.
ask_in_language = Demande en français
copy_to_translate = Copier pour traduire
copied = Copié
see_open = Regarde ce qui est ouvert
machine_translated = Traduction automatique : si quelque chose n'est pas clair, c'est le texte italien qui compte.
human_translated = Traduit par une personne.
reviewed_translation = Relu par une personne : { $date }.
stale_translation = Le texte italien a changé après cette traduction.
read_original = Lis en italien
days_left_today = aujourd'hui
days_left_tomorrow = demain
days_left = dans { $days } jours
closed_since_build = La date limite est passée : c'est fermé.
share = Partage sur WhatsApp
poster = Imprime l'affiche
poster_languages = En plusieurs langues
poster_strips = Avec des languettes à détacher
code = Code QR
calendar_add = Ajouter au calendrier
edition = Édition
editions = Choisis où et quand
details = En bref
how_to_apply = Comment faire
one_of_these_ways = D'une de ces façons :
what_you_find = Ce que tu trouves
ask = À qui demander
credits = Image : { $credits }
organised_by = Organisé par
row_hires = Qui embauche
row_answers = On répond
published_on = Publié : { $date }
verified_on = Vérifié : { $date }
replaced_by = Remplacé par
edition_of = Nouvelle édition de

## Facts: names of the rows
row_who = Pour qui
row_when = Quand
row_where = Où
row_cost = Coût
row_deadline = Date limite
row_documents = Ce qu'il faut
row_benefits = Ce que tu reçois
row_services = Services
row_certificate = À la fin
row_seats = Places
row_duties = Tâches
row_requirements = Conditions
row_contract = Contrat
row_pay = Rémunération
row_goals = Objectifs
row_activities = Activités
row_duration = Durée
row_access = Comment participer
row_programme = Programme
row_entry = Entrée
row_act = Texte officiel
row_validity = Validité
row_force = En vigueur
row_permits = Permis concernés
row_steps = Que faire
row_changes = Ce qui change
row_counts = En chiffres
row_partners = Avec
row_funding = Financement
row_languages = Langues parlées
row_accessibility = Accessibilité
row_warnings = Attention
row_source = Source
source_notes = Note sur les sources
row_selection = Sélection
row_attendance = Présence
row_level = Niveau
row_housing = Type d'aide
row_territory = Territoire

## Facts: phrases
age_between = de { $min } à { $max } ans
age_from = à partir de { $min } ans
age_to = jusqu'à { $max } ans
level_from = italien au moins { $level }
level_to = italien au maximum { $level }
speaks = tu dois parler { $languages }
speaks_one_of = tu dois parler au moins une de ces langues : { $languages }
isee_to = ISEE (revenus de la famille) jusqu'à { $amount }
income_to = revenus jusqu'à { $amount }
residence_in = résidence déclarée : { $places }
digital_identity = il faut SPID, CIE ou CNS (identité numérique)
owns_no_home = ne pas être propriétaire d'un logement
permits_accepted = permis de séjour : { $permits }
date_from_to = début : { $start } – fin : { $end }
date_from = début : { $start }
times_between = { $start }{"\u2060"}–{"\u2060"}{ $end }
times_from = à partir de { $start }
hours_total = { $hours ->
    [one] { $hours } heure en tout
   *[other] { $hours } heures en tout
}
weekly_hours = { $hours ->
    [one] { $hours } heure par semaine
   *[other] { $hours } heures par semaine
}
hours_unknown = horaires : { $word }
pause_from_to = pause : { $start } – { $end }
pause_on = pause : { $when }
months_total = { $months ->
    [one] { $months } mois
   *[other] { $months } mois
}
seats_max = { $count ->
    [one] { $count } place
   *[other] { $count } places
}
seats_between = de { $min } à { $max } places
money = { $amount } €
money_between = de { $min } à { $max }
money_per = { $amount } { $per }
money_up_to = jusqu'à { $amount }
gross = brut (avant retenues)
net = net (après retenues)
to_company = à l'entreprise
to_family = à la famille
cost_reason = { $amount } pour { $reason }
cost_optional = pas obligatoire
name_and_value = { $name } : { $value }
aid = Aides ou réductions : { $aid }
state_fees = Frais de l'État
renewable = peut être prolongé
agreement = convention collective : { $agreement }
grade = niveau { $grade }
one_of = un de ces documents : { $documents }
stage_hours = { $hours } heures de pratique
force_from = à partir du { $date }
force_until = jusqu'au { $date }
act_of = { $act } n° { $number } du { $date }
extended_from = Prolongé : avant, c'était le { $date }
opens_on = Demandes à partir du { $date }
percentage = { $number } % des dépenses
homes = { $count ->
    [one] { $count } logement
   *[other] { $count } logements
}
registered_lease = il faut un contrat de location enregistré
was = Avant : { $value }
is_now = Maintenant : { $value }
count_of = { $item } : { $number }
subject_line = objet : « { $subject } »
attach = à joindre : { $documents }
referred_by = orientation par : { $services }

## Answers in one line
who_age_from = dès { $min } ans
who_level_from = italien dès { $level }
who_no_italian = même si tu ne parles pas italien
who_no_permit = même sans permis de séjour
who_permit = avec un permis de séjour
who_receipt = avec un permis ou un récépissé
who_permit_work = avec un permis qui permet de travailler
who_permit_of = seulement avec permis : { $permits }
and_others = { $names } et { $count } autres
who_by_group = cela dépend du groupe
period = { $start } – { $end }
groups_count = { $count ->
    [one] { $count } groupe
   *[other] { $count } groupes
}
groups_next = { $count } groupes ; le prochain : { $group }
places_count = { $count } lieux
money_price = coûte { $amount }
money_instalments = { $amount } en { $count } paiements de { $each }
money_free = gratuit
money_optional = gratuit, ou { $amount } si tu veux
money_free_for_some = { $amount }, ou gratuit pour certaines personnes
money_less_for_some = { $amount }, moins pour certaines personnes
money_wage = on te paie { $amount }
money_grant = tu reçois { $amount }
money_request_free = la demande est gratuite
money_plus_fees = { $price }, plus { $fees } pour l'État
languages_named = langues : { $languages }
we_speak = nous parlons { $languages }
money_free_if = gratuit { $who }, sinon { $amount }
free_for_isee = avec un ISEE jusqu'à { $amount }
way_come = Viens
way_or = ou bien : { $way }
colon = {" : "}

## Actions
action_form = Inscris-toi
action_apply = Pose ta candidature
action_request = Fais la demande
action_book = Réserve
action_wait = Inscris-toi sur la liste d'attente
action_call = Appelle
action_whatsapp = Écris sur WhatsApp
action_email = Écris un e-mail
action_site = Va sur le site
channel_by_hand = Va sur place
channel_registered = Envoie une lettre recommandée (raccomandata)
channel_pec = Écris par PEC (e-mail certifié)
channel_first_lesson = Viens au premier cours
channel_referral = Demande à un service de t'orienter
channel_none = Pas besoin de s'inscrire
channel_email_line = Écris à { $email }
channel_telephone_line = Appelle le { $telephone }
channel_whatsapp_line = Écris sur WhatsApp au { $telephone }
channel_form_line = Remplis le formulaire
open_form = Ouvre le formulaire
channel_platform_line = Fais ta demande sur la plateforme
message_enrol = Bonjour, je voudrais m'inscrire à « { $title } ». Je m'appelle …
message_apply = Bonjour, je voudrais poser ma candidature pour « { $title } ». Je m'appelle …
message_request = Bonjour, je voudrais faire une demande pour « { $title } ». Je m'appelle …
message_book = Bonjour, je voudrais réserver une place pour « { $title } ». Je m'appelle …
message_wait = Bonjour, je voudrais m'inscrire sur la liste d'attente pour « { $title } ». Je m'appelle …
message_ask = Bonjour, je voudrais des informations sur « { $title } ». Je m'appelle …
message_ready = Le message est déjà écrit, en italien. Il veut dire : « { $text } »
answers_now = On répond en ce moment
answers_later = On répond à partir de { $moment }

## Contact points
hours_closed = fermé
hours_open = ouvert { $hours }
hours_holiday = fermé : jour férié
suspended_until = Service suspendu jusqu'au { $date }
verification_missing = Personne n'a vérifié depuis plus d'un an : demande avant d'y aller.
contact_points_title = Guichets et centres d'aide
contact_points_lead = Des bureaux, des centres et des écoles où une personne t'aide. Regarde les langues et les horaires.
contact_points_empty = Il n'y a pas encore de guichet ici.
contact_points_elsewhere = Ailleurs
contact_points_count = Guichets : { $count }
contact_point_needs = Ici, on t'aide pour
hours_title = Horaires
hours_notices = Jours différents
hours_unknown_here = Nous ne connaissons pas les horaires : demande avant d'y aller.
how_to_get_there = Comment y aller
contact_point_announcements = Ce qu'il y a ici maintenant
contact_point_run_by = Qui le gère
contacts_of_organisation = Ces contacts sont ceux de l'organisation.
contact_point_of_item = Horaires et contacts de ce lieu
save_contact = Enregistrer le contact
save_contacts = Enregistrer tous les contacts
filter_need = Ce qu'il te faut
filter_open_now = Ouverts maintenant
open_always = Ouvert maintenant
open_until = Ouvert maintenant, jusqu'à { $time }
open_some = Ouvert maintenant, mais pas pour tous : regarde les horaires
open_appointment = Seulement sur rendez-vous : demande d'abord
closed_now = Fermé maintenant
opens_at = Fermé maintenant. Ouvre : { $moment }
opens_appointment = Fermé maintenant. Sur rendez-vous : { $moment }
filters = Choisir par besoin, langue et zone

## Organisations
org_title = Qui annonce
org_lead = Les organisations qui publient sur ce tableau : qui elles sont, ce qui est ouvert en ce moment, ce que nous avons vérifié.
org_empty = Il n'y a encore aucune organisation.
org_with_open = Avec quelque chose d'ouvert en ce moment
org_others = Les autres
org_open_count = ouverts en ce moment : { $count }
org_not_verified = pas encore vérifiée
org_checked_on = vérifiée : { $date }
org_example_note = Cette organisation est inventée : elle montre comment fonctionne le tableau.
org_withdrawn = Cette organisation ne publie plus sur ce tableau.
org_in_network = Elle fait partie du réseau de ce tableau.
org_inclusion = Ce qu'elle fait pour l'inclusion
org_tax_code = Code fiscal italien
org_register = Registre public
org_desks = Ses guichets
org_nothing_open = En ce moment elle n'a rien d'ouvert.
org_before = Annonces d'avant, déjà closes : { $count }
org_verification = Ce que nous avons vérifié
org_last_check = Dernière vérification : { $date }.
org_checked_by = Vérifié par
org_check_is_old = C'était il y a plus d'un an : quelque chose a pu changer.
org_never_checked = Nous n'avons pas encore vérifié cette organisation.
org_checked = Nous avons vérifié :
org_not_checked = Nous n'avons pas vérifié :
org_not_each = chaque annonce : lis-la bien, et demande avant de t'inscrire ou de partir
org_not_certificate = Ceci n'est pas un certificat. Si on te demande de l'argent ou si quelque chose ne va pas, arrête-toi et écris-nous.
org_charter = Elle a accepté la charte de qui annonce : { $date }.
org_read_charter = Lis la charte
org_join = Tu travailles dans une organisation qui veut publier ici ? Présente-la.

## Search
search_title = Recherche
search_lead = Écris un mot : un métier, un quartier, un document.
search_label = Que cherches-tu ?
search_button = Cherche
search_results = { $count ->
    [0] Aucun résultat
    [one] { $count } résultat
   *[other] { $count } résultats
}
search_without_script = La recherche a besoin de JavaScript. Sinon, tu peux tout parcourir à partir d'ici :
search_all = Tout
search_only_open = Seulement ce qui est ouvert
search_sort = Ordre
search_sort_relevance = Les plus proches du mot
search_sort_deadline = D'abord ce qui se termine en premier
search_filter_kind = Type
search_filter_status = État
search_filter_zone = Zone
search_filter_organisation = Organisation
search_filter_year = Année
search_failed = La recherche ne fonctionne pas en ce moment. Tu peux parcourir les listes.
filter_me = Pour moi
filter_me_lead = Choisis ce qui te concerne : il reste ce à quoi tu peux participer. L'adresse de la page garde ton choix.
filter_free = Gratuit
filter_online = En ligne
filter_women = Femmes seulement
filter_level = Ton italien
filter_age = Ton âge
filter_permit = Ton titre de séjour
filter_permit_none = aucun titre
filter_language = Langue parlée
filter_more = Autres filtres
filter_clear = Enlever les filtres
open_map = Ouvrir la carte
map = carte
listen = Écouter
listen_stop = Arrêter la voix
offline_title = Tu es hors ligne
offline_lead = Cette page n'est pas enregistrée sur ton téléphone.
offline_kept = Ces pages sont enregistrées :
offline_call = Pour téléphoner, pas besoin d'internet.
offline_saved = Tu es hors ligne : cette page a été enregistrée le { $date }. Appelle avant d'y aller.
results_italian = Aussi en italien
search_more = En voir plus
search_over = Regarde parmi ceux déjà fermés
search_maybe = Peut-être : demande
search_maybe_lead = Ces annonces ne disent pas s'il faut un titre de séjour. Demande avant d'y aller.

## De quoi as-tu besoin ?
help_title = De quoi as-tu besoin ?
help_lead = Choisis une chose. Tu trouves qui peut t'aider, dans quelles langues, et un numéro à appeler.
help_urgent = C'est urgent ? Appelle tout de suite
help_need_title = { $need } : à qui demander
help_spoken = Ici on parle français
help_none_spoken = Nous ne connaissons pas de guichet pour cela où l'on parle français.
help_no_desk = Nous ne connaissons pas encore de guichet pour cela.
help_next_best = Tu peux aussi demander ici : on parle français
help_others = Ici on parle d'autres langues
help_language_unknown = langues non indiquées
help_all_desks = Tous les guichets d'aide
help_announcements = Annonces ouvertes
help_rest = Voir les autres
help_interpreters_title = Personne ne parle ta langue ?
help_interpreters_languages = { $count ->
    [one] On répond en { $count } langue.
   *[other] On répond en { $count } langues.
}
help_request_title = Demande-nous
help_request_lead = Le message est déjà écrit, en italien et en français. Ajoute ce qui manque et envoie-le.
help_request_need = Je cherche de l'aide : { $need }
help_request_language = Je parle : { $language }
help_request_details = J'ai besoin de
help_request_sms = Envoie un SMS
help_near = Où es-tu ?
help_anywhere = Partout
help_near_note = Ton choix reste sur ce téléphone. Pour l'effacer, choisis « Partout ».

## Page that is not there
not_found_title = Cette page n'existe pas
not_found_lead = L'adresse est peut-être mal écrite. Les annonces ne changent jamais d'adresse : essaie de les chercher.

## Paper
scan_code = Scanne le code
scan_or_write = ou écris cette adresse :
poster_apply_by = Jusqu'au
poster_take_down = À retirer après le { $date }
print_title = Imprimer
print_lead = Affiches et feuilles prêtes pour l'imprimante, aussi en noir et blanc.
print_empty = Aujourd'hui, rien d'ouvert à imprimer.
print_channel = L'affiche de la chaîne
print_all = Toutes les affiches (A4)
print_items = Une à la fois
print_item = Annonce
print_more = Autres langues et messages
print_messages = Message en deux langues
print_sheets = { $count ->
    [one] { $count } feuille
   *[other] { $count } feuilles
}
print_by_language = Dans une langue
print_by_language_lead = Un fichier avec tout ce qui est ouvert : une liste, puis les affiches.
print_by_centre = Pour un centre
print_by_centre_lead = En italien et dans les langues des personnes qui y vivent ou y passent.
print_place = Affiche permanente pour ce lieu
place_title = Panneau d'annonces : { $place }
place_open = Tout ce qui est ouvert maintenant : cours, travail, logement, papiers
print_one = Une par feuille
print_four = Quatre par feuille
print_pack_title = Annonces ouvertes
print_week_title = Ouvert maintenant
print_soon = Bientôt fini
print_next = Plus tard
print_always = Toujours ouvert
print_updated = Mis à jour le { $date }
print_open = { $count ->
    [one] { $count } annonce ouverte
   *[other] { $count } annonces ouvertes
}
channel_title = Suis le tableau sur WhatsApp
channel_lead = Cours, travail, logement, droits, événements. { channel_free }
channel_step_1 = Vise le code avec l'appareil photo.
channel_step_2 = Touche le lien : WhatsApp s'ouvre.
channel_step_3 = Touche « S'abonner » en haut.
channel_step_4 = Touche la cloche pour recevoir les alertes.
last_days = Derniers jours
extended = Délai prolongé : c'était le { $date }
reopened = De nouveau ouvert
corrected = Correction : les informations ont changé
digest_title = Les opportunités de la semaine
digest_more = Tout ce qui est ouvert
invite_title = Je t'invite à t'inscrire à la chaîne { $board } !
invite_how = Comment faire ?
invite_step_1 = Enregistre le numéro qui t'envoie ce message
invite_step_2 = Touche le lien et rejoins la chaîne
invite_who = Pour qui ?
invite_who_people = Personnes migrantes, réfugiées et demandeuses d'asile qui cherchent des opportunités et des informations
invite_who_workers = Travailleurs sociaux et tous ceux qui travaillent pour l'inclusion
invite_what = Qu'y trouves-tu ?
invite_what_work = Travail et formation
invite_what_home = Logement
invite_what_law = Démarches et nouvelles lois
invite_what_news = Nouvelles utiles
invite_info = Pour des informations ou pour proposer une annonce
invite_share = Partage avec les personnes intéressées !
welcome = Bienvenue ! Ici tu trouves des cours, du travail, un logement, tes droits et des événements gratuits.

## Messages

## Honesty
fact-non-previsto = non prévu
fact-non-indicato = la source ne le dit pas
fact-da-chiedere = à demander
enrolment-non-previsto = pas besoin de s'inscrire
certificate-non-previsto = pas d'attestation

## Kinds
kind-formazione = Cours
kind-lavoro = Travail
kind-abitare = Logement
kind-normativa = Documents et lois
kind-notizia = Avis
kind-progetto = Service
kind-evento = Événement
kinds-formazione = Cours
kinds-lavoro = Travail
kinds-abitare = Logement
kinds-normativa = Documents et lois
kinds-notizia = Avis
kinds-progetto = Services
kinds-evento = Événements
kind-formazione-lead = Cours d'italien, cours pour apprendre un métier, bourses d'études.
kind-lavoro-lead = Offres d'emploi, stages, service civil.
kind-abitare-lead = Logements, aides au loyer, aide pour chercher un logement.
kind-normativa-lead = Lois et démarches qui changent : permis, documents, droits.
kind-notizia-lead = Nouvelles utiles pour ceux qui vivent ici.
kind-progetto-lead = Nouveaux projets et services sur le territoire.
kind-evento-lead = Rencontres, fêtes, journées portes ouvertes.

## Words of the fields
attendance-in-presenza = sur place
attendance-online = en ligne
attendance-ibrida = sur place et en ligne
attendance-da-remoto = à distance
weekday-lun = lundi
weekday-mar = mardi
weekday-mer = mercredi
weekday-gio = jeudi
weekday-ven = vendredi
weekday-sab = samedi
weekday-dom = dimanche
cost-gratuito = gratuit
cost-contributo = petite participation
cost-a-pagamento = payant
cost-offerta-libera = tu donnes ce que tu veux
cost-differito = tu paies plus tard, quand tu travailles
free-for-accoglienza = si tu vis dans un centre d'accueil
free-for-protezione = si tu as l'asile ou une protection
free-for-disoccupati = si tu n'as pas de travail
free-for-studenti = si tu étudies
free-for-minori = si tu as moins de 18 ans
free-for-donne = si tu es une femme
free-for-disabilita = si tu as un handicap
benefit-retribuzione = salaire
benefit-indennita = indemnité
benefit-diaria = indemnité journalière
benefit-borsa = bourse d'études
benefit-contributo-affitto = aide au loyer
benefit-assegno-servizio-civile = indemnité de service civil
benefit-rimborso = remboursement
benefit-contributo = aide financière
benefit-buono = bon d'achat
benefit-alloggio = logement
per-ora = par heure
per-giorno = par jour
per-settimana = par semaine
per-mese = par mois
per-anno = par an
per-una-tantum = une seule fois
permit-qualsiasi = n'importe quel permis
permit-richiesta-asilo = demande d'asile
permit-asilo = asile (statut de réfugié)
permit-protezione-sussidiaria = protection subsidiaire
permit-protezione-temporanea = protection temporaire
permit-protezione-speciale = protection spéciale
permit-casi-speciali = cas spéciaux
permit-cure-mediche = soins médicaux
permit-minore-eta = minorité (moins de 18 ans)
permit-attesa-occupazione = attente d'emploi
permit-lavoro = travail
permit-motivi-familiari = motifs familiaux
permit-protezione-sociale = protection sociale
permit-apolidia = apatridie
permit-ue-lungo-periodo = résident de longue durée UE
permit-ue-lungo-periodo-per-protezione-internazionale = résident de longue durée UE avec protection internationale
permit-studio = études
permit-state-in-corso-di-validita = en cours de validité
permit-state-ricevuta-accettata = le récépissé est accepté aussi
permit-state-che-consenta-il-lavoro = qui permet de travailler
permit-state-nessun-permesso-richiesto = pas besoin de permis de séjour
permit-state-scaduto-ma-prorogato = même expiré, s'il est prolongé
gender-solo-donne = femmes seulement
gender-donne-con-bambini = femmes avec enfants
gender-misto = femmes et hommes
gender-donne-uomini-e-bambini = femmes, hommes et enfants
level-pre-a1 = pré-A1 (apprendre à lire et à écrire)
level-a1 = A1
level-a2 = A2
level-b1 = B1
level-b2 = B2
level-c1 = C1
level-c2 = C2
contract-tempo-determinato = contrat à durée déterminée
contract-tempo-indeterminato = contrat à durée indéterminée
contract-apprendistato = apprentissage
contract-stagionale = travail saisonnier
contract-somministrazione = intérim (agence)
contract-a-chiamata = travail à l'appel
contract-collaborazione = contrat de collaboration
contract-lavoro-autonomo = travail indépendant
contract-lavoro-domestico = travail domestique
contract-tirocinio = stage (tirocinio)
contract-servizio-civile = service civil (servizio civile)
contract-short-list = liste de personnes à appeler
contract-prestazione-occasionale = travail occasionnel (prestazione occasionale)
contract-volontariato = bénévolat, sans salaire
housing-contributo-affitto = aide au loyer
housing-alloggio-pubblico = logement social
housing-canone-calmierato = logement à loyer bas
housing-coabitazione = logement partagé
housing-accoglienza-in-famiglia = accueil dans une famille
housing-sportello-casa = guichet logement
housing-stanza = chambre
housing-alloggio-temporaneo = logement temporaire
housing-garanzia-affitto = caution pour le loyer
training-corso = cours
training-borsa-di-studio = bourse d'études
act-legge = loi
act-decreto = décret
act-decreto-legge = décret-loi
act-decreto-legislativo = décret législatif
act-dpr = décret du Président de la République
act-regolamento = règlement
act-direttiva = directive
act-decisione = décision
act-circolare = circulaire
act-sentenza = jugement
act-prassi = pratique des bureaux
access-libero = sans réservation
access-su-segnalazione = sur orientation d'un service
access-su-appuntamento = sur rendez-vous
access-su-prenotazione = sur réservation
entry-libero = libre
entry-su-prenotazione = sur réservation
entry-conferma-gradita = libre, mieux si tu confirmes
entry-su-invito = sur invitation
part-mattina = matin
part-pomeriggio = après-midi
part-sera = soir
deadline-sempre-aperte = toujours ouvert
deadline-fino-a-esaurimento-posti = jusqu'à ce qu'il n'y ait plus de places
deadline-nessuna = pas de date limite
document-permesso-di-soggiorno = permis de séjour
document-ricevuta-del-permesso-di-soggiorno = récépissé du permis de séjour
document-codice-fiscale = code fiscal (codice fiscale)
document-documento-di-identita = pièce d'identité
document-passaporto = passeport
document-cv = CV (curriculum vitae)
document-lettera-di-motivazione = lettre de motivation
document-fototessera = photo d'identité
document-isee = ISEE (revenus de la famille)
document-tessera-sanitaria = carte de santé (tessera sanitaria)
document-spid = SPID (identité numérique)
document-contratto-di-affitto-registrato = contrat de location enregistré
document-titolo-di-studio = diplôme
document-patente-b = permis de conduire B
document-modulo-di-iscrizione = formulaire d'inscription
document-marca-da-bollo = timbre fiscal (marca da bollo)
document-bollettino = bulletin de paiement postal (bollettino)
document-nessuno = aucun document
service-trasporto = transport
service-custodia-bambini = espace pour les enfants
service-computer = ordinateur
service-connessione = connexion internet
service-pasti = repas
service-alloggio = hébergement
service-mediazione = médiation linguistique
service-assicurazione = assurance
centre-sportello = guichet d'aide
centre-centro-di-accoglienza = centre d'accueil
centre-centro-diurno = centre de jour
centre-scuola = école
centre-biblioteca = bibliothèque
centre-servizio-sanitario = service de santé
centre-patronato = bureau d'aide sociale
centre-centro-antiviolenza = centre contre les violences
centre-mensa = cantine
centre-centro-per-l-impiego = agence pour l'emploi
organisation-ente-pubblico = organisme public
organisation-ets = organisation du tiers secteur (ETS)
organisation-cooperativa-sociale = coopérative sociale
organisation-associazione = association
organisation-ong = ONG
organisation-agenzia-onu = agence des Nations unies
organisation-scuola = école
organisation-universita = université
organisation-ente-di-formazione = organisme de formation
organisation-sindacato = syndicat
organisation-patronato = bureau d'aide sociale (patronato)
organisation-agenzia-per-il-lavoro = agence d'emploi
organisation-azienda = entreprise
organisation-ente-religioso = organisme religieux
organisation-fondazione = fondation
verification-registro = l'inscription dans un registre public (RUNTS ou IPA)
verification-richiamata = le téléphone, en rappelant un numéro trouvé ailleurs
verification-scopo = son but : ce qu'elle fait et pour qui
verification-nessun-costo = les frais : les candidats ne doivent rien payer
verification-carta = la charte de qui annonce : avec la personne qui l'a acceptée
need-documenti = Documents
need-chiedere-asilo = Demander l'asile
need-avvocato = Avocat
need-dove-dormire = Où dormir
need-casa = Logement
need-mangiare-e-lavarsi = Manger et se laver
need-salute = Santé
need-italiano = Apprendre l'italien
need-lavoro = Travail
need-figli-e-scuola = Enfants et école
need-violenza = Violence
need-altro = Autre chose
emergency-emergenza = Police, ambulance, pompiers
emergency-violenza = Violence et harcèlement
emergency-bambini = Enfants et jeunes en danger
emergency-tratta = Traite et exploitation
emergency-suicidio = Envie de se faire du mal
language-it = italien
language-en = anglais
language-fr = français
language-es = espagnol
language-ar = arabe
language-bn = bengali
language-uk = ukrainien
language-ur = ourdou
language-fa = farsi
language-prs = dari
language-ps = pachto
language-ru = russe
language-zh = chinois
language-ro = roumain
language-sq = albanais
language-tr = turc
language-ti = tigrinya
language-am = amharique
language-so = somali
language-wo = wolof
language-man = mandinka
language-pa = pendjabi
language-hi = hindi
language-pt = portugais
language-ku = kurde
language-ff = peul
language-bm = bambara

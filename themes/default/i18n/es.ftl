# Testi dell'interfaccia. Una lingua è un file come questo, con le stesse chiavi.
# Le chiavi con il trattino basso sono dell'interfaccia; quelle con il trattino sono le parole dei campi.

autonym = Español
direction = ltr
og_locale = es_ES

## Navigazione
skip_to_content = Ir al contenido
menu = Menú
board_gloss = Tablón de anuncios
home = Abierto ahora
archive = Archivo
search = Buscar
languages = Idiomas
feed = Canal RSS
channel = Canal de WhatsApp
channel_follow = Síguenos en WhatsApp
channel_free = Gratis. Nadie ve tu número.
older = Más antiguos
newer = Más recientes
page_of = Página { $page } de { $pages }
licence = Textos con licencia CC BY 4.0
run_by = Un servicio gratuito de { $names }.
never_money = Nunca pedimos dinero.
report_page = Avisa de un error o una estafa
report_message = Aviso de un error o una estafa en esta página: { $address }
announce = Proponer un anuncio
announce_lead = ¿Trabajas en una asociación, un centro o una oficina? Aquí propones un curso, un trabajo, un evento.
announce_languages = El formulario está en estos idiomas:
correct_this = Corregir este anuncio
updated_on = Actualizado el { $date }

## Elenchi
home_title = Abierto ahora
home_lead = Cursos, trabajo, vivienda, derechos y eventos. Primero lo que termina antes.
home_empty = En este momento no hay nada abierto. Mira en el archivo o sigue el canal para saber cuándo llega algo.
kind_empty = Aquí no hay nada abierto en este momento.
list_near = En los próximos 7 días
list_few_places = Pocas plazas: por orden de llegada
list_always = Siempre: servicios, documentos, avisos
list_from_month = { $month } y después
list_over = Ya cerrados
list_undated = Sin fecha
near_me = Cerca de mí
recheck = Por revisar
archive_lead = Lo que ya terminó, año por año. Se queda aquí, para siempre.
archive_open = { $count ->
    [one] Hay { $count } anuncio abierto ahora
   *[other] Hay { $count } anuncios abiertos ahora
}
archive_year = Archivo { $year }
archive_count = { $count ->
    [one] { $count } anuncio
   *[other] { $count } anuncios
}
zone_title = { $zone }
zone_lead = Lo que hay en { $zone }.
zones_lead = Toca tu zona: los anuncios abiertos y los lugares donde pedir ayuda.
map_credit = Mapa: { $source }, { $licence }
zone_items = { $count ->
    [one] { $count } anuncio
   *[other] { $count } anuncios
}
zone_contact_points = { $count ->
    [one] { $count } oficina
   *[other] { $count } oficinas
}
follow_title = Recibe las novedades
follow_lead = Las novedades llegan solas: no hace falta volver aquí cada día ni registrarse.
follow_for_sites = Para quien hace sitios web
feed_all = Todos los anuncios
feed_what = Un feed es una lista que se actualiza sola. Copia su dirección en un lector de feeds (por ejemplo Feeder o Thunderbird): cada anuncio nuevo llega allí. Es gratis y no hace falta registrarse.
calendar_title = En tu calendario
calendar_tap = Toca: las fechas llegan a tu calendario y se actualizan solas. Tres días antes de un plazo el calendario te avisa.
calendar_by_hand = ¿El botón no funciona?
calendar_what = Copia una dirección en el calendario del teléfono o del ordenador, donde dice «Suscribirse» o «Añadir desde URL».
calendar_events = Cursos y eventos
calendar_deadlines = Plazos
data_title = Datos abiertos
data_what = Todos los anuncios en un archivo, para programas y hojas de cálculo. Se pueden reutilizar diciendo de dónde vienen (CC BY 4.0).

## Annuncio
status_open = Abierto
status_on = { $label } { $date }
date_at = { $date }, a las { $time }
date_hours = { $date }, { $hours }
status_enrol_by = Inscríbete hasta el
status_apply_by = Postúlate hasta el
status_request_by = Haz la solicitud hasta el
status_book_by = Reserva hasta el
status_do_by = Hazlo hasta el
status_enrol_over = Las inscripciones terminaron el
status_apply_over = Las candidaturas terminaron el
status_request_over = Las solicitudes terminaron el
status_book_over = Reservas cerradas
status_next = La próxima fecha es el
status_also = también { $dates }
status_in_force = En vigor desde el
status_open_always = Abierto: puedes inscribirte en cualquier momento
status_open_hours = Abierto: { $hours }
status_open_places = Abierto hasta que se acaben los cupos
status_event_until = Hasta el { $date }
status_valid_until = Válido hasta el { $date }
status_open_no_end = En curso
status_recheck = Por revisar: pregunta antes de ir
status_full = No quedan cupos
status_cancelled = Cancelado
status_withdrawn = Retirado
status_closed = Cerrado
status_closed_on = Terminó el { $date }
status_over_in = Terminó en { $month }
month_end = mes de { $month }
month_start = mes de { $month }
status_draft = Borrador
example = Ejemplo
example_note = Este anuncio es inventado: sirve para mostrar cómo funciona el tablón.
old_text = Lee el anuncio antiguo
archived_note = Ya estaba cerrado cuando entró en el archivo.
withdrawn_note = La organización ha retirado este anuncio.
only_italian = El texto está solo en italiano.
ask_in_language = Pregunta en español
copy_to_translate = Copia para traducir
copied = Copiado
see_open = Mira qué está abierto
machine_translated = Traducción automática: si algo no está claro, vale el texto italiano.
human_translated = Traducido por una persona.
reviewed_translation = Revisado por una persona: { $date }.
stale_translation = El texto italiano ha cambiado después de esta traducción.
read_original = Lee en italiano
days_left_today = hoy
days_left_tomorrow = mañana
days_left = en { $days } días
closed_since_build = El plazo terminó: ahora está cerrado.
share = Comparte por WhatsApp
poster = Imprime el cartel
poster_languages = En varios idiomas
poster_strips = Con tiras para arrancar
code = Código QR
calendar_add = Añadir al calendario
edition = Edición
editions = Elige dónde y cuándo
details = En breve
how_to_apply = Cómo hacerlo
one_of_these_ways = De una de estas formas:
what_you_find = Qué encuentras
ask = A quién preguntar
credits = Imagen: { $credits }
organised_by = Organiza
row_hires = Quién contrata
row_answers = Responden
published_on = Publicado: { $date }
verified_on = Revisado: { $date }
replaced_by = Reemplazado por
edition_of = Nueva edición de

## Fatti: nomi delle righe
row_who = Para quién
row_when = Cuándo
row_where = Dónde
row_cost = Precio
row_deadline = Fecha límite
row_documents = Qué necesitas
row_benefits = Qué recibes
row_services = Servicios
row_certificate = Al final
row_seats = Cupos
row_duties = Qué se hace
row_requirements = Requisitos
row_contract = Contrato
row_pay = Sueldo
row_goals = Objetivos
row_activities = Actividades
row_duration = Duración
row_access = Cómo participar
row_programme = Programa
row_entry = Entrada
row_act = Norma oficial
row_validity = Validez
row_force = En vigor
row_permits = Permisos afectados
row_steps = Qué hacer
row_changes = Qué cambia
row_counts = En números
row_partners = Junto con
row_funding = Financiación
row_languages = Idiomas que se hablan
row_accessibility = Accesibilidad
row_warnings = Atención
row_source = Fuente
source_notes = Nota sobre las fuentes
row_selection = Selección
row_attendance = Asistencia
row_level = Nivel
row_housing = Tipo de ayuda
row_territory = Territorio

## Fatti: frasi
age_between = de { $min } a { $max } años
age_from = de { $min } años en adelante
age_to = hasta { $max } años
level_from = italiano al menos { $level }
level_to = italiano como máximo { $level }
speaks = tienes que hablar { $languages }
speaks_one_of = tienes que hablar al menos uno de estos idiomas: { $languages }
isee_to = ISEE (ingresos de la familia) hasta { $amount }
income_to = ingresos hasta { $amount }
residence_in = residencia registrada (residenza): { $places }
digital_identity = necesitas SPID, CIE o CNS (identidad digital)
owns_no_home = no tener vivienda propia
permits_accepted = permiso de residencia: { $permits }
date_from_to = inicio: { $start } – fin: { $end }
date_from = inicio: { $start }
times_between = { $start }{"\u2060"}–{"\u2060"}{ $end }
times_from = desde las { $start }
hours_total = { $hours ->
    [one] { $hours } hora en total
   *[other] { $hours } horas en total
}
weekly_hours = { $hours ->
    [one] { $hours } hora por semana
   *[other] { $hours } horas por semana
}
hours_unknown = horario: { $word }
pause_from_to = pausa: { $start } – { $end }
pause_on = pausa: { $when }
months_total = { $months ->
    [one] { $months } mes
   *[other] { $months } meses
}
seats_max = { $count ->
    [one] { $count } cupo
   *[other] { $count } cupos
}
seats_between = de { $min } a { $max } cupos
money = { $amount } €
money_between = de { $min } a { $max }
money_per = { $amount } { $per }
money_up_to = hasta { $amount }
gross = antes de descuentos e impuestos
net = después de descuentos e impuestos
to_company = para la empresa
to_family = para la familia
cost_reason = { $amount } por { $reason }
cost_optional = no es obligatorio
name_and_value = { $name }: { $value }
aid = Ayudas o descuentos: { $aid }
state_fees = Tasas del Estado
renewable = se puede prolongar
agreement = convenio colectivo: { $agreement }
grade = nivel { $grade }
one_of = uno de estos: { $documents }
stage_hours = { $hours } horas de práctica
force_from = desde el { $date }
force_until = hasta el { $date }
act_of = { $act } n.º { $number } del { $date }
extended_from = Plazo ampliado: antes era el { $date }
opens_on = Solicitudes desde el { $date }
percentage = { $number } % de los gastos
homes = { $count ->
    [one] { $count } vivienda
   *[other] { $count } viviendas
}
registered_lease = necesitas un contrato de alquiler registrado
was = Antes: { $value }
is_now = Ahora: { $value }
count_of = { $item }: { $number }
subject_line = asunto: «{ $subject }»
attach = adjunta: { $documents }
referred_by = te tiene que enviar: { $services }

## Answers in one line
who_age_from = desde { $min } años
who_level_from = italiano desde { $level }
who_no_italian = aunque no sepas italiano
who_no_permit = también sin permiso
who_permit = con permiso de residencia
who_receipt = con permiso o recibo
who_permit_work = con permiso que permita trabajar
who_permit_of = solo con permiso: { $permits }
and_others = { $names } y otros { $count }
who_by_group = depende del grupo
period = { $start } – { $end }
groups_count = { $count ->
    [one] { $count } grupo
   *[other] { $count } grupos
}
groups_next = { $count } grupos; el próximo: { $group }
places_count = { $count } lugares
money_price = cuesta { $amount }
money_instalments = { $amount } en { $count } pagos de { $each }
money_free = gratis
money_optional = gratis; si quieres, { $amount }
money_free_for_some = { $amount }, o gratis para algunas personas
money_less_for_some = { $amount }, menos para algunas personas
money_wage = te pagan { $amount }
money_grant = recibes { $amount }
money_request_free = la solicitud es gratis
money_plus_fees = { $price }, más { $fees } para el Estado
languages_named = idiomas: { $languages }
we_speak = hablamos { $languages }
money_free_if = gratis { $who }; si no, { $amount }
free_for_isee = con ISEE hasta { $amount }
way_come = Ven
way_or = o bien: { $way }
colon = {": "}

## Azioni
action_form = Inscríbete
action_apply = Postúlate
action_request = Haz la solicitud
action_book = Reserva
action_wait = Apúntate en la lista de espera
action_call = Llama
action_whatsapp = Escribe por WhatsApp
action_email = Escribe un correo electrónico
action_site = Ve al sitio web
channel_by_hand = Ve en persona
channel_registered = Envía una carta certificada (raccomandata)
channel_pec = Escribe por PEC (correo electrónico certificado)
channel_first_lesson = Ven a la primera clase
channel_referral = Pide a un servicio que te envíe
channel_none = No hace falta inscribirse
channel_email_line = Escribe a { $email }
channel_telephone_line = Llama al { $telephone }
channel_whatsapp_line = Escribe por WhatsApp al { $telephone }
channel_form_line = Llena el formulario
open_form = Abre el formulario
channel_platform_line = Haz la solicitud en la plataforma
message_enrol = Buenos días, me gustaría inscribirme en «{ $title }». Me llamo …
message_apply = Buenos días, me gustaría postularme para «{ $title }». Me llamo …
message_request = Buenos días, me gustaría hacer la solicitud para «{ $title }». Me llamo …
message_book = Buenos días, me gustaría reservar una plaza para «{ $title }». Me llamo …
message_wait = Buenos días, me gustaría entrar en la lista de espera para «{ $title }». Me llamo …
message_ask = Buenos días, me gustaría tener información sobre «{ $title }». Me llamo …
message_ready = El mensaje ya está escrito, en italiano. Significa: «{ $text }»
answers_now = Ahora responden
answers_later = Responden a partir del { $moment }

## Sportelli
hours_closed = cerrado
hours_open = abierto { $hours }
hours_holiday = cerrado: día festivo
suspended_until = Servicio suspendido hasta el { $date }
verification_missing = Nadie lo ha comprobado desde hace más de un año: pregunta antes de ir.
contact_points_title = Oficinas y centros de ayuda
contact_points_lead = Oficinas, centros y escuelas donde una persona te ayuda. Mira los idiomas y los horarios.
contact_points_empty = Aquí todavía no hay ninguna oficina.
contact_points_elsewhere = En otros lugares
contact_points_count = Oficinas: { $count }
contact_point_needs = Aquí te ayudan con
hours_title = Horarios
hours_notices = Días diferentes
hours_unknown_here = No sabemos los horarios: pregunta antes de ir.
how_to_get_there = Cómo llegar
contact_point_announcements = Qué hay aquí ahora
contact_point_run_by = Quién lo gestiona
contacts_of_organisation = Estos contactos son de la organización.
contact_point_of_item = Horarios y contactos de este lugar
save_contact = Guardar el contacto
save_contacts = Guardar todos los contactos
filter_need = Qué necesitas
filter_open_now = Abiertos ahora
open_always = Abierto ahora
open_until = Abierto ahora, hasta las { $time }
open_some = Abierto ahora, pero no para todos: mira los horarios
open_appointment = Solo con cita: pregunta antes
closed_now = Cerrado ahora
opens_at = Cerrado ahora. Abre: { $moment }
opens_appointment = Cerrado ahora. Con cita: { $moment }
filters = Elige por necesidad, idioma y zona

## Organisations
org_title = Quién anuncia
org_lead = Las organizaciones que anuncian en este tablón: quiénes son, qué está abierto ahora, qué hemos revisado.
org_empty = Todavía no hay ninguna organización.
org_with_open = Con algo abierto ahora
org_others = Las demás
org_open_count = abiertos ahora: { $count }
org_not_verified = todavía sin revisar
org_checked_on = revisada: { $date }
org_example_note = Esta organización es inventada: sirve para mostrar cómo funciona el tablón.
org_withdrawn = Esta organización ya no anuncia en este tablón.
org_in_network = Forma parte de la red de este tablón.
org_inclusion = Qué hace por la inclusión
org_tax_code = Código fiscal italiano
org_register = Registro público
org_desks = Sus oficinas de atención
org_nothing_open = En este momento no tiene nada abierto.
org_before = Anuncios anteriores, ya cerrados: { $count }
org_verification = Qué hemos revisado
org_last_check = Última revisión: { $date }.
org_checked_by = Quién lo revisó
org_check_is_old = Ha pasado más de un año: algo puede haber cambiado.
org_never_checked = Todavía no hemos revisado esta organización.
org_checked = Hemos revisado:
org_not_checked = No hemos revisado:
org_not_each = cada anuncio: léelo bien y pregunta antes de inscribirte o de salir
org_not_certificate = Esto no es un certificado. Si te piden dinero o algo no te convence, detente y escríbenos.
org_charter = Aceptó la carta de quien anuncia: { $date }.
org_read_charter = Lee la carta
org_join = ¿Trabajas en una organización que quiere anunciar aquí? Preséntala.

## Ricerca
search_title = Buscar
search_lead = Escribe una palabra: un oficio, un barrio, un documento.
search_label = ¿Qué buscas?
search_button = Busca
search_results = { $count ->
    [0] Ningún resultado
    [one] { $count } resultado
   *[other] { $count } resultados
}
search_without_script = Para buscar se necesita JavaScript. Si no lo tienes, puedes ver todo desde aquí:
search_all = Todo
search_only_open = Solo lo abierto
search_sort = Orden
search_sort_relevance = Lo más parecido a la palabra
search_sort_deadline = Primero lo que termina antes
search_filter_kind = Tipo
search_filter_status = Estado
search_filter_zone = Zona
search_filter_organisation = Organización
search_filter_year = Año
search_failed = La búsqueda no funciona en este momento. Puedes mirar las listas.
filter_me = Para mí
filter_me_lead = Elige lo que te corresponde: quedan los anuncios en los que puedes participar. La dirección de la página guarda tu elección.
filter_free = Gratis
filter_online = En línea
filter_women = Solo para mujeres
filter_level = Tu italiano
filter_age = Tu edad
filter_permit = Tu permiso
filter_permit_none = ningún permiso
filter_language = Idioma hablado
filter_more = Más filtros
filter_clear = Quitar los filtros
open_map = Abrir el mapa
map = mapa
listen = Escuchar
listen_stop = Parar la voz
offline_title = No tienes conexión
offline_lead = Esta página no está guardada en tu teléfono.
offline_kept = Estas páginas están guardadas:
offline_call = Para llamar por teléfono no hace falta internet.
offline_saved = No tienes conexión: esta página se guardó el { $date }. Llama antes de ir.
results_italian = También en italiano
search_more = Mostrar más
search_over = Mira entre los ya cerrados
search_maybe = Quizás: pregunta
search_maybe_lead = Estos anuncios no dicen si hace falta un permiso. Pregunta antes de ir.

## ¿Qué necesitas?
help_title = ¿Qué necesitas?
help_lead = Elige una cosa. Encuentras quién te puede ayudar, en qué idiomas, y un número al que llamar.
help_urgent = ¿Es urgente? Llama ahora
help_need_title = { $need }: a quién preguntar
help_spoken = Aquí hablan español
help_none_spoken = No conocemos una oficina para esto donde hablen español.
help_no_desk = Todavía no conocemos una oficina para esto.
help_next_best = También puedes preguntar aquí: hablan español
help_others = Aquí hablan otros idiomas
help_language_unknown = idiomas no indicados
help_all_desks = Todas las oficinas de atención
help_announcements = Anuncios abiertos
help_rest = Mira los otros
help_interpreters_title = ¿Nadie habla tu idioma?
help_interpreters_languages = { $count ->
    [one] Responden en { $count } idioma.
   *[other] Responden en { $count } idiomas.
}
help_request_title = Pregúntanos
help_request_lead = El mensaje ya está escrito, en italiano y en español. Añade lo que falta y envíalo.
help_request_need = Busco ayuda: { $need }
help_request_language = Hablo: { $language }
help_request_details = Necesito
help_request_sms = Envía un SMS
help_near = ¿Dónde estás?
help_anywhere = En cualquier lugar
help_near_note = Tu elección se queda en este teléfono. Para borrarla, elige «En cualquier lugar».

## Pagina che non c'è
not_found_title = Esta página no existe
not_found_lead = Tal vez la dirección está mal escrita. Los anuncios nunca cambian de dirección: intenta buscarlos.

## Carta
scan_code = Escanea el código
scan_or_write = o escribe esta dirección:
poster_apply_by = Hasta el
poster_take_down = Retirar después del { $date }
print_title = Imprimir
print_lead = Carteles y hojas listos para la impresora, también en blanco y negro.
print_empty = Hoy no hay nada abierto que imprimir.
print_channel = El cartel del canal
print_all = Todos los carteles (A4)
print_items = Uno por uno
print_item = Anuncio
print_more = Otros idiomas y mensajes
print_messages = Mensaje en dos idiomas
print_sheets = { $count ->
    [one] { $count } hoja
   *[other] { $count } hojas
}
print_by_language = En un idioma
print_by_language_lead = Un archivo con todo lo que está abierto: una lista y luego los carteles.
print_by_centre = Para un centro
print_by_centre_lead = En italiano y en los idiomas de quienes viven o pasan por allí.
print_place = Cartel fijo para este lugar
place_title = Tablón: { $place }
place_open = Todo lo que está abierto ahora: cursos, trabajo, casa, papeles
print_one = Uno por hoja
print_four = Cuatro por hoja
print_pack_title = Anuncios abiertos
print_week_title = Abierto ahora
print_soon = Termina pronto
print_next = Más adelante
print_always = Siempre abierto
print_updated = Actualizado el { $date }
print_open = { $count ->
    [one] { $count } anuncio abierto
   *[other] { $count } anuncios abiertos
}
channel_title = Sigue el tablón en WhatsApp
channel_lead = Cursos, trabajo, casa, derechos, eventos. { channel_free }
channel_step_1 = Enfoca el código con la cámara.
channel_step_2 = Toca el enlace: se abre WhatsApp.
channel_step_3 = Toca «Seguir» arriba.
channel_step_4 = Toca la campana para recibir avisos.
last_days = Últimos días
extended = Plazo ampliado: antes era el { $date }
reopened = Abierto de nuevo
corrected = Corrección: han cambiado los datos
digest_title = Las oportunidades de la semana
digest_more = Todo lo que está abierto
invite_title = ¡Te invito a unirte al canal { $board }!
invite_how = ¿Cómo se hace?
invite_step_1 = Guarda el número que te envía este mensaje
invite_step_2 = Toca el enlace y únete al canal
invite_who = ¿Para quién es?
invite_who_people = Personas migrantes, refugiadas y solicitantes de asilo que buscan oportunidades e información
invite_who_workers = Trabajadores sociales y quienes trabajan por la inclusión
invite_what = ¿Qué encuentras?
invite_what_work = Trabajo y formación
invite_what_home = Vivienda
invite_what_law = Trámites y novedades de la ley
invite_what_news = Noticias útiles
invite_info = Para información o para proponer un anuncio
invite_share = ¡Comparte con quien pueda estar interesado!
welcome = ¡Bienvenido, bienvenida! Aquí encuentras cursos, trabajo, casa, derechos y eventos gratis.

## Messaggi

## Onestà
fact-non-previsto = no previsto
fact-non-indicato = la fuente no lo dice
fact-da-chiedere = hay que preguntar
enrolment-non-previsto = no hace falta inscribirse
certificate-non-previsto = sin certificado

## Tipi
kind-formazione = Curso
kind-lavoro = Trabajo
kind-abitare = Vivienda
kind-normativa = Documentos y leyes
kind-notizia = Aviso
kind-progetto = Servicio
kind-evento = Evento
kinds-formazione = Cursos
kinds-lavoro = Trabajo
kinds-abitare = Vivienda
kinds-normativa = Documentos y leyes
kinds-notizia = Avisos
kinds-progetto = Servicios
kinds-evento = Eventos
kind-formazione-lead = Cursos de italiano, cursos para aprender un oficio, becas.
kind-lavoro-lead = Ofertas de trabajo, prácticas, servicio civil.
kind-abitare-lead = Viviendas, ayudas para el alquiler, ayuda para buscar casa.
kind-normativa-lead = Leyes y trámites que cambian: permisos, documentos, derechos.
kind-notizia-lead = Novedades útiles para quien vive aquí.
kind-progetto-lead = Proyectos y servicios nuevos en el territorio.
kind-evento-lead = Encuentros, fiestas, jornadas abiertas.

## Parole dei campi
attendance-in-presenza = presencial
attendance-online = por internet
attendance-ibrida = presencial y por internet
attendance-da-remoto = a distancia
weekday-lun = lunes
weekday-mar = martes
weekday-mer = miércoles
weekday-gio = jueves
weekday-ven = viernes
weekday-sab = sábado
weekday-dom = domingo
cost-gratuito = gratis
cost-contributo = pequeño aporte
cost-a-pagamento = hay que pagar
cost-offerta-libera = das lo que quieras
cost-differito = pagas después, cuando ya trabajas
free-for-accoglienza = si vives en un centro de acogida
free-for-protezione = si tienes asilo o protección
free-for-disoccupati = si no tienes trabajo
free-for-studenti = si estudias
free-for-minori = si tienes menos de 18 años
free-for-donne = si eres mujer
free-for-disabilita = si tienes una discapacidad
benefit-retribuzione = sueldo
benefit-indennita = asignación
benefit-diaria = asignación por día
benefit-borsa = beca
benefit-contributo-affitto = ayuda para el alquiler
benefit-assegno-servizio-civile = asignación del servicio civil
benefit-rimborso = reembolso
benefit-contributo = ayuda económica
benefit-buono = vale
benefit-alloggio = alojamiento
per-ora = por hora
per-giorno = por día
per-settimana = por semana
per-mese = por mes
per-anno = por año
per-una-tantum = una sola vez
permit-qualsiasi = cualquier permiso
permit-richiesta-asilo = solicitud de asilo
permit-asilo = asilo (estatuto de refugiado)
permit-protezione-sussidiaria = protección subsidiaria
permit-protezione-temporanea = protección temporal
permit-protezione-speciale = protección especial
permit-casi-speciali = casos especiales
permit-cure-mediche = tratamiento médico
permit-minore-eta = menor de edad (menos de 18 años)
permit-attesa-occupazione = espera de empleo
permit-lavoro = trabajo
permit-motivi-familiari = motivos familiares
permit-protezione-sociale = protección social
permit-apolidia = apatridia (sin nacionalidad)
permit-ue-lungo-periodo = UE para residentes de larga duración
permit-ue-lungo-periodo-per-protezione-internazionale = UE para residentes de larga duración con protección internacional
permit-studio = estudio
permit-state-in-corso-di-validita = vigente
permit-state-ricevuta-accettata = también sirve el recibo
permit-state-che-consenta-il-lavoro = que permita trabajar
permit-state-nessun-permesso-richiesto = no hace falta permiso de residencia
permit-state-scaduto-ma-prorogato = también vencido, si está prorrogado
gender-solo-donne = solo mujeres
gender-donne-con-bambini = mujeres con niños
gender-misto = mujeres y hombres
gender-donne-uomini-e-bambini = mujeres, hombres y niños
level-pre-a1 = pre-A1 (aprender a leer y escribir)
level-a1 = A1
level-a2 = A2
level-b1 = B1
level-b2 = B2
level-c1 = C1
level-c2 = C2
contract-tempo-determinato = contrato por tiempo determinado
contract-tempo-indeterminato = contrato por tiempo indefinido
contract-apprendistato = contrato de aprendizaje (apprendistato)
contract-stagionale = trabajo de temporada
contract-somministrazione = trabajo por agencia
contract-a-chiamata = trabajo por llamada
contract-collaborazione = contrato de colaboración
contract-lavoro-autonomo = trabajo por cuenta propia
contract-lavoro-domestico = trabajo doméstico
contract-tirocinio = prácticas (tirocinio)
contract-servizio-civile = servicio civil (servizio civile)
contract-short-list = lista de personas para llamar
contract-prestazione-occasionale = trabajo ocasional (prestazione occasionale)
contract-volontariato = voluntariado, sin sueldo
housing-contributo-affitto = ayuda para el alquiler
housing-alloggio-pubblico = vivienda pública
housing-canone-calmierato = vivienda con alquiler bajo
housing-coabitazione = vivienda compartida
housing-accoglienza-in-famiglia = acogida en una familia
housing-sportello-casa = oficina de ayuda para la vivienda
housing-stanza = habitación
housing-alloggio-temporaneo = alojamiento temporal
housing-garanzia-affitto = fianza para el alquiler
training-corso = curso
training-borsa-di-studio = beca de estudios
act-legge = ley
act-decreto = decreto
act-decreto-legge = decreto ley
act-decreto-legislativo = decreto legislativo
act-dpr = decreto del Presidente de la República
act-regolamento = reglamento
act-direttiva = directiva
act-decisione = decisión
act-circolare = circular
act-sentenza = sentencia
act-prassi = práctica de las oficinas
access-libero = sin reserva
access-su-segnalazione = te tiene que enviar un servicio
access-su-appuntamento = con cita
access-su-prenotazione = con reserva
entry-libero = libre
entry-su-prenotazione = con reserva
entry-conferma-gradita = libre, mejor si confirmas
entry-su-invito = con invitación
part-mattina = mañana
part-pomeriggio = tarde
part-sera = noche
deadline-sempre-aperte = siempre abierto
deadline-fino-a-esaurimento-posti = hasta que se acaben los cupos
deadline-nessuna = sin fecha límite
document-permesso-di-soggiorno = permiso de residencia (permesso di soggiorno)
document-ricevuta-del-permesso-di-soggiorno = recibo del permiso de residencia (ricevuta)
document-codice-fiscale = código fiscal (codice fiscale)
document-documento-di-identita = documento de identidad
document-passaporto = pasaporte
document-cv = currículum (CV)
document-lettera-di-motivazione = carta de motivación
document-fototessera = foto tamaño carné
document-isee = ISEE (ingresos de la familia)
document-tessera-sanitaria = tarjeta sanitaria (tessera sanitaria)
document-spid = SPID (identidad digital)
document-contratto-di-affitto-registrato = contrato de alquiler registrado
document-titolo-di-studio = título de estudios
document-patente-b = licencia de conducir B
document-modulo-di-iscrizione = formulario de inscripción
document-marca-da-bollo = timbre fiscal (marca da bollo)
document-bollettino = boleta de pago del correo (bollettino)
document-nessuno = ningún documento
service-trasporto = transporte
service-custodia-bambini = espacio para los niños
service-computer = computadora
service-connessione = conexión a internet
service-pasti = comidas
service-alloggio = alojamiento
service-mediazione = mediación lingüística
service-assicurazione = seguro
centre-sportello = oficina de atención
centre-centro-di-accoglienza = centro de acogida
centre-centro-diurno = centro de día
centre-scuola = escuela
centre-biblioteca = biblioteca
centre-servizio-sanitario = servicio de salud
centre-patronato = oficina de asistencia social
centre-centro-antiviolenza = centro contra la violencia
centre-mensa = comedor
centre-centro-per-l-impiego = oficina de empleo
organisation-ente-pubblico = organismo público
organisation-ets = entidad del tercer sector (ETS)
organisation-cooperativa-sociale = cooperativa social
organisation-associazione = asociación
organisation-ong = ONG
organisation-agenzia-onu = agencia de las Naciones Unidas
organisation-scuola = escuela
organisation-universita = universidad
organisation-ente-di-formazione = centro de formación
organisation-sindacato = sindicato
organisation-patronato = oficina de asistencia social (patronato)
organisation-agenzia-per-il-lavoro = agencia de empleo
organisation-azienda = empresa
organisation-ente-religioso = entidad religiosa
organisation-fondazione = fundación
verification-registro = la inscripción en un registro público (RUNTS o IPA)
verification-richiamata = el teléfono, llamando a un número encontrado en otro sitio
verification-scopo = su finalidad: qué hace y para quién
verification-nessun-costo = los costes: quien se presenta no debe pagar nada
verification-carta = la carta de quien anuncia: con quien la aceptó
need-documenti = Documentos
need-chiedere-asilo = Pedir asilo
need-avvocato = Abogado
need-dove-dormire = Dónde dormir
need-casa = Vivienda
need-mangiare-e-lavarsi = Comer y lavarse
need-salute = Salud
need-italiano = Aprender italiano
need-lavoro = Trabajo
need-figli-e-scuola = Hijos y escuela
need-violenza = Violencia
need-altro = Otra cosa
emergency-emergenza = Policía, ambulancia, bomberos
emergency-violenza = Violencia y acoso
emergency-bambini = Niños y jóvenes en peligro
emergency-tratta = Trata y explotación
emergency-suicidio = Pensamientos de hacerte daño
language-it = italiano
language-en = inglés
language-fr = francés
language-es = español
language-ar = árabe
language-bn = bengalí
language-uk = ucraniano
language-ur = urdu
language-fa = farsi
language-prs = dari
language-ps = pastún
language-ru = ruso
language-zh = chino
language-ro = rumano
language-sq = albanés
language-tr = turco
language-ti = tigriña
language-am = amárico
language-so = somalí
language-wo = wólof
language-man = mandinka
language-pa = panyabí
language-hi = hindi
language-pt = portugués
language-ku = kurdo
language-ff = fula
language-bm = bambara

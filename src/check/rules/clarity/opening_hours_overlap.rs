//! Finds hours of a contact point that overlap, also with those of the night before, and extra openings on a day on which
//! it is open at that hour anyway.

use std::ops::Range;

use crate::board::{AccessKind, Board, ContentFile, OpeningCalendar};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{ContactPoint, HoursOfDay, OpeningHours, TimeSlot, Weekday, WeeklySlot};
use crate::path;

/// Minutes of a day and of a week.
const DAY: u16 = 24 * 60;
const WEEK: u16 = 7 * DAY;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "opening-hours-overlap",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text("gli orari di un centro non si sovrappongono", "hours of a contact point do not overlap"),
        explanation: text(
            "Due orari dello stesso giorno che si sovrappongono vengono di solito da una riga vecchia che è rimasta: non si sa quale vale. Orari per persone diverse (`per`) o su appuntamento possono stare insieme.",
            "Two times of the same day that overlap usually come from an old line that was left: nobody knows which one holds. Hours for different people (`per`) or by appointment may be at the same time.",
        ),
        wrong: "-- content/centri/doppio.md --\n---\nnome: Sportello doppio\ntipo: sportello\nindirizzo: via Roma 1, Borgo\norari:\n  - {giorni: [lun, mar], ore: \"9:00-13:00\"}\n  - {giorni: [mar], ore: \"12:00-16:00\"}\nverificato: 2026-11-02\n---\n",
        right: "-- content/centri/doppio.md --\n---\nnome: Sportello doppio\ntipo: sportello\nindirizzo: via Roma 1, Borgo\norari:\n  - {giorni: [lun], ore: \"9:00-13:00\"}\n  - {giorni: [mar], ore: \"12:00-16:00\"}\nverificato: 2026-11-02\n---\n",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::Board(check),
};

/// Hours on one day of the week.
struct Occurrence<'b> {
    slot: &'b WeeklySlot,
    day: Weekday,
    hours: &'b TimeSlot,
    /// Minutes from the beginning of the week; what goes on after its end is another range.
    ranges: [Range<u16>; 2],
}

fn check(board: &Board, findings: &mut Findings<'_>) {
    for centre in board.contact_points.values() {
        check_week(centre, findings);
        check_extra_openings(board, centre, findings);
    }
}

fn check_week(centre: &ContentFile<ContactPoint>, findings: &mut Findings<'_>) {
    let Some(OpeningHours::Slots(slots)) = &centre.facts.hours else { return };
    let mut earlier: Vec<Occurrence<'_>> = Vec::new();
    for (index, slot) in slots.iter().enumerate() {
        let mut is_reported = false;
        for occurrence in occurrences(slot) {
            if let Some(other) = earlier.iter().find(|other| clash(other, &occurrence)).filter(|_| !is_reported) {
                report(centre, index, other, &occurrence, findings);
                is_reported = true;
            }
            earlier.push(occurrence);
        }
    }
}

fn occurrences(slot: &WeeklySlot) -> impl Iterator<Item = Occurrence<'_>> {
    let days = if slot.days.is_empty() { Weekday::ALL } else { &slot.days };
    let midnights = Weekday::ALL.iter().zip((0..WEEK).step_by(DAY.into()));
    midnights.filter(|(day, _)| days.contains(day)).flat_map(move |(day, midnight)| {
        slot.hours.iter().filter_map(move |HoursOfDay(hours)| {
            let Range { start, end } = hours.minutes()?;
            let (start, end) = (start + midnight, end + midnight);
            let ranges = [start..end.min(WEEK), 0..end.saturating_sub(WEEK)];
            Some(Occurrence { slot, day: *day, hours, ranges })
        })
    })
}

/// Whether two slots are at the same time for the same people.
fn clash(one: &Occurrence<'_>, other: &Occurrence<'_>) -> bool {
    let same = |slot: &WeeklySlot| (slot.by_appointment, slot.audience.as_deref().map(str::to_lowercase));
    let overlap = |range: &Range<u16>| other.ranges.iter().any(|other| overlaps(range, other));
    one.ranges.iter().any(overlap) && same(one.slot) == same(other.slot)
}

fn overlaps(one: &Range<u16>, other: &Range<u16>) -> bool {
    one.start.max(other.start) < one.end.min(other.end)
}

fn report(
    centre: &ContentFile<ContactPoint>,
    index: usize,
    other: &Occurrence<'_>,
    occurrence: &Occurrence<'_>,
    findings: &mut Findings<'_>,
) {
    let (day, hours) = (occurrence.day.word(), occurrence.hours);
    let (other_day, other_hours) = (other.day.word(), other.hours);
    // Both together, from the first beginning to the last end: that of a night is on the next day.
    let known = || [hours, other_hours].into_iter().filter_map(|one| Some((one.minutes()?, one.start?, one.end?)));
    let start = known().min_by_key(|(minutes, ..)| minutes.start).map(|(_, start, _)| start);
    let end = known().max_by_key(|(minutes, ..)| minutes.end).map(|(.., end)| end);
    let hint = if hours == other_hours && other_day == day {
        localized!("togli una delle due righe", "remove one of the two lines")
    } else if let (true, Some(start), Some(end)) = (other_day == day, start, end) {
        localized!(
            "se valgono tutti e due scrivi `ore: \"{start}-{end}\"`; altrimenti togli quello vecchio",
            "if both hold write `ore: \"{start}-{end}\"`; otherwise remove the old one"
        )
    } else {
        localized!("controlla la fine della notte", "check the end of the night")
    };
    findings
        .report_at_field(
            centre,
            path![orari[index]],
            localized!(
                "{day} {hours} si sovrappone a {other_day} {other_hours}",
                "{day} {hours} overlaps {other_day} {other_hours}"
            ),
            hint,
        )
        .ask(localized!("Quali sono gli orari di {day}?", "Which are the hours on {day}?"));
}

/// Reports extra openings at hours at which the same people find it open on that day anyway.
fn check_extra_openings(board: &Board, centre: &ContentFile<ContactPoint>, findings: &mut Findings<'_>) {
    let calendar = OpeningCalendar::new(&board.config.territorio, &centre.facts);
    for (index, opening) in centre.facts.extra_openings.iter().enumerate() {
        let ranges: Vec<Range<u16>> = opening.hours.iter().filter_map(|HoursOfDay(hours)| hours.minutes()).collect();
        let open_anyway = opening.dates.iter().find_map(|day| {
            let mut slots = calendar
                .regular_on(*day)
                .filter(|slot| slot.audience.is_none() || slot.audience == opening.audience.as_deref());
            let hours = slots.find_map(|slot| {
                let hours =
                    slot.hours.filter(|_| (slot.kind == AccessKind::ByAppointment) == opening.by_appointment)?;
                let minutes = hours.minutes()?;
                ranges.iter().any(|range| overlaps(range, &minutes)).then_some(hours)
            })?;
            Some((day, hours))
        });
        if let Some((day, hours)) = open_anyway {
            findings
                .report_at_field(
                    centre,
                    path![aperture[index]],
                    localized!("il {day} è già aperto: {hours}", "on {day} it is open anyway: {hours}"),
                    localized!(
                        "scrivi solo le ore in più; se quel giorno cambia l'orario scrivi anche `chiusure: [{day}]`",
                        "write only the additional hours; if the hours of that day are others write `chiusure: [{day}]` too"
                    ),
                )
                .ask(localized!("A che ora siete aperti il {day}?", "At which hours are you open on {day}?"));
        }
    }
}

// Reads calendars with ical.js and prints when what takes place takes place, as JSON: for each file a sorted list of the
// UID, the start and the end of each occurrence. Instants are in UTC, days without hours are days.
//
// node calendar_readers.mjs ICAL_JS FILE…

import {readFileSync} from 'node:fs';
import {pathToFileURL} from 'node:url';

const [library, ...files] = process.argv.slice(2);
const {default: ICAL} = await import(pathToFileURL(library).href);

const written = (time) => (time.isDate ? time.toString() : time.toJSDate().toISOString().slice(0, 19));

const occurrencesOf = (file) => {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, 'utf8')));
  ICAL.TimezoneService.reset();
  calendar.getAllSubcomponents('vtimezone').forEach((zone) => ICAL.TimezoneService.register(zone));
  const found = [];
  for (const component of calendar.getAllSubcomponents('vevent')) {
    const event = new ICAL.Event(component);
    const starts = event.iterator();
    for (let start = starts.next(); start; start = starts.next()) {
      const {startDate, endDate} = event.getOccurrenceDetails(start);
      found.push([event.uid, written(startDate), written(endDate)]);
    }
  }
  return found.sort();
};

process.stdout.write(JSON.stringify(files.map(occurrencesOf)));

"""Reads calendars with icalendar and recurring-ical-events, or with vobject and dateutil, and prints when what takes place
takes place, as JSON: for each file a sorted list of the UID, the start and the end of each occurrence. Instants are in UTC,
days without hours are days.

python calendar_readers.py icalendar|vobject FILE…
"""

import json
import sys
from datetime import datetime, timezone
from pathlib import Path


def written(time):
    if not isinstance(time, datetime):
        return time.isoformat()
    return time.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S")


def with_icalendar(text):
    import icalendar
    import recurring_ical_events

    calendar = icalendar.Calendar.from_ical(text)
    events = recurring_ical_events.of(calendar, skip_bad_series=False).between((2020, 1, 1), (2040, 1, 1))
    return [[str(event["UID"]), written(event.start), written(event.end)] for event in events]


def with_vobject(text):
    import vobject

    found = []
    calendar = vobject.readOne(text.decode("utf-8"))
    for event in getattr(calendar, "vevent_list", []):
        start, end = event.dtstart.value, event.dtend.value
        rule = event.getrruleset(True)
        for each in [start] if rule is None else rule:
            # Days come as midnights.
            each = each if isinstance(start, datetime) else getattr(each, "date", lambda: each)()
            # An hour is as long on the clock as the first one.
            found.append([event.uid.value, written(each), written(each + (end - start))])
    return found


read = {"icalendar": with_icalendar, "vobject": with_vobject}[sys.argv[1]]
json.dump([sorted(read(Path(file).read_bytes())) for file in sys.argv[2:]], sys.stdout)

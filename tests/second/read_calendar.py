"""Reads a calendar file with an independent library and says of each entry: uid, day, sequence, alarms in days, text."""

import json
import sys

from icalendar import Calendar

with open(sys.argv[1], "rb") as file:
    calendar = Calendar.from_ical(file.read())

assert calendar["VERSION"] == "2.0" and calendar["PRODID"], "a calendar names its version and its maker"
entries = []
for event in calendar.walk("VEVENT"):
    assert not event.errors, event.errors
    for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY"):
        assert name in event, f"{name} is missing"
    alarms = event.walk("VALARM")
    assert all("TRIGGER" in alarm and alarm["ACTION"] == "DISPLAY" for alarm in alarms)
    entries.append(
        {
            "uid": str(event["UID"]),
            "day": event["DTSTART"].dt.isoformat(),
            "sequence": int(event["SEQUENCE"]),
            "changed": event["LAST-MODIFIED"].dt.isoformat(),
            "alarms": sorted(int(alarm["TRIGGER"].dt.total_seconds() // 3600) for alarm in alarms),
            "summary": str(event["SUMMARY"]),
            "description": str(event["DESCRIPTION"]),
        }
    )
print(json.dumps(entries, ensure_ascii=False))

// Unfold a calendar with ical.js, which shares no code with the libraries that write ours.
// Input: {text, limits: uid → the last moment to look at, most}; output: uid → [[start, end, status, seconds]].
const ICAL = require("ical.js").default ?? require("ical.js");

const { text, limits, most } = JSON.parse(require("fs").readFileSync(0, "utf-8"));
const calendar = new ICAL.Component(ICAL.parse(text));
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
const events = calendar.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each, { exceptions: [] }));
const changed = events.filter((event) => event.isRecurrenceException());
const found = {};
for (const event of events.filter((each) => !each.isRecurrenceException())) {
  for (const each of changed) if (each.uid === event.uid) event.relateException(each);
  found[event.uid] = event.isRecurring() ? unfold(event) : [tell(event.startDate, event.endDate, event)];
}
console.log(JSON.stringify(found));

function unfold(event) {
  const times = [];
  const moments = event.iterator();
  for (let moment = moments.next(); moment && times.length < most; moment = moments.next()) {
    if (times.length && moment.toString() > limits[event.uid]) break;
    const { startDate, endDate, item } = event.getOccurrenceDetails(moment);
    times.push(tell(startDate, endDate, item));
  }
  return times;
}

function tell(start, end, item) {
  const status = item.component.getFirstPropertyValue("status");
  return [start.toString(), end.toString(), status, start.isDate ? null : start.toUnixTime()];
}

// Days that are due as a file for calendars (iCalendar, RFC 5545): one event of a whole
// day each. It is written here, as what is used of the format is forty lines; a library
// would bring times, zones and repetitions that no deadline has.

/** A day that is due. */
export interface Entry {
  /** What it is, the same each time the file is made: a calendar that has it already changes it. */
  id: string;
  /** The day, as "2026-09-17". */
  day: string;
  title: string;
  text: string;
}

/** The calendar; now is the moment it is made, in milliseconds. */
export function calendarText(name: string, entries: readonly Entry[], now: number): string {
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//ocop-vn//ocop//VI", `X-WR-CALNAME:${escaped(name)}`, ...entries.flatMap((entry) => eventOf(entry, now)), "END:VCALENDAR"];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

const eventOf = ({ id, day, title, text }: Entry, now: number): string[] => [
  "BEGIN:VEVENT",
  `UID:${id}@ocop-vn`,
  `DTSTAMP:${compact(new Date(now).toISOString().slice(0, 19))}Z`,
  `DTSTART;VALUE=DATE:${compact(day)}`,
  `DTEND;VALUE=DATE:${compact(dayAfter(day))}`, // the first day that it does not last to
  `SUMMARY:${escaped(title)}`,
  `DESCRIPTION:${escaped(text)}`,
  "TRANSP:TRANSPARENT", // nobody is busy all day with it
  "BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${escaped(title)}`, "TRIGGER:-P7D", "END:VALARM",
  "END:VEVENT",
];

const compact = (day: string): string => day.replace(/[-:]/g, "");

const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** A text as a value: what parts values is escaped (3.3.11), what no line may hold is left out. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, "\\$&").replace(/\r\n?|\n/g, "\\n").replace(/[\u0000-\u001f\u007f]/g, "");

const mostOctets = 75; // of a line, without its end (3.1)

/** A line in lines of no more octets than calendars take; no letter is cut. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let octets = 0;
  let text = "";
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (octets + size > mostOctets) {
      text += "\r\n ";
      octets = 1;
    }
    text += letter;
    octets += size;
  }
  return text;
}

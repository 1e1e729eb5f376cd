const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const dayMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const dayMonthYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const exact = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'short',
});

/** How long ago `at` was, seen from `now` (both epoch ms): `just now`, `3 min ago`, `2 h ago`, `6 d ago`, then the date. */
export function relativeTime(at: number, now: number): string {
  const ago = now - at;
  if (ago < -MINUTE) return `in ${span(-ago)}`;
  if (ago < MINUTE) return 'just now';
  if (ago < 14 * DAY) return `${span(ago)} ago`;
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return (sameYear ? dayMonth : dayMonthYear).format(at);
}

function span(ms: number): string {
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min`;
  if (ms < DAY) return `${Math.floor(ms / HOUR)} h`;
  return `${Math.floor(ms / DAY)} d`;
}

/** The exact local time with its zone, for hovering. */
export function exactTime(at: number): string {
  return exact.format(at);
}

/** A time of day for a sentence, `14:02`; with the date when it was not on the day of `now`. */
export function timeOfDay(at: number, now: number): string {
  const sameDay = new Date(at).toDateString() === new Date(now).toDateString();
  return sameDay ? clock.format(at) : `${clock.format(at)} on ${dayMonthYear.format(at)}`;
}

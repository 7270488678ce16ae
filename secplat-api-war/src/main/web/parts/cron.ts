// What a cron expression of five fields means, in English. When a scan is due is for the API alone to say.

interface Unit {
  from: number;
  to: number;
  /** Short names, the first one for `from`. */
  names?: readonly string[];
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const brief = (names: readonly string[]) => names.map((name) => name.slice(0, 3).toUpperCase());

const MINUTE: Unit = { from: 0, to: 59 };
const HOUR: Unit = { from: 0, to: 23 };
const DAY: Unit = { from: 1, to: 31 };
const MONTH: Unit = { from: 1, to: 12, names: brief(MONTHS) };
const WEEKDAY: Unit = { from: 0, to: 7, names: brief(DAYS) };

/** More times than these are told by minutes and hours. */
const MANY_TIMES = 4;

/** `Every day at 02:30`; null for what is no such expression or goes beyond minutes, hours, days and months. */
export function cronWords(cron: string): string | null {
  const [minute = '', hour = '', day = '', month = '', weekday = '', ...rest] = cron.trim().split(/\s+/);
  const minutes = values(minute, MINUTE);
  const hours = values(hour, HOUR);
  const days = values(day, DAY);
  const months = values(month, MONTH);
  const weekdays = values(weekday, WEEKDAY);
  if (rest.length > 0 || !minutes || !hours || !days || !months || !weekdays) return null;
  const time = times(minutes, hours);
  const date = dates(days, [...new Set(weekdays.map((one) => one || 7))].sort(ascending));
  const season = full(months, MONTH) ? '' : ` in ${listed(runs(months).map(range((one) => MONTHS[one - 1] ?? '')))}`;
  const words = time.startsWith('at ') ? `${date || 'every day'} ${time}${season}` : `${time}${date ? `, ${date}` : ''}${season}`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const ascending = (one: number, other: number) => one - other;

/** The values that a field means, ascending; null when it means none or is not understood. */
function values(field: string, unit: Unit): number[] | null {
  const found = new Set<number>();
  for (const part of field.split(',')) {
    const match = /^(\*|\w+)(?:-(\w+))?(?:\/(\d+))?$/.exec(part);
    const [, first = '', last, step] = match ?? [];
    const from = first === '*' ? unit.from : number(first, unit);
    const to = last !== undefined ? number(last, unit) : first === '*' || step ? unit.to : from;
    const stride = step === undefined ? 1 : Number(step);
    if (!match || (first === '*' && last !== undefined) || from === null || to === null || from > to || stride < 1) return null;
    for (let value = from; value <= to; value += stride) found.add(value);
  }
  return [...found].sort(ascending);
}

function number(text: string, unit: Unit): number | null {
  const named = unit.names?.indexOf(text.toUpperCase()) ?? -1;
  const value = named >= 0 ? named + unit.from : /^\d+$/.test(text) ? Number(text) : unit.to + 1;
  return value >= unit.from && value <= unit.to ? value : null;
}

const full = (found: number[], unit: Unit): boolean => found.length === unit.to - unit.from + 1;

/** How far apart the values are when they divide the whole evenly from its beginning, every fifteenth minute for example; 0 otherwise. */
function stride(found: number[], unit: Unit): number {
  const size = unit.to - unit.from + 1;
  const step = size / found.length;
  return Number.isInteger(step) && found.every((value, index) => value === unit.from + index * step) ? step : 0;
}

function times(minutes: number[], hours: number[]): string {
  if (!full(hours, HOUR) && minutes.length * hours.length <= MANY_TIMES) {
    return `at ${listed(hours.flatMap((hour) => minutes.map((minute) => `${two(hour)}:${two(minute)}`)))}`;
  }
  const step = stride(minutes, MINUTE);
  const past = step === 1 ? 'every minute' : step > 1 && step < 60 ? `every ${step} minutes` : '';
  const at = minutes.length === 1 && minutes[0] === 0 ? '' : ` at minute ${listed(runs(minutes).map(range(String)))}`;
  if (full(hours, HOUR)) return past || `every hour${at}`;
  const apart = stride(hours, HOUR);
  if (!past && apart > 1) return `every ${apart} hours${at}`;
  return `${past || `every hour${at}`} from ${listed(runs(hours).map(([first, last]) => `${two(first)}:00 to ${two(last)}:59`))}`;
}

/** A day counts when it is one of the days of the month or of the week, if both are told. */
function dates(days: number[], weekdays: number[]): string {
  const month = full(days, DAY) ? '' : `on day ${listed(runs(days).map(range(String)))} of the month`;
  const week = weekdays.length === 7 ? '' : `on ${listed(runs(weekdays).map(range((day) => DAYS[day] ?? '')))}`;
  return [month, week].filter((words) => words).join(' or ');
}

type Run = readonly [first: number, last: number];

/** `1, 2, 3, 5` as `1-3` and `5`; two neighbours stay two. */
function runs(found: number[]): Run[] {
  const all: [number, number][] = [];
  for (const value of found) {
    const current = all.at(-1);
    if (current && current[1] === value - 1) current[1] = value;
    else all.push([value, value]);
  }
  return all.flatMap(([first, last]): Run[] =>
    last === first + 1
      ? [
          [first, first],
          [last, last],
        ]
      : [[first, last]],
  );
}

const range =
  (name: (value: number) => string) =>
  ([first, last]: Run): string =>
    first === last ? name(first) : `${name(first)} to ${name(last)}`;

const two = (value: number): string => String(value).padStart(2, '0');

const listed = (words: string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

// Times for readers: dates in their own zone and language, distances in the language of the website; UTC for those who compare.

const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
const short = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' });
const exact = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'short' });

export const fullTime = (at: Date): string => full.format(at);
export const shortTime = (at: Date): string => short.format(at);
export const clockTime = (at: Date): string => exact.format(at);
export const utc = (at: Date): string => `${at.toISOString().replace('T', ' ').replace(/\.\d+Z$/, '')} UTC`;

/** `2 min. ago`; a date once it is older than two days. */
export function ago(at: Date, now: Date): string {
  const seconds = Math.round((at.getTime() - now.getTime()) / 1000);
  const size = Math.abs(seconds);
  if (size < 60) return relative.format(seconds, 'second');
  if (size < 3600) return relative.format(Math.round(seconds / 60), 'minute');
  if (size < 48 * 3600) return relative.format(Math.round(seconds / 3600), 'hour');
  return short.format(at);
}

/** `1 min 05 s` between two times; a dash without both. */
export function duration(from: string | null, to: string | null): string {
  if (!from || !to) return '–';
  const seconds = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
  return `${Math.floor(seconds / 3600)} h ${String(Math.floor((seconds % 3600) / 60)).padStart(2, '0')} min`;
}

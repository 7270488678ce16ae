import { equal } from 'node:assert/strict';
import { cronWords } from '../../main/web/parts/cron.ts';

const meanings: Record<string, string> = {
  '* * * * *': 'Every minute',
  '*/15 * * * *': 'Every 15 minutes',
  '0,30 * * * *': 'Every 30 minutes',
  '0 * * * *': 'Every hour',
  '5 * * * *': 'Every hour at minute 5',
  '5,10,40 * * * *': 'Every hour at minute 5, 10 and 40',
  '30 2 * * *': 'Every day at 02:30',
  ' 30  2 * * * ': 'Every day at 02:30',
  '0 6,18 * * *': 'Every day at 06:00 and 18:00',
  '0 */6 * * *': 'Every day at 00:00, 06:00, 12:00 and 18:00',
  '20 */2 * * *': 'Every 2 hours at minute 20',
  '0 */2 * * *': 'Every 2 hours',
  '*/15 9-17 * * 1-5': 'Every 15 minutes from 09:00 to 17:59, on Monday to Friday',
  '*/10 8 * * *': 'Every 10 minutes from 08:00 to 08:59',
  '0 1,3,8,9,10,20 * * *': 'Every hour from 01:00 to 01:59, 03:00 to 03:59, 08:00 to 10:59 and 20:00 to 20:59',
  '30 2 * * 1': 'On Monday at 02:30',
  '30 2 * * mon,FRI': 'On Monday and Friday at 02:30',
  '30 2 * * 0': 'On Sunday at 02:30',
  '30 2 * * 7': 'On Sunday at 02:30',
  '30 2 * * 0,6': 'On Saturday and Sunday at 02:30',
  '30 2 * * 5-7': 'On Friday to Sunday at 02:30',
  '30 2 * * 0-6': 'Every day at 02:30',
  '0 6 1 * *': 'On day 1 of the month at 06:00',
  '0 6 1-7,15 * *': 'On day 1 to 7 and 15 of the month at 06:00',
  '0 6 1 1,JUL *': 'On day 1 of the month at 06:00 in January and July',
  '0 0 13 * 5': 'On day 13 of the month or on Friday at 00:00',
  '0 0 1 */3 *': 'On day 1 of the month at 00:00 in January, April, July and October',
  '0 22/1 * * *': 'Every day at 22:00 and 23:00',
};

for (const [cron, words] of Object.entries(meanings)) {
  Deno.test(`"${cron}" means: ${words}`, () => equal(cronWords(cron), words));
}

for (const cron of ['', 'daily', '30 2 * *', '30 2 * * * *', '60 * * * *', '* 24 * * *', '* * 0 * *', '* * * 13 *', '* * * * 8', '5-1 * * * *', '*/0 * * * *', '* * * * funday', '*-5 * * * *', '1,,2 * * * *', '-1 * * * *', '@midnight']) {
  Deno.test(`"${cron}" has no words`, () => equal(cronWords(cron), null));
}

import { deepEqual, equal } from 'node:assert/strict';
import { Problem } from '../../main/web/api/problem.ts';

const refused = (detail: unknown, status = 422): Promise<Problem> =>
  Problem.of(Response.json({ error: { message: 'Request validation failed', retryable: false, request_id: 'web-1', detail } }, { status }));

const objection = (name: string, msg: string) => ({ type: 'value_error', loc: ['body', name], msg });

Deno.test('what is wrong with a field is told beside it, without its name', async () => {
  const problem = await refused([
    objection('cron', 'cron must have five fields'),
    objection('time_zone', 'time_zone: 60 characters at most'),
    objection('priority', 'Low, please'),
  ]);
  deepEqual(Object.fromEntries(problem.fields()), {
    cron: 'Must have five fields',
    time_zone: '60 characters at most',
    priority: 'Low, please',
  });
});

Deno.test('the first objection to a field is the one that is told', async () => {
  const problem = await refused([objection('cron', 'cron is required'), objection('cron', 'cron must have five fields')]);
  equal(problem.fields().get('cron'), 'Is required');
});

Deno.test('a problem of another kind has no wrong fields', async () => {
  equal((await refused(undefined, 409)).fields().size, 0);
  equal((await refused({ asset_key: 'billing-web' }, 404)).fields().size, 0);
  equal(Problem.unreachable().fields().size, 0);
});

Deno.test('a reader who sees no fields is told the first', async () => {
  const problem = await refused([objection('cron', 'cron is required'), objection('job_type', 'job_type is required')]);
  equal(problem.message, 'Request validation failed: cron: cron is required');
  equal(problem.requestId, 'web-1');
});

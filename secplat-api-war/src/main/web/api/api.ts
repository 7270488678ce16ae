// One way to call the API: bearer token, request id, renewal of an expired token, errors as Problem.
import { Problem } from './problem';
import * as session from './session';
import type { Me } from './shapes';

const BASE = '/api';

function requestId(): string {
  return `web-${Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

async function ask(path: string, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('Accept', 'application/json');
  headers.set('X-Request-Id', requestId());
  try {
    return await fetch(BASE + path, { ...init, headers, cache: 'no-store', credentials: 'omit' });
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure;
    throw Problem.unreachable();
  }
}

async function read<T>(response: Response): Promise<T> {
  if (!response.ok) throw await Problem.of(response);
  return (await response.json()) as T;
}

let renewal: Promise<boolean> | null = null;

/** Renews the tokens once, however many calls wait for it; false when the session is over. */
function renew(expired: string): Promise<boolean> {
  renewal ??= exclusively(() => exchange(expired)).finally(() => (renewal = null));
  return renewal;
}

/** One tab at a time, where the browser has locks (it has none over plain http to another machine). */
async function exclusively(work: () => Promise<boolean>): Promise<boolean> {
  return 'locks' in navigator ? await navigator.locks.request('secplat.refresh', work) : await work();
}

async function exchange(expired: string): Promise<boolean> {
  const current = session.tokens();
  if (!current) return false;
  if (current.access_token !== expired) return true;
  const response = await ask('/auth/refresh', json('POST', { refresh_token: current.refresh_token }));
  if (!response.ok) {
    if (response.status >= 500 || response.status === 429) throw await Problem.of(response);
    return false;
  }
  const pair = (await response.json()) as session.Tokens;
  session.keep(pair);
  session.share(current.refresh_token, pair);
  return true;
}

function json(method: string, body: unknown): RequestInit {
  return { method, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
}

async function call<T>(path: string, init: RequestInit): Promise<T> {
  let token = session.tokens()?.access_token ?? '';
  if (session.ending() && (await renew(token))) token = session.tokens()?.access_token ?? '';
  const response = await ask(path, bearing(init, token));
  if (response.status !== 401) return read<T>(response);
  if (await renew(token)) {
    const again = await ask(path, bearing(init, session.tokens()?.access_token ?? ''));
    if (again.status !== 401) return read<T>(again);
  }
  session.end();
  throw new Problem('Your session has ended. Please sign in again.', 401, false, response.headers.get('X-Request-Id'));
}

function bearing(init: RequestInit, token: string): RequestInit {
  const headers = new Headers(init.headers);
  headers.set('Authorization', `Bearer ${token}`);
  return { ...init, headers };
}

export const api = {
  get: <T>(path: string, signal?: AbortSignal): Promise<T> => call<T>(path, signal ? { signal } : {}),
  post: <T>(path: string, body: unknown): Promise<T> => call<T>(path, json('POST', body)),
  patch: <T>(path: string, body: unknown): Promise<T> => call<T>(path, json('PATCH', body)),
  delete: <T>(path: string): Promise<T> => call<T>(path, { method: 'DELETE' }),
};

/** Signs in with a password; throws Problem. */
export async function signIn(username: string, password: string): Promise<Me> {
  const form = new URLSearchParams({ username, password });
  session.keep(await read<session.Tokens>(await ask('/auth/login', { method: 'POST', body: form })));
  const me = await api.get<Me>('/auth/me');
  session.begin(me);
  return me;
}

/** Forgets the tokens here and tells the API to; the API being away keeps nobody signed in. */
export async function signOut(): Promise<void> {
  const refresh = session.tokens()?.refresh_token;
  await api.post('/auth/logout', refresh ? { refresh_token: refresh } : {}).catch(() => undefined);
  session.end();
}

/** Whether the API says that it lives. */
export async function healthy(): Promise<boolean> {
  return ask('/health', {}).then(
    (response) => response.ok,
    () => false,
  );
}

/** `?a=1&b=2` of the members that have a value. */
export function query(members: Record<string, string | number | undefined>): string {
  const pairs = Object.entries(members).filter(([, value]) => value !== undefined && value !== '');
  return pairs.length ? `?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)])).toString()}` : '';
}

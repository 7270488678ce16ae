// Who is signed in. The tokens live in sessionStorage: they end with the tab.
import type { Me, Role } from './shapes';

export interface Tokens {
  access_token: string;
  refresh_token: string;
}

const TOKENS = 'secplat.tokens';
const UNTIL = 'secplat.until';
const USER = 'secplat.user';
const TABS = new BroadcastChannel('secplat.tokens');
const listeners = new Set<() => void>();

function stored<T>(key: string): T | null {
  const text = sessionStorage.getItem(key);
  return text ? (JSON.parse(text) as T) : null;
}

/** The signed-in user, or null. */
export function user(): Me | null {
  return stored<Me>(USER);
}

export function tokens(): Tokens | null {
  return stored<Tokens>(TOKENS);
}

export function keep(pair: Tokens): void {
  sessionStorage.setItem(TOKENS, JSON.stringify(pair));
  sessionStorage.setItem(UNTIL, String(Date.now() + life(pair.access_token)));
}

/** Milliseconds that an access token lives, by its own two times; this computer's clock may be wrong. */
function life(token: string): number {
  try {
    const part = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const claims = JSON.parse(atob(part)) as { iat?: number; exp?: number };
    return ((claims.exp ?? 0) - (claims.iat ?? 0)) * 1000 || Infinity;
  } catch {
    return Infinity;
  }
}

/** Whether the access token is near its end, so that it is better renewed than refused. */
export function ending(): boolean {
  const until = Number(sessionStorage.getItem(UNTIL));
  return until > 0 && until - Date.now() < 30_000;
}

export function begin(me: Me): void {
  sessionStorage.setItem(USER, JSON.stringify(me));
  tell();
}

export function end(): void {
  sessionStorage.removeItem(TOKENS);
  sessionStorage.removeItem(USER);
  sessionStorage.removeItem(UNTIL);
  tell();
}

/** A duplicated tab copies the tokens; tell it the new pair, since a used refresh token ends the whole session. */
export function share(used: string, pair: Tokens): void {
  TABS.postMessage({ used, pair });
}

TABS.onmessage = (message: MessageEvent<{ used: string; pair: Tokens }>) => {
  if (tokens()?.refresh_token === message.data.used) keep(message.data.pair);
};

const rank: Record<Role, number> = { viewer: 0, analyst: 1, admin: 2 };

/** Whether the signed-in user may do what needs that role. */
export function may(role: Role): boolean {
  const me = user();
  return me !== null && rank[me.role] >= rank[role];
}

/** Calls back on sign-in and sign-out; the answer stops it. */
export function onChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  listeners.forEach((listener) => listener());
}

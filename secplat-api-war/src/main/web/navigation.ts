// Where to go: after signing in and out, and filters kept in the query string.
import { Router } from '@vaadin/router';

const NEXT = 'secplat.next';

/** Remembers a page, to come back to it after signing in. */
export function rememberPage(path: string): void {
  if (!path.startsWith('/login')) sessionStorage.setItem(NEXT, path);
}

export function forgetPage(): void {
  sessionStorage.removeItem(NEXT);
}

export function afterSignIn(): void {
  const next = sessionStorage.getItem(NEXT) ?? '/overview';
  forgetPage();
  Router.go(next);
}

export const go = (path: string): boolean => Router.go(path);

/** A filter of this page, from the query string. */
export const filter = (name: string): string => new URLSearchParams(location.search).get(name) ?? '';

/** Sets a filter without leaving the page; an empty value removes it. */
export function setFilter(name: string, value: string): void {
  const members = new URLSearchParams(location.search);
  if (value) members.set(name, value);
  else members.delete(name);
  const text = members.toString();
  history.replaceState(history.state, '', location.pathname + (text ? `?${text}` : ''));
}

// Starts the website: tokens, frame, and one route for each stable link.
import { Router, type Commands, type RouteContext } from '@vaadin/router';
import { api } from './api/api';
import * as session from './api/session';
import type { Me } from './api/shapes';
import { rememberPage } from './navigation';
import './parts/sp-shell';
import { tokens } from './styles/tokens';

/** A page for the signed-in; the others sign in first and then come back. */
const page = (load: () => Promise<unknown>, name: string) => async (context: RouteContext, commands: Commands) => {
  if (!session.user()) {
    rememberPage(context.pathname + context.search);
    return commands.redirect('/login');
  }
  await load();
  return commands.component(name);
};

async function signIn(_context: RouteContext, commands: Commands) {
  await import('./pages/login');
  return commands.component('sp-login-page');
}

if (tokens.styleSheet) document.adoptedStyleSheets.push(tokens.styleSheet);
const shell = document.createElement('sp-shell');
const outlet = document.createElement('div');
shell.append(outlet);
document.body.append(shell);

void new Router(outlet).setRoutes([
  { path: '/', redirect: '/overview' },
  { path: '/login', action: signIn },
  { path: '/overview', action: page(() => import('./pages/overview'), 'sp-overview-page') },
  { path: '/assets', action: page(() => import('./pages/assets'), 'sp-assets-page') },
  { path: '/assets/:key', action: page(() => import('./pages/asset'), 'sp-asset-page') },
  { path: '/jobs', action: page(() => import('./pages/jobs'), 'sp-jobs-page') },
  { path: '/jobs/:id', action: page(() => import('./pages/job'), 'sp-job-page') },
  { path: '/schedules', action: page(() => import('./pages/schedules'), 'sp-schedules-page') },
  { path: '(.*)', action: page(() => import('./pages/not-found'), 'sp-not-found-page') },
]);

session.onChange(() => {
  if (session.user()) return;
  rememberPage(location.pathname + location.search);
  Router.go('/login');
});
// The role may have changed since the sign-in.
if (session.user()) void api.get<Me>('/auth/me').then(session.begin, () => undefined);
sessionStorage.removeItem('secplat.reloaded');

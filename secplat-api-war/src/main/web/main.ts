// The website: a client of /api and of nothing else.
// This file keeps its name, so it stays tiny; everything it loads is named after its content and may be cached for ever.
//   api/     calls, tokens, and the shapes that the API answers
//   live/    what updates by itself
//   pages/   one element for each stable link
//   parts/   elements that pages share
//   styles/  tokens first; every colour, gap and radius is named there
void import('./app').catch(() => {
  // A newer version was installed between the two requests: its names are other names.
  if (!sessionStorage.getItem('secplat.reloaded')) {
    sessionStorage.setItem('secplat.reloaded', 'yes');
    location.reload();
  }
});

// Scores made-up sites with the published package. Usage: node score.mjs <cases> <preloads>, where <cases> holds one site a line
// and <preloads> the preload list in the package's own form. Writes one line about the package, then one a site.
import { copyFileSync, createReadStream, mkdirSync } from "node:fs";
import { IncomingMessage } from "node:http";
import { createRequire, register } from "node:module";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { AxiosHeaders } from "axios";
import { CookieJar } from "tough-cookie";

const [cases, preloads] = process.argv.slice(2);
const root = join(dirname(createRequire(import.meta.url).resolve("@mdn/mdn-http-observatory")), "..");
mkdirSync(join(root, "conf"), { recursive: true });
copyFileSync(preloads, join(root, "conf", "hsts-preload.json"));

// The package fetches by itself; its scanner is given what we would have it see instead.
globalThis.prepared = null;
const prepared = "data:text/javascript,export const retrieve = async () => globalThis.prepared;";
const hooks = `export async function resolve(name, context, next) {
  return name.endsWith("/retriever/retriever.js")
    ? { url: ${JSON.stringify(prepared)}, shortCircuit: true } : next(name, context); }`;
register("data:text/javascript," + encodeURIComponent(hooks));

const inside = (path) => import(join(root, "src", path));
const { scan } = await inside("scanner/index.js");
const { SCORE_TABLE, GRADE_CHART } = await inside("grader/charts.js");
const { HTML_TYPES, Requests } = await inside("types.js");
const { parseHttpEquivHeaders } = await inside("retriever/utils.js");

function headers(lines) {
  const message = new IncomingMessage(null);
  message._addHeaderLines(lines.flat(), lines.length * 2);
  return new AxiosHeaders(message.headers);
}

const response = (reply) => reply && { status: 200, headers: headers(reply.headers), verified: reply.verified };

function requests(site) {
  const seen = new Requests(site.host);
  seen.responses.https = response(site.https);
  seen.responses.http = response(site.http);
  seen.responses.auto = seen.responses.https ?? seen.responses.http;
  seen.responses.httpRedirects = site.route.map((url) => ({ url: new URL(url), status: 301 }));
  seen.responses.httpsRedirects = seen.responses.httpRedirects;
  const jar = new CookieJar();
  site.cookies.forEach(([url, line]) => jar.setCookieSync(line, url, { ignoreError: true }));
  seen.session = { url: new URL(`${site.https ? "https" : "http"}://${site.host}/`), jar };
  if (site.cors) {
    seen.responses.cors = { ...response(site.cors), request: { headers: { origin: site.cors.origin } } };
  }
  seen.resources.path = site.body;
  const auto = seen.responses.auto;
  auto.httpEquiv =
    HTML_TYPES.has(auto.headers["content-type"]?.split(";")[0]) && site.body
      ? parseHttpEquivHeaders(site.body, seen.session.url.href)
      : new Map();
  return seen;
}

async function judge(site) {
  globalThis.prepared = requests(site);
  try {
    const { scan: total, tests } = await scan(site.host);
    const results = Object.fromEntries(
      Object.entries(tests).map(([name, test]) => [name, [test.result, test.pass, test.scoreModifier]])
    );
    return { grade: total.grade, score: total.score, tests: results };
  } catch (error) {
    return { error: String(error.code ?? error.message) };
  }
}

const write = (value) => process.stdout.write(JSON.stringify(value) + "\n");
write({
  modifiers: Object.fromEntries([...SCORE_TABLE].map(([name, entry]) => [name, entry.modifier])),
  grades: Object.fromEntries(GRADE_CHART),
});
for await (const line of createInterface({ input: createReadStream(cases) })) {
  write(await judge(JSON.parse(line)));
}

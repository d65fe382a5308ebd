import { expect, test } from "vitest";
import { functionsIn } from "@/tests/support/functions";
import { longTests } from "@/tests/support/long-tests";
import { importsOf, sources } from "@/tests/support/sources";

const product = sources.filter(({ path }) => /^(app|components|lib|worker)\//.test(path));
const rules = String.raw`lib\/\w+\/(rules|input)`;

/** Who may import what. First pattern that matches the file decides; a file of no layer is refused. */
const layers: [file: RegExp, mayImport: RegExp, types?: RegExp][] = [
  [/^lib\/errors\.ts$/, /^$/],
  [/^lib\/env\.ts$/, /^(zod|node:crypto)$/],
  [/^lib\/live\/feed\.ts$/, /^$/],
  // runs in browsers: nothing but WebCrypto
  [/^lib\/seal\/cipher\//, /^lib\/seal\/cipher\//],
  [
    /^lib\/interop\//,
    new RegExp(
      `^(node:|yaml$|smol-toml$|luxon$|zod$|csv-parse/sync$|fflate$|feed$|mdast-util-(from-markdown|gfm)$|micromark-extension-gfm$|lib/interop/|${rules}$)`,
    ),
    /^mdast$/,
  ],
  [
    /^lib\/db\//,
    /^(node:|zod$|pg$|@prisma\/|generated\/prisma|lib\/(db\/|env$|errors$|live\/feed$|(member|offline)\/rules$))/,
  ],
  [
    /^lib\/live\//,
    new RegExp(
      `^(node:|pg$|ws$|pusher$|quick-lru$|zod$|lib/(live/|env$|errors$|db/(session|link-key|keeper)$)|${rules}$)`,
    ),
  ],
  [
    /^lib\/jobs\//,
    /^(node:|pg$|pg-boss$|lib\/(import\/run-git-imports$|jobs\/|db\/|env$|errors$|mail\/|retention\/|audit\/))/,
  ],
  [/^lib\/mail\//, /^(node:|nodemailer$|lib\/env$)/],
  [/^lib\/web\/outside/, /^(node:|server-only$|lib\/(web\/|db\/|env$|live\/channel$|outsider\/))/],
  [
    /^lib\/web\//,
    /^(node:|server-only$|next|react|zod$|lib\/(web\/|mail\/|db\/|live\/|sso\/|retention\/|import\/|export\/|incident\/|search\/queries\/newest$|interop\/|token\/|entry\/|api\/|jobs\/pending-mail$|audit\/copy$|publication\/queries$|series\/commands$|env$|errors$|member\/))/,
    /^generated\/prisma/,
  ],
  [/^lib\/entry\/(merge|compare)\.ts$/, /^(node:util|node-diff3|diff)$/],
  [
    /^lib\/\w+\/(rules|input)\.ts$/,
    new RegExp(`^(zod|luxon|node-diff3|spdx-expression-parse|lib/errors|lib/live/feed|${rules})$`),
  ],
  // fetches repositories, from where the operator lets it
  [
    /^lib\/import\//,
    /^(node:|zod$|isomorphic-git|lib\/(errors$|env$|db\/|entry\/|beside\/|import\/|interop\/|picture\/|series\/input$|sso\/outward$))/,
    /^generated\/prisma/,
  ],
  [/^lib\/sanitise\/secrets\.ts$/, /^(@secretlint\/|lib\/sanitise\/rules$)/],
  [/^lib\/sso\//, /^(node:|zod$|openid-client$|lib\/(sso\/|db\/|env$|errors$))/, /^generated\/prisma/],
  [
    /^lib\/\w+\//,
    /^(node:(crypto|url)$|zod$|luxon$|lib\/(errors$|db\/|live\/feed$|\w+\/))/,
    /^(generated\/prisma|lib\/interop)/,
  ],
  [
    /^components\//,
    new RegExp(
      String.raw`^(react|next\/|next-intl|lucide-react$|pusher-js(?:\/with-encryption)?$|idb$|@dnd-kit\/|rehype-|remark-|luxon$|uqr$|shiki\/(core|langs|engine)|d3-(scale|shape|array)$|components\/|` +
        String.raw`lib\/(errors$|web\/form-state$|db\/session$|live\/(feed|channel)$|seal\/cipher\/)|${rules}$)`,
    ),
    /^lib\/(\w+\/queries|web\/)/,
  ],
  [/^worker\//, /^(serwist$|worker\/|lib\/offline\/rules$|messages\/)/],
  [
    /^app\//,
    /^(react|next|next-intl|app\/|components\/|lib\/(errors$|live\/feed$|web\/|event\/(crew|tickets)$|\w+\/(commands|queries|input|rules)))/,
  ],
];

const asIs = /\.(css|json)$/;

test("every file imports only what its layer may", () => {
  expect(product.length).toBeGreaterThan(50);
  expect(product.flatMap(strangeImports)).toEqual([]);
});

function strangeImports(file: (typeof product)[number]) {
  const layer = layers.find(([pattern]) => pattern.test(file.path));
  if (!layer) return [`${file.path}: no layer holds this file`];
  const [, may, types = /^$/] = layer;
  return importsOf(file)
    .filter(({ from, typeOnly }) => !asIs.test(from) && !may.test(from) && !(typeOnly && types.test(from)))
    .map(({ from }) => `${file.path} imports ${from}`);
}

test("what runs in a browser or in a script needs no web framework", () => {
  const core = product.filter(({ path }) => path.startsWith("lib/") && !path.startsWith("lib/web/"));
  expect(core.length).toBeGreaterThan(10);
  const bound = core.filter((file) => importsOf(file).some(({ from }) => /^(server-only|next|react)/.test(from)));
  expect(bound.map(({ path }) => path)).toEqual([]);
});

/** Longer on purpose, each for its reason. */
const long: Record<string, string> = {
  "lib/interop/devopsdays/cities.ts": "a table: which city lies in which zone",
};
const limit = 150;

test("no file is longer than its limit", () => {
  const written = sources.filter(({ path }) => !path.startsWith("prisma/"));
  expect(written.length).toBeGreaterThan(50);
  const over = written.filter(({ text }) => text.split("\n").length - 1 > limit).map(({ path }) => path);
  // and none is named that has become short, or is gone
  expect(over.sort()).toEqual([...Object.keys(long), ...Object.keys(longTests)].sort());
});

test("no function is longer than its limit, nor nested deeper than twice", { timeout: 60_000 }, () => {
  const written = [...sources.filter(({ path }) => !/^tests\/|\.mjs$/.test(path))];
  const measured = written.flatMap(({ path, text }) => functionsIn(path, text).map((one) => ({ path, ...one })));
  expect(measured.length).toBeGreaterThan(300);
  const tooMuch = measured.filter(
    ({ path, lines, nesting }) => lines > (path.endsWith(".tsx") ? 80 : 25) || nesting > 2,
  );
  expect(tooMuch.map(({ path, line, lines, nesting }) => `${path}:${line} ${lines} lines, nested ${nesting}`)).toEqual(
    [],
  );
});

test("no file or folder is named after nothing in particular", () => {
  const vague = /(^|\/)(utils?|helpers?|services?|hooks|types|constants|common|misc|index)(\/|\.tsx?$)/;
  expect(product.filter(({ path }) => vague.test(path)).map(({ path }) => path)).toEqual([]);
});

test("file names are in kebab-case", () => {
  const plain = /^[a-z0-9[\]().-]+$/;
  const others = sources.filter(({ path }) => !path.split("/").every((part) => plain.test(part)));
  expect(others.map(({ path }) => path)).toEqual([]);
});

test.each([
  ["an event", /^app\/e\/.*page\.tsx$/, /await look\(|\blook\(/],
  ["an org", /^app\/o\/\[slug\]\/.*page\.tsx$/, /\blook(InOrg|AtSso)\(/],
  ["a space", /^app\/s\/\[space\]\/.*page\.tsx$/, /\blookInSpace\(/],
])("every page of %s awaits its own look", (_of, page, look) => {
  const pages = product.filter(({ path }) => page.test(path));
  expect(pages.length).toBeGreaterThan(3);
  expect(pages.filter(({ text }) => !look.test(text)).map(({ path }) => path)).toEqual([]);
});

test("no loading screen stands above a page that may not be found: what has begun to stream answers 200", () => {
  expect(product.filter(({ path }) => /^app\/.*loading\.tsx$/.test(path)).map(({ path }) => path)).toEqual([]);
});

test("links are ours: Next's own fetch every page in sight", () => {
  const theirs = product.filter(({ text }) => /^import \w+.* from "next\/link"/m.test(text));
  expect(theirs.map(({ path }) => path)).toEqual(["components/ui/link.tsx"]);
});

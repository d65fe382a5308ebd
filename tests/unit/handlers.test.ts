import { expect, test } from "vitest";
import type { z } from "zod";
import { sources } from "@/tests/support/sources";

const modules = import.meta.glob<Record<string, unknown>>(
  ["/lib/*/*.ts", "/lib/*/{commands,queries}/*.ts", "!/lib/{web,live,interop,db}/**"],
  { eager: true },
);
type Deed = { input: z.ZodType; run: (scope: never, input: never) => unknown };
const isDeed = (value: unknown): value is Deed =>
  typeof value === "object" && value !== null && "input" in value && "run" in value;
const everyDeed = Object.entries(modules).flatMap(([path, module]) =>
  Object.entries(module).flatMap(([name, value]) =>
    isDeed(value) ? [[`${path.slice(5)} ${name}`, value] as const] : [],
  ),
);

type Def = {
  type: string;
  catchall?: z.ZodType;
  in?: z.ZodType;
  out?: z.ZodType;
  options?: z.ZodType[];
  innerType?: z.ZodType;
};
const defOf = (schema: z.ZodType) => (schema as unknown as { _zod: { def: Def } })._zod.def;

/** Takes nothing, or exactly the fields that it names. */
function isStrict(schema: z.ZodType): boolean {
  const { type, catchall, in: from, out: to, options, innerType } = defOf(schema);
  if (type === "undefined") return true;
  if (type === "object") return catchall !== undefined && defOf(catchall).type === "never";
  if (type === "union") return options?.every(isStrict) ?? false;
  if (type === "pipe") return [from, to].some((side) => side && isStrict(side));
  return innerType !== undefined && isStrict(innerType);
}

/** A button alone: whatever came along with it is not even handed on. */
const ignoresInput = ({ input, run }: Deed) => defOf(input).type === "unknown" && run.length < 2;

test("every command and every query names what it takes, and takes nothing else", () => {
  expect(everyDeed.length).toBeGreaterThan(60);
  expect(everyDeed.filter(([, deed]) => !ignoresInput(deed) && !isStrict(deed.input)).map(([name]) => name)).toEqual(
    [],
  );
});

/** What reaches no command as it was sent, each with what reads it. */
const readByHand: Record<string, string> = {
  "app/account/actions.ts chooseLocaleAction": "spoken: one of five languages, or nothing",
  "app/account/actions.ts chooseThemeAction": "keepTheme: light, dark, or nothing",
  "app/account/actions.ts endSessionAction": "endViewerSession: one of the viewer's own, or nothing",
  "app/actions.ts openCodeAction": "readJoinCode",
  "app/e/[slug]/crew/[key]/actions.ts joinCrewAction": "crewInput, by joinCrew",
  "app/e/[slug]/join/actions.ts joinAction": "readJoinCode and safeNext",
  "app/e/[slug]/outsider/actions.ts lookFromOutsideAction": "nothing that was sent",
  "app/e/[slug]/retention/actions.ts purgeNowAction": "its command, by lib/retention",
  "app/e/[slug]/topics/actions.ts alikeAction": "alikeInput, by viewAlike",
  "app/e/[slug]/topics/actions.ts castAction": "castDotsInput, by castDots",
  "app/invitation/actions.ts confirmDomainAction": "nothing that was sent: the letter that this browser opened",
  "app/invitation/actions.ts openLetterAction": "a secret, looked up by its hash",
  "app/invitation/actions.ts takeLetterAction": "a secret, looked up by its hash",
  "app/new/actions.ts createEventAction": "createEventInput, by createEvent",
  "app/o/[slug]/new/actions.ts createOrgEventAction": "the event's own fields, by createOrgEvent",
  "app/s/[space]/[entry]/edit/actions.ts saveTextAction": "saveTextInput, by saveText; a preview goes back as it came",
  "app/s/[space]/import/actions.ts importPastedAction": "a strict object in lib/web/import-files.ts",
  "app/s/[space]/import/actions.ts importUploadedAction": "a strict object in lib/web/import-files.ts",
  "app/s/[space]/[entry]/incident.ts pasteTimelineAction": "pasteInput, by previewTimeline and importTimeline",
  "app/s/[space]/[entry]/series/actions.ts importSeriesAction": "importSeriesInput, by importSeries",
  "app/library/[slug]/actions.ts saySawAction": "saySawInput, by saySawPublished",
  "app/library/[slug]/works/actions.ts reportAction": "worksInput, by reportWorks",
  "app/library/[slug]/works/actions.ts takeBackAction": "takeBackInput, by takeBackWorks",
  "app/library/[slug]/works/actions.ts useAction": "useInput, by declareUse",
  "app/sign-in/actions.ts mailLinkAction": "normaliseEmail and safeNext",
  "app/sign-in/actions.ts startOAuthAction": "one of the configured providers, and safeNext",
};

test("every action hands what was typed to a command, or is listed with what reads it", () => {
  const files = sources.filter(({ path, text }) => path.startsWith("app/") && /^"use server";/.test(text));
  expect(files.length).toBeGreaterThan(10);
  const exported = files.flatMap(({ path, text }) =>
    [...text.matchAll(/^export (?:const (\w+) = (\w+)\(|async function (\w+)\()/gm)].map(([, name, maker, own]) => ({
      action: `${path} ${name ?? own}`,
      maker: maker ?? "by hand",
    })),
  );
  const isHanded = ({ maker }: { maker: string }) =>
    /^(action|actionOutside|orgAction|spaceAction|ownSpaceAction|invitingAction)$/.test(maker);
  expect(
    exported
      .filter((one) => !isHanded(one))
      .map(({ action }) => action)
      .sort(),
  ).toEqual(Object.keys(readByHand).sort());
});

/** Addresses that answer without a page, each with what reads what is sent to it. */
const routeHandlers: Record<string, string> = {
  "app/account/erased/route.ts": "the confirmation of the viewer's own erasure",
  "app/account/export/route.ts": "nothing that was sent: the viewer's own data",
  "app/account/leave/route.ts": "only whether `everywhere` was there",
  "app/account/receipts/route.ts": "nothing that was sent: the viewer's own receipts",
  "app/api/auth/[...nextauth]/route.ts": "next-auth, three of its addresses",
  "app/e/[slug]/audit/export/route.ts": "nothing that was sent: the audit of the viewer's own event",
  "app/e/[slug]/outbox/route.ts": "a strict object in lib/web/outbox.ts, then the command's own",
  "app/j/[code]/route.ts": "readJoinCode",
  "app/library/[slug]/v/[version]/picture/[sha256]/route.ts": "publicPicture, by publishedPicture",
  "app/library/[slug]/v/[version]/receipt/route.ts": "an address and a version, looked up as text",
  "app/library/[slug]/v/[version]/series/[series]/route.ts": "publicSeries, by publishedSeries",
  "app/o/[slug]/audit/export/route.ts": "nothing that was sent: the audit of the viewer's own company",
  "app/s/[space]/[entry]/picture/[sha256]/route.ts": "pictureAddress, by viewPicture",
  "app/s/[space]/[entry]/picture/route.ts": "a form of bounded length, then pictureInput, by addPicture",
  "app/s/[space]/[entry]/series/[series]/route.ts": "an id that its query reads, before `.csv`",
  "app/s/[space]/[entry]/export/[format]/route.ts": "an id that its query reads, and one of two formats",
  "app/s/[space]/export/[format]/route.ts": "one of three formats",
  "app/library/suggest/route.ts": "suggestInput, by suggestions",
  "app/api/library/v1/[...path]/route.ts": "the strict schemas of lib/api/input.ts",
  "app/feed/[token]/[format]/route.ts": "a token, looked up by its hash, one of two formats, and newOfKeptInput",
  "app/library/feed/[format]/route.ts": "a strict object of lib/api/input.ts, and one of two formats",
  "app/scim/v2/[...path]/route.ts": "the schemas of lib/web/scim.ts; a directory sends more than it is asked for",
  "app/sso/[door]/back/route.ts": "openid-client: state, nonce and PKCE of the ticket that this browser holds",
  "app/sso/[door]/start/route.ts": "safeNext",
  "app/sw.js/route.ts": "nothing",
};

test("every route handler is listed with what reads what is sent to it", () => {
  const handlers = sources.filter(({ path }) => /^app\/.*route\.tsx?$/.test(path)).map(({ path }) => path);
  expect(handlers.sort()).toEqual(Object.keys(routeHandlers).sort());
});

test("every hot handler that takes a body reads it with a strict schema", () => {
  const hot = sources.filter(
    ({ path, text }) => /^lib\/live\/hot\//.test(path) && /export const (put|post)\w+: Handler/.test(text),
  );
  expect(hot.length).toBeGreaterThan(3);
  const loose = hot.filter(({ text }) => !/readJson\(request, \w+\)/.test(text) || /z\.object\(/.test(text));
  expect(loose.map(({ path }) => path)).toEqual([]);
});

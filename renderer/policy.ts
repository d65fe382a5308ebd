import { randomBytes } from "node:crypto";
import { connectSources } from "../lib/live/connect-sources.ts";
import { reportAddress } from "./reports.ts";

type Settings = Readonly<Record<string, string | undefined>>;

/** What searches may find: the front page, the library, and events, which say themselves when they are not to be found. */
const findable = /^\/(e\/|library(\/|\?|$)|$|\?)/;
const secretPaths = /^\/(sign-in\/confirm|wall\/|feed\/|j\/|api\/auth\/)/;

/** 128 random bits that only this answer's own scripts know. */
export const newNonce = () => randomBytes(16).toString("base64");

/**
 * What a page may load, run and talk to. Scripts run that carry the nonce, and what those load themselves; text becomes
 * script only by the policy of `instrumentation-client.ts`. In development Next evaluates code and hears of new code by a socket.
 */
export function contentSecurity(nonce: string, settings: Settings, dev = false) {
  const own = `'self' 'nonce-${nonce}'`;
  return [
    "default-src 'self'",
    `script-src ${own} 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    `style-src ${dev ? "'self' 'unsafe-inline'" : own}`,
    // sizes that are counted: a board's columns, a bar's height
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src ${[...connectSources(settings), ...(dev ? ["ws:"] : [])].join(" ")}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    `form-action ${["'self'", ...providers(settings)].join(" ")}`,
    "frame-ancestors 'none'",
    ...(dev ? [] : ["require-trusted-types-for 'script'", "trusted-types default"]),
    ...(isSecure(settings) ? ["upgrade-insecure-requests"] : []),
    `report-uri ${reportAddress}`,
    "report-to policy",
  ].join("; ");
}

/** What every answer says beside its policy: about its kind, its address, its window, its powers. */
export function steadyHeaders(path: string, settings: Settings, isSomebodys = false): [string, string][] {
  return [
    ...(isSomebodys || !findable.test(path) ? [["x-robots-tag", "noindex"] as [string, string]] : []),
    ["x-content-type-options", "nosniff"],
    // an address that holds a secret must not travel to anything that the page opens
    ["referrer-policy", secretPaths.test(path) ? "no-referrer" : "same-origin"],
    ["reporting-endpoints", `policy="${reportAddress}"`],
    ["cross-origin-opener-policy", "same-origin"],
    ["cross-origin-resource-policy", "same-origin"],
    ["permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"],
    // without includeSubDomains: names below ours are not ours to promise https for (docs/security.md)
    ...(isSecure(settings) ? [["strict-transport-security", "max-age=63072000"] as [string, string]] : []),
  ];
}

// without JavaScript the sign-in buttons are forms, and their answer sends the browser on to the provider
function providers({ GITHUB_ID, GOOGLE_ID }: Settings) {
  return [...(GITHUB_ID ? ["https://github.com"] : []), ...(GOOGLE_ID ? ["https://accounts.google.com"] : [])];
}

const isSecure = ({ TWOFEET_URL }: Settings) => TWOFEET_URL?.startsWith("https:") ?? false;

import type { IncomingMessage, ServerResponse } from "node:http";

/** Where browsers tell what the policy kept a page of ours from. */
export const reportAddress = "/-/policy";
const mostBytes = 16_000;
/** Kinds that are told apart; what comes after that is one kind more. */
const mostKinds = 50;
/** More in one letter are not read. */
const mostAtOnce = 20;

/**
 * Counts what browsers report and says so in the log the first time, the tenth, the hundredth. Of a report it keeps three
 * words of a fixed kind: the rule, what was refused, and the first part of the page's address. Addresses, names of
 * hosts, lines of scripts and who reported are read by nobody and kept nowhere; however much is sent, the log stays short.
 */
export class Reports {
  private readonly seen = new Map<string, number>();
  private readonly log: (line: string) => void;

  // said in full: the process that renders runs this file as it stands, with its types taken out and nothing else
  constructor(log: (line: string) => void) {
    this.log = log;
  }

  /** Answers 204 to whatever it was, 413 to what is longer than any report; false: it was asked for something else. */
  take(req: IncomingMessage, res: ServerResponse) {
    if (req.method !== "POST" || req.url !== reportAddress) return false;
    const pieces: Buffer[] = [];
    let size = 0;
    req.on("data", (piece: Buffer) => {
      size += piece.length;
      if (size <= mostBytes) pieces.push(piece);
      else answer(res, 413);
    });
    req.once("end", () => {
      if (size <= mostBytes) this.read(Buffer.concat(pieces).toString("utf8"));
      answer(res, 204);
    });
    return true;
  }

  private read(text: string) {
    const host = hostOf(process.env.TWOFEET_URL);
    for (const report of reportsIn(text).slice(0, mostAtOnce)) this.count(kindOf(report, host));
  }

  private count(kind: string) {
    const known = this.seen.has(kind) || this.seen.size < mostKinds ? kind : "of another kind";
    const times = (this.seen.get(known) ?? 0) + 1;
    this.seen.set(known, times);
    if (Number.isInteger(Math.log10(times))) this.log(`The policy refused a browser ${known} (${times})`);
  }
}

function answer(res: ServerResponse, status: number) {
  if (res.headersSent) return;
  res.setHeader("cache-control", "no-store");
  if (status === 413) res.setHeader("connection", "close");
  res.writeHead(status, status === 204 ? {} : { "content-length": 0 }).end();
}

type Report = Record<string, unknown>;
const isObject = (value: unknown): value is Report => typeof value === "object" && value !== null;

/** As the older way says it (one object), or the newer one (a list). */
function reportsIn(text: string): Report[] {
  try {
    const said: unknown = JSON.parse(text);
    const all: unknown[] = Array.isArray(said) ? said : [said];
    return all.flatMap((one) => (isObject(one) ? [one["csp-report"] ?? one.body].filter(isObject) : []));
  } catch {
    return [];
  }
}

const directives =
  /^((script|style)-src(-elem|-attr)?|(default|img|connect|font|media|object|frame|child|worker|manifest)-src|base-uri|form-action|frame-ancestors|require-trusted-types-for|trusted-types)$/;
const words = /^(inline|eval|wasm-eval|trusted-types-policy|trusted-types-sink|self|data|blob)$/;
const places = /^(e|o|s|j|library|wall|account|new|sign-in|sso|invitation)$/;

function kindOf(report: Report, host: string | null) {
  const rule = told(report, "effective-directive", "effectiveDirective") || told(report, "violated-directive");
  const page = told(report, "document-uri", "documentURL");
  const first = URL.canParse(page) ? (new URL(page).pathname.split("/")[1] ?? "") : "";
  const what = refused(told(report, "blocked-uri", "blockedURL"), host);
  return `${directives.test(rule) ? rule : "some rule"}: ${what}, below /${places.test(first) ? first : ""}`;
}

/** What it was, without saying where. */
function refused(uri: string, host: string | null) {
  if (words.test(uri)) return uri;
  if (!URL.canParse(uri)) return "something";
  const { protocol, host: its } = new URL(uri);
  if (!/^https?:$/.test(protocol)) return /extension:$/.test(protocol) ? "an extension" : "something";
  return its === host ? "of our own" : "from elsewhere";
}

function told(report: Report, ...names: string[]) {
  const value = names.map((name) => report[name]).find((one) => typeof one === "string");
  return String(value ?? "").slice(0, 2_000);
}

const hostOf = (url?: string) => (url && URL.canParse(url) ? new URL(url).host : null);

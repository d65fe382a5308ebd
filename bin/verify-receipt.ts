import { readFileSync } from "node:fs";
import { z } from "zod";
import { isReceiptWhole, publicKeyOf, type Receipt } from "@/lib/retention/receipt";

const key = z.string().regex(/^[\w-]{40,80}$/);
const counts = z.record(z.string(), z.number());
const receipt = z.looseObject({
  version: z.literal(1),
  eventId: z.uuid(),
  keeps: z.enum(["nothing", "outcomes", "all"]),
  purgedAt: z.iso.datetime(),
  ...{ before: counts, left: counts },
  mails: z.number(),
  publicKey: key,
  signature: z.string(),
});

export type Verdict = { eventId: string; purgedAt: string; says: string; isGood: boolean };

/**
 * Reads a file of receipts as `/account/receipts` gives it, or one alone, and says of each whether it is whole, whether
 * this key signed it (null: whichever did), and what it claims. Throws at what is no receipt.
 */
export function verifyReceipts(text: string, expected: string | null): Verdict[] {
  const read: unknown = JSON.parse(text);
  const receipts = z
    .array(receipt)
    .min(1)
    .parse(Array.isArray(read) ? read : [read]);
  return receipts.map((one) => {
    const fault = faultOf(one as Receipt, expected);
    return { eventId: one.eventId, purgedAt: one.purgedAt, says: fault ?? claimOf(one), isGood: fault === null };
  });
}

function faultOf(one: Receipt, expected: string | null) {
  if (!isWhole(one)) return "NOT WHOLE: something in it was changed after it was signed";
  if (expected !== null && one.publicKey !== expected) return `signed by another key: ${one.publicKey}`;
  const left = Object.entries(one.left).filter(([, rows]) => rows > 0);
  if (one.keeps === "nothing" && left.length > 0) return `whole, but rows were left: ${left.map(String).join(" ")}`;
  return null;
}

function isWhole(one: Receipt) {
  try {
    return isReceiptWhole(one);
  } catch {
    return false;
  }
}

const sum = (of: Record<string, number>) => Object.values(of).reduce((all, rows) => all + rows, 0);
const claimOf = ({ keeps, before, left, mails }: z.output<typeof receipt>) =>
  `whole; kept ${keeps}: ${sum(before)} rows before, ${sum(left)} left, ${mails} waiting mails taken away`;

const usage = `npm run verify-receipt -- FILE [PUBLICKEY]   checks receipts of purges, without a database
npm run verify-receipt -- --key                prints this server's public key, to be given to who checks`;

async function report([file, given]: string[]) {
  if (file === "--key") {
    (await import("./data-folder")).openDataFolder();
    console.log(publicKeyOf(process.env.TWOFEET_SECRET ?? ""));
    return 0;
  }
  if (!file || (given !== undefined && !key.safeParse(given).success)) {
    console.error(usage);
    return 2;
  }
  const verdicts = receiptsIn(file, given ?? null);
  if (!verdicts) {
    console.error(`${file} is no receipt, nor a list of them.`);
    return 2;
  }
  for (const { eventId, purgedAt, says } of verdicts) console.log(`${eventId}  ${purgedAt}  ${says}`);
  if (!given) console.log("Whose key it was is not checked: ask the server's operator for theirs and give it as well.");
  return verdicts.every(({ isGood }) => isGood) ? 0 : 1;
}

function receiptsIn(file: string, given: string | null) {
  const text = readFileSync(file, "utf8");
  try {
    return verifyReceipts(text, given);
  } catch {
    return null;
  }
}

if (process.argv[1] === import.meta.filename) process.exit(await report(process.argv.slice(2)));

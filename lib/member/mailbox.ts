import { domainToASCII } from "node:url";
import { Refused } from "@/lib/errors";

/**
 * One spelling for one mailbox: NFKC, lower case, exactly one ASCII @, the domain in punycode.
 * Normalised before it is checked, never after (GHSA-7rqj-j65f-68wh). Refuses with `bad-email`.
 */
export function readMailbox(typed: string) {
  const [local, domain, ...rest] = typed.normalize("NFKC").trim().toLowerCase().split("@");
  const ascii = domainToASCII(domain ?? "");
  const fits = local && /^[^\s"<>(),:;\\[\]]{1,64}$/.test(local) && ascii.includes(".") && ascii.length <= 190;
  if (!fits || rest.length > 0) throw new Refused("bad-email", { email: ["bad-email"] });
  return `${local}@${ascii}`;
}

/**
 * One spelling for one domain, to be compared as a whole and never by its ending. Refuses with `bad-domain` what is
 * none, and with `domain-lookalike` what only looks like another: letters of several scripts in one label, or
 * Cyrillic and Greek ones that all pass for Latin.
 */
export function readDomain(typed: string) {
  const plain = typed.normalize("NFKC").trim().toLowerCase().replace(/^@/, "");
  const ascii = domainToASCII(plain);
  const labels = ascii.split(".");
  const fits = labels.length > 1 && ascii.length <= 190 && labels.every((label) => /^[a-z0-9-]{1,63}$/.test(label));
  if (!fits || !/[a-z]/.test(labels.at(-1) ?? "")) throw new Refused("bad-domain", { domain: ["bad-domain"] });
  if (plain.split(".").some(isLookalike)) throw new Refused("domain-lookalike", { domain: ["domain-lookalike"] });
  return ascii;
}

const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u];
// https://www.unicode.org/Public/security/latest/confusables.txt: the lower-case letters that pass for a-z
const passForLatin = /^[аеорсухіјѕһԁԛԝвкмнтгӏьοανρικυγχωτεո0-9-]+$/u;

function isLookalike(label: string) {
  const mixed = scripts.filter((script) => script.test(label)).length > 1;
  const foreign = /[^\p{ASCII}\p{Script=Latin}]/u.test(label);
  return mixed || (foreign && passForLatin.test(label)) || /[\u0130\u0131\u0237]/u.test(label);
}

import { domainToASCII } from "node:url";
import { Refused } from "@/lib/errors";

/**
 * One spelling for one mailbox: NFKC, lower case, exactly one ASCII @, the domain in punycode.
 * Normalised before it is checked, never after (GHSA-7rqj-j65f-68wh). Refuses with `bad-email`.
 */
export function normaliseEmail(typed: string) {
  const [local, domain, ...rest] = typed.normalize("NFKC").trim().toLowerCase().split("@");
  const ascii = domainToASCII(domain ?? "");
  const fits = local && /^[^\s"<>(),:;\\[\]]{1,64}$/.test(local) && ascii.includes(".") && ascii.length <= 190;
  if (!fits || rest.length > 0) throw new Refused("bad-email", { email: ["bad-email"] });
  return `${local}@${ascii}`;
}

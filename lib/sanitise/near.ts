import type { EntityKind } from "@/lib/sanitise/input";

/** Words that are in many names and tell nothing alone. */
const common = new Set(
  "https http www com org net edu gov info corp local internal localdomain intra intranet private home prod production staging stage test testing demo server servers service services host hosts node nodes master worker primary replica standby cluster cloud region central east west north south europe data database cache queue proxy mail smtp admin root user users team support customer client account api app apps web site default system platform network monitor monitoring metrics logs build runner main backup public static content gmbh limited company group holding the and for with from van von der den example person link browse issues pull commit index html wiki pages docs status login file files download incident ticket postgres postgresql mysql redis kafka etcd nginx haproxy mongo elastic kubernetes kube jenkins puppet grafana prometheus".split(
    " ",
  ),
);

const wholes = new Set<EntityKind>(["person", "customer", "mail", "host", "handle", "url", "word", "resource"]);

/** The words that a term is made of, as far as one alone may give it away; lower case. */
export function partsOf(kind: EntityKind, term: string) {
  if (!wholes.has(kind)) return [];
  const least = kind === "person" || kind === "customer" ? 3 : 4;
  const parts = term.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return [...new Set(parts)].filter(
    (part) => part.length >= least && !common.has(part) && !/^\d+$/.test(part) && /\p{L}/u.test(part),
  );
}

/** Whether two words differ by exactly one letter: one more, one less, another, or two that changed places. */
export function isNear(one: string, other: string) {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short === long || long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
}

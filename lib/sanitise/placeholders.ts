import type { Decision, EntityKind } from "@/lib/sanitise/input";
import { keyOf, rounded } from "@/lib/sanitise/rules";

/** Addresses and names that are set apart for examples (RFC 2606, 5737, 3849): commands stay commands. */
const nets = ["192.0.2", "198.51.100", "203.0.113"];
const ipv4 = (n: number) => `${nets[Math.floor((n - 1) / 254) % nets.length]}.${((n - 1) % 254) + 1}`;

const numbered: Record<EntityKind, (n: number, term: string) => string> = {
  secret: (n) => `secret-${n}`,
  mail: (n) => `person-${n}@mail.example`,
  url: (n) => `https://link-${n}.example`,
  address: (n, term) =>
    isMac(term) ? `00:00:5E:00:53:${hex(n)}` : term.includes(":") ? `2001:db8::${n.toString(16)}` : ipv4(n),
  host: (n) => `host-${n}.example`,
  resource: (n) => `resource-${n}`,
  handle: (n) => `@person-${n}`,
  person: (n) => `person-${n}`,
  customer: (n) => `customer-${n}`,
  ticket: (n) => `ticket-${n}`,
  money: (n) => `amount-${n}`,
  phone: (n) => `phone-${n}`,
  word: (n) => `word-${n}`,
};

const isMac = (term: string) => /^([0-9a-f]{2}[:-]){5}/i.test(term);
const hex = (n: number) => (n % 256).toString(16).padStart(2, "0").toUpperCase();

/**
 * What is said instead of each term: by its kind and a number that counts anew in every publication, in the order in which
 * the reader meets them. The length of what was there is not to be seen in it.
 */
export function placeholders(decisions: readonly Decision[], order: readonly string[]) {
  const byKey = new Map(decisions.map((one) => [keyOf(one.term), one]));
  const met = [...new Set([...order, ...byKey.keys()])];
  const counts = new Map<EntityKind, number>();
  const numbers = new Map<string, number>();
  return new Map(
    met.flatMap((key): [string, string][] => {
      const one = byKey.get(key);
      if (!one) return [];
      if (one.deed !== "mask") return [[key, one.deed === "drop" ? "" : general(one)]];
      const whole = wholeName(one, decisions);
      const n = numbers.get(whole) ?? (counts.get(one.kind) ?? 0) + 1;
      numbers.set(whole, n);
      counts.set(one.kind, Math.max(n, counts.get(one.kind) ?? 0));
      return [[key, numbered[one.kind](n, one.term)]];
    }),
  );
}

/** "Ann" and "Ann Otter" are one person, as long as there is no other Ann. */
function wholeName({ kind, term }: Decision, decisions: readonly Decision[]) {
  const key = keyOf(term);
  if (kind !== "person") return key;
  const longer = decisions.filter((one) => one.kind === kind && keyOf(one.term).startsWith(`${key} `));
  return longer.length === 1 && longer[0]?.deed === "mask" ? keyOf(longer[0].term) : key;
}

/** What its kind is called, so that two of a kind can no longer be told apart. */
function general({ kind, term, instead }: Decision) {
  if (instead) return instead;
  if (kind === "address") return network(term);
  if (kind === "money") return magnitude(term);
  if (kind === "url") return "https://link.example";
  if (kind === "host") return "host.example";
  if (kind === "mail") return "person@mail.example";
  return kind === "handle" ? "@person" : kind;
}

function network(term: string) {
  if (isMac(term)) return "00:00:5E:00:53:00";
  if (term.includes(":")) return /^f[cd]/i.test(term) ? "fc00::/7" : "2001:db8::/32";
  if (term.startsWith("10.")) return "10.0.0.0/8";
  if (term.startsWith("192.168.")) return "192.168.0.0/16";
  return /^172\.(1[6-9]|2\d|3[01])\./.test(term) ? "172.16.0.0/12" : "192.0.2.0/24";
}

const scales: [RegExp, number][] = [
  [/(bn|billion|mrd)\b|\db\b/i, 1e9],
  [/(mm|mn|million|mio)\b|\d\s?m\b/i, 1e6],
  [/(thousand)\b|\d\s?k\b/i, 1e3],
];

/** `€ 48,211.50` becomes `> 10000 €`. */
function magnitude(term: string) {
  const [figures = "0"] = /\d[\d.,' ]*/.exec(term) ?? [];
  const whole = figures.replace(/[.,]\d{1,2}\s*$/, "").replaceAll(/\D/g, "");
  const scale = scales.find(([pattern]) => pattern.test(term))?.[1] ?? 1;
  const unit = /[$€£¥]|[A-Z]{3}\b|dollars?|euros?|pounds/i.exec(term)?.[0] ?? "";
  return `> ${rounded(Number(whole) * scale)} ${unit}`.trim();
}

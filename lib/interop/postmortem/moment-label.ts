import type { Moment } from "@/lib/postmortem/input";

const what =
  "(?:incident|impact|outage|fault|issue|problem|event|disruption|service|degradation|user impact|customer impact)";
const when = "(?:\\s+(?:at|on|time|date|date/time|date and time|timestamp))?";
const of = (words: string) =>
  new RegExp(`^(?:the )?(?:${what} )?(?:was |is |fully |first |initially )*(?:${words})${when}$`);

/** What reports call the moments of an incident, beside our own names for them. */
const labels: [Moment, RegExp][] = [
  [
    "notified-public",
    /^(?:public(?:ly)?|customers?|users?|status ?page|external)(?: was| were)? (?:notified|informed|announced|updated|told|notice|notification|communication)(?: at| time)?$/,
  ],
  ["acknowledged", of("ack|acked|acknowledged?|acknowledge?ment|on-?call (?:responded|engaged)|response started")],
  ["declared", of("declared|declaration|opened|raised")],
  ["detected", of("detect(?:ed|ion)?|noticed|discovered|discovery|identified|reported|alerted")],
  ["mitigated", of("mitigat(?:ed|ion)|repaired|fixed|stabili[sz]ed|contained")],
  [
    "resolved",
    of(
      "resol(?:ved|ution)|closed|end(?:ed|s)?|finish(?:ed)?|over|recover(?:ed|y)|restored|all clear|fully restored|repaired and resolved",
    ),
  ],
  [
    "started",
    of("start(?:ed|s)?|beg[ai]n|beginning|occur(?:red|s|rence)?|onset|start of (?:incident|impact|outage)|introduced"),
  ],
];

/** Which moment a label names; null for any other text. `start_time`, `detectedAt` and `**Resolved:**` are labels. */
export function momentOf(label: string): Moment | null {
  if (label.length > 60) return null;
  const plain = label
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll(/[*_`:.]/g, " ")
    .replaceAll(/\s+/g, " ")
    .replace(/^[\s-]+/, "")
    .trim()
    .toLowerCase();
  return labels.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

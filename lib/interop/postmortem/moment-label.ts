import type { Moment } from "@/lib/postmortem/input";

const what =
  "(?:incident|impact|outage|fault|issue|problem|event|disruption|service|degradation|user impact|customer impact)";
const when = "(?:\\s+(?:at|on|time|date|date/time|date and time|timestamp))?";
const of = (words: string) =>
  `(?:the )?(?:${what} )?(?:was |is |fully |first |initially )*(?:${words})(?: declared| announced)?${when}`;

const thing =
  "(?:l'incident|l'impact|la panne|het incident|de storing|de impact|der vorfall|die störung|der ausfall|el incidente|la interrupción|el impacto)";
const ofThing =
  "(?:de l'incident|de la panne|van het incident|van de storing|des vorfalls|der störung|des ausfalls|del incidente|de la interrupción)";
const elsewhere = (words: string) =>
  `(?:${thing} )?(?:(?:a été|est|was|werd|is|wurde|ist|fue|ha sido) )?(?:${words})(?: ${ofThing})?(?: (?:le|à|om|op|um|am|el|a las))?`;

const toldPublic =
  "(?:public(?:ly)?|customers?|users?|status ?page|external)(?: was| were)? (?:notified|informed|announced|updated|told|notice|notification|communication)(?: at| time)?";
const toldElsewhere =
  "(?:clients|utilisateurs|public|klanten|gebruikers|publiek|kunden|nutzer|öffentlichkeit|clientes|usuarios|público) (?:informés?|prévenus?|geïnformeerd|ingelicht|informiert|benachrichtigt|informad[oa]s?|avisad[oa]s?|notificad[oa]s?)";

/** What reports call the moments of an incident, beside our own names for them: in English, and in four other languages. */
const sources: [Moment, string, string][] = [
  ["notified-public", toldPublic, toldElsewhere],
  [
    "acknowledged",
    of("ack|acked|acknowledged?|acknowledge?ment|on-?call (?:responded|engaged)|response started"),
    elsewhere("prise? en charge|acquittée?|bevestigd|opgepakt|bestätigt|übernommen|reconocid[oa]|atendid[oa]"),
  ],
  ["declared", of("declared|declaration|opened|raised"), elsewhere("déclarée?|uitgeroepen|ausgerufen|declarad[oa]")],
  [
    "detected",
    of("detect(?:ed|ion)?|noticed|discovered|discovery|identified|reported|alerted"),
    elsewhere(
      "détectée?|détection|découverte?|gedetecteerd|detectie|ontdekt|opgemerkt|gemeld|erkannt|erkennung|entdeckt|bemerkt|gemeldet|detectad[oa]|detección|descubiert[oa]",
    ),
  ],
  [
    "mitigated",
    of("mitigat(?:ed|ion)|repaired|fixed|stabili[sz]ed|contained"),
    elsewhere(
      "atténuée?|contournée?|réparée?|gemitigeerd|hersteld|verholpen|eingedämmt|entschärft|repariert|mitigad[oa]|reparad[oa]|contenid[oa]",
    ),
  ],
  [
    "resolved",
    of(
      "resol(?:ved|ution)|closed|end(?:ed|s)?|finish(?:ed)?|over|recover(?:ed|y)|restored|all clear|fully restored|repaired and resolved",
    ),
    elsewhere(
      "résolue?|résolution|fin|clôturée?|terminée?|rétablie?|opgelost|einde|afgesloten|behoben|behebung|gelöst|ende|geschlossen|beendet|wiederhergestellt|resuelt[oa]|resolución|solucionad[oa]|cerrad[oa]|restablecid[oa]",
    ),
  ],
  [
    "started",
    of("start(?:ed|s)?|beg[ai]n|beginning|occur(?:red|s|rence)?|onset|start of (?:incident|impact|outage)|introduced"),
    elsewhere("début|commencée?|aanvang|begin|gestart|begonnen|beginn|anfang|inicio|comienzo|iniciad[oa]"),
  ],
];
const labels = sources.map(([moment, english, other]) => [moment, new RegExp(`^(?:${english}|${other})$`)] as const);

/** Which moment a label names; null for any other text. `start_time`, `detectedAt` and `**Resolved:**` are labels. */
export function momentOf(label: string): Moment | null {
  if (label.length > 60) return null;
  const plain = label
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll("’", "'")
    .replaceAll(/[*_`:.]/g, " ")
    .replaceAll(/\s+/g, " ")
    .replace(/^[\s-]+/, "")
    .trim()
    .toLowerCase();
  return labels.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

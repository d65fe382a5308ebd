export type Kind = "talk" | "ignite" | "workshop" | "break" | "openSpace" | "other";

/** `asTyped` when the written type was one of the format's; `slot` when topics can be placed in it. */
export type Kinded = { kind: Kind; slot: boolean; typed: string; asTyped: boolean };

const openSpace =
  /\bopen[\s-]*spaces?\b|\bbreak-?outs?\b|\bunconference\b|\bbar ?camp\b|\bespacios? abiertos?\b|\bespaços? abertos?\b|\b(espaces?|forums?) ouverts?\b|\b(attendee|participant)[- ]suggested\b/i;
const openingWords =
  /\b(opening|intro(duction)?|overview|plan(ning|ification)|vot(e|es|ing)|proposals?|selection|assignments?|logistics|summary|wrap[- ]?up|recap|closing|close|report(s|ing)?|pitch(es|ing)?|market ?place|explained|explanation|kick-?off|agenda|scheduling|setup|set-up|briefing|apertura|abertura|votaci[oó]n|votaç[aã]o|planificaci[oó]n|planejamento|ouverture|eröffnung|planung)\b/i;
const weakOpening = /\b(topics?|temas?|thèmes?|themen)\b/i;
const numbered = /(#|\b(slot|session|round|block|part|no\.?|sesi[oó]n|sess[aã]o)\s*#?)\s*\d/i;

const pauseWords =
  "break|lunch|coffee|tea|breakfast|brunch|snacks?|refreshments?|pause|mittagessen|mittag|kaffeepause|déjeuner|dejeuner|almoço|almoco|almuerzo|comida|merienda|café|cafe|koffie|koffiepauze|pauze|intervalo|descanso|pausa|kaffee|fika|paus|frokost|pranzo";
const pauseFirst = new RegExp(
  `^(morning |afternoon |mid-morning |short |long |quick |networking |catered |mini |bio )*(${pauseWords})\\b(?=\\s*($|[^\\p{L}\\s]|&|and\\b|y\\b|e\\b|et\\b|und\\b|en\\b|with\\b|by\\b|in\\b|at\\b|sponsored|provided|time\\b|for\\b|served|(${pauseWords})\\b))`,
  "iu",
);
const pauseLast = new RegExp(`^([\\p{L}\\d-]+\\s+){0,3}(${pauseWords})(\\s*\\(.*\\))?$`, "iu");
const arrival = /regist|check[- ]?in|credencia|welcome|sign[- ]?in|badge|inscri|accueil|acredita/i;

const ignite = /\b(ignites?|lightning talks?|ignite talks?|pecha ?kuchas?)\b/i;
const spoken =
  /^(opening |closing |morning |afternoon )?(keynotes?|panel|plenary)\b|\bpanel( discussion)?$|\bkeynote\b/i;
const service =
  /regist|check[- ]?in|welcome|opening|closing|\bclos(e|ing)\b|sponsor|raffle|logistic|evening|social|party|happy hour|dinner|reception|network|announce|farewell|remarks|doors|badge|giveaway|prize|after ?party|meetup|drinks|bar\b|break|lunch|wrap[- ]?up|kick[- ]?off|housekeeping|intro|abertura|encerramento|credenciamento|transport|game|photo|survey|feedback|cleanup|clean[- ]?up/i;

const types: Record<string, Kind | "custom"> = {
  custom: "custom",
  talk: "talk",
  ignite: "ignite",
  workshop: "workshop",
  "open-space": "openSpace",
  break: "break",
};
const alsoCalled: Record<string, string> = {
  keynote: "talk",
  panel: "talk",
  session: "talk",
  presentation: "talk",
  "hands-on": "workshop",
  tutorial: "workshop",
  training: "workshop",
  "lightning-talk": "ignite",
  lightning: "ignite",
  lunch: "break",
  coffee: "break",
  unconference: "open-space",
  event: "custom",
  social: "custom",
  other: "custom",
};

/** Kind from type and title: neither alone is right in real programmes. */
export function kindOf(type: string, title: string): Kinded {
  const typed = knownType(type);
  const asTyped = typed === type;
  const said = types[typed] ?? "custom";
  const meant = said === "custom" || said === "openSpace" ? fromTitle(title, said) : said;
  return { kind: meant, slot: meant === "openSpace" && isSlot(title), typed, asTyped };
}

function fromTitle(title: string, said: "custom" | "openSpace"): Kind {
  if (openSpace.test(title)) return "openSpace";
  if (isPause(title)) return "break";
  if (ignite.test(title) && title.split(/\s+/).length <= 6) return "ignite";
  if (said === "openSpace") return arrival.test(title) ? "other" : "openSpace";
  return spoken.test(title) && !/sponsor/i.test(title) ? "talk" : "other";
}

const isPause = (title: string) =>
  !arrival.test(title) && (pauseFirst.test(title.trim()) || pauseLast.test(title.trim()));

/** An opening, a voting or a summary is part of open space, but no topic is placed in it. */
function isSlot(title: string) {
  if (openingWords.test(title)) return false;
  return numbered.test(title) || !weakOpening.test(title);
}

/** Whether a title under `custom` reads like a talk: nothing that a day needs around its talks. */
export function readsLikeTalk(title: string) {
  const words = title.split(/\s+/);
  const telling = words.length < 6 ? title : words.slice(0, 2).join(" ");
  return words.length >= 3 && !/^day \d/i.test(title) && !service.test(telling) && !openSpace.test(title);
}

/** The format's type that was meant by a typing error, another case or another word; else `custom`. */
function knownType(type: string) {
  if (types[type]) return type;
  const plain = type
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
  if (types[plain]) return plain;
  const singular = plain.replace(/s$/, "");
  if (types[singular]) return singular;
  const other = alsoCalled[plain] ?? alsoCalled[singular];
  if (other) return other;
  if (plain === "openspace") return "open-space";
  return Object.keys(types).find((known) => plain !== "" && distance(plain, known) <= 2) ?? "custom";
}

/** Edits between two words: insert, delete, replace, swap two neighbours. */
export function distance(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, at) => at)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= from.length; row++) {
    rows[row] = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      (rows[row] ?? [])[column] = Math.min(
        at(row - 1, column - 1) + (same ? 0 : 1),
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        swapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  }
  return at(from.length, to.length);
}

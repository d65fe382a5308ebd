import { IANAZone } from "luxon";

/** A clock by which times were written: a name that luxon knows, and the text that said so. */
export type ZoneFound = { zone: string; text: string; at: number };

/** Hours east of UTC. An abbreviation means its own offset in summer too: that is what is written there. */
const hours: Record<string, number> = {
  ...{ UTC: 0, GMT: 0, UCT: 0, WET: 0, Z: 0, Zulu: 0, BST: 1, WEST: 1, CET: 1, MEZ: 1, CEST: 2, MESZ: 2, EET: 2 },
  ...{ SAST: 2, EEST: 3, MSK: 3, SGT: 8, HKT: 8, AWST: 8, JST: 9, KST: 9, AEST: 10, AEDT: 11, NZST: 12, NZDT: 13 },
  ...{ BRT: -3, EDT: -4, EST: -5, CDT: -5, CST: -6, MDT: -6, MST: -7, PDT: -7, PST: -8, AKST: -9, HST: -10 },
  ...{ WAT: 1, CAT: 2, EAT: 3, PKT: 5, ICT: 7, WIB: 7 },
};
const places: Record<string, string> = {
  ...{ IST: "Asia/Kolkata", ET: "America/New_York", CT: "America/Chicago", MT: "America/Denver" },
  PT: "America/Los_Angeles",
};
const regions: [RegExp, string][] = [
  [/^(?:Coordinated )?Universal/, "UTC"],
  [/^(?:US )?Pacific/i, "America/Los_Angeles"],
  [/^(?:US )?Mountain/i, "America/Denver"],
  [/^(?:US )?Central European/i, "Europe/Brussels"],
  [/^West(?: Central)? Africa/i, "Africa/Lagos"],
  [/^Central Africa/i, "Africa/Maputo"],
  [/^East Africa/i, "Africa/Nairobi"],
  [/^(?:US )?Central/i, "America/Chicago"],
  [/^(?:US )?Eastern/i, "America/New_York"],
  [/^(?:UK|London|British)/i, "Europe/London"],
];

const abbreviations = [...Object.keys(hours), ...Object.keys(places)].sort((a, b) => b.length - a.length).join("|");
const offset = String.raw`[+\-−]\d{1,2}(?::?[0-5]\d)?`;
const region = `(?:US )?(?:Pacific|Mountain|Central European|(?:West(?: Central)?|Central|East) African?|Central|Eastern|UK|London|British)(?: (?:Standard|Daylight|Summer))? [Tt]ime`;
const name = String.raw`(?:[A-Z][a-z]{2,12}|US)\/[A-Z][A-Za-z_]{2,20}|(?:Coordinated )?Universal Time(?: Coordinated)?`;

/** Behind a time of day `Eastern` needs no word more. */
export const regionBehind = String.raw`(?:Pacific|Mountain|Eastern)(?![A-Za-z]|\s(?:[Ee]urope|[Tt]ime))`;

/** Source of a pattern for all that names a zone. */
export const zonePattern = String.raw`(?:UTC|GMT)\s?${offset}|(?:${abbreviations})(?![A-Za-z0-9])|${region}|${name}`;

const asZone = new RegExp(`^(?:(?:UTC|GMT)\\s?)?(${offset})$`);

/** What a name of a zone means; null where it means none. */
export function zoneNamed(text: string): string | null {
  const bare = text.trim().replace("−", "-");
  const [, shift] = asZone.exec(bare) ?? [];
  if (shift) return ofOffset(shift);
  const east = hours[bare];
  if (east !== undefined) return fixed(east);
  const place = places[bare] ?? regions.find(([pattern]) => pattern.test(bare))?.[1];
  return place ?? (IANAZone.isValidZone(bare) ? bare : null);
}

function ofOffset(text: string) {
  const [, sign, hour = "0", minute = "00"] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(text) ?? [];
  const east = Number(hour) * (sign === "-" ? -1 : 1);
  if (Math.abs(east) > 14) return null;
  return Number(minute) ? `UTC${sign}${Number(hour)}:${minute}` : fixed(east);
}

// names of the time zone database count hours west
const fixed = (east: number) => (east === 0 ? "UTC" : `Etc/GMT${east > 0 ? "-" : "+"}${Math.abs(east)}`);

const mention = new RegExp(`(?<![A-Za-z0-9])(?:${zonePattern})`, "g");
const saysOfAll =
  /\b(?:times?|timestamps?|zone|dates?|heures?|zeiten|tijden|horas?|duration|dur[ée]e|duur|dauer|duraci[óo]n)\b/i;

/** The zone of `All times in CET`, `Time (UTC)`, `PST (UTC-7)`: an offset says more than an abbreviation. */
export function zoneOfAll(text: string): string | null {
  for (const line of text.split("\n")) {
    if (line.length > 300 || !saysOfAll.test(line)) continue;
    const zones = zonesIn(line);
    const zone = zones.find((one) => /\d/.test(one.text)) ?? zones[0];
    if (zone) return zone.zone;
  }
  return null;
}

export function zonesIn(text: string): ZoneFound[] {
  return [...text.matchAll(mention)].flatMap((match) => {
    const zone = zoneNamed(match[0]);
    return zone ? [{ zone, text: match[0], at: match.index }] : [];
  });
}

import { DateTime, IANAZone } from "luxon";
import { cities } from "./cities";

export type ZoneClues = {
  /** What may be a city's name, the best first. */
  names: string[];
  /** "lat, lon" as written. */
  coordinates: string;
  /** Hours of the offset that the start date carries. */
  offset: number | null;
  /** The first day. */
  on: string;
};

export type Proposal = { zone: string; why: string };

export const isZone = (zone: string) => IANAZone.isValidZone(zone);

/** A zone that the file does not say, from what it does; a person has to confirm it. Null: nothing points anywhere. */
export function proposeZone(clues: ZoneClues): Proposal | null {
  const found = byName(clues.names) ?? byPlace(clues.coordinates) ?? byZoneName(clues.names) ?? byOffset(clues);
  if (!found || clues.offset === null) return found;
  const really = DateTime.fromISO(`${clues.on}T12:00`, { zone: found.zone }).offset / 60;
  if (really === clues.offset) return found;
  return { ...found, why: `${found.why}, though the dates say ${signed(clues.offset)} and not ${signed(really)}` };
}

function byName(names: string[]): Proposal | null {
  for (const name of names) {
    const city = cities.find((one) => plain(one.name) === plain(name));
    if (city) return { zone: city.zone, why: `from the city ${name}` };
  }
  return null;
}

/** The nearest city within 900 km: time zones follow borders, not degrees. */
function byPlace(coordinates: string): Proposal | null {
  const [latitude, longitude] = coordinates
    .split(/[,;\s]+/)
    .filter(Boolean)
    .map(Number);
  if (latitude === undefined || longitude === undefined || Number.isNaN(latitude + longitude)) return null;
  const [nearest] = cities
    .map((city) => ({ city, km: kilometres(latitude, longitude, city.latitude, city.longitude) }))
    .sort((a, b) => a.km - b.km);
  if (!nearest || nearest.km > 900) return null;
  return { zone: nearest.city.zone, why: `from the coordinates, near ${nearest.city.name}` };
}

function byZoneName(names: string[]): Proposal | null {
  const zones = Intl.supportedValuesOf("timeZone");
  for (const name of names) {
    const zone = zones.find((one) => plain(one.split("/").at(-1) ?? "") === plain(name));
    if (zone) return { zone, why: `from the name ${name}` };
  }
  return null;
}

/** Only the offset is known: no daylight saving, so a person must look. */
function byOffset({ offset }: ZoneClues): Proposal | null {
  if (offset === null || !Number.isInteger(offset)) return null;
  const zone = offset === 0 ? "Etc/UTC" : `Etc/GMT${offset > 0 ? "-" : "+"}${Math.abs(offset)}`;
  return { zone, why: `only the offset ${signed(offset)} is written` };
}

function kilometres(lat1: number, lon1: number, lat2: number, lon2: number) {
  const rad = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (a: number, b: number) => Math.sin(rad(b - a) / 2) ** 2;
  const h = half(lat1, lat2) + Math.cos(rad(lat1)) * Math.cos(rad(lat2)) * half(lon1, lon2);
  return 12_742 * Math.asin(Math.sqrt(h));
}

const plain = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
const signed = (hours: number) => `${hours < 0 ? "-" : "+"}${Math.abs(hours)} h`;

/** An instant for a wall-clock time of the event. */
export const instantOf = (time: string, zone: string) => DateTime.fromISO(time, { zone }).toUTC().toISO() ?? "";

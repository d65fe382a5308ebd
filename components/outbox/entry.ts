import type { FieldComplaints } from "@/lib/errors";

export type Kind = "pitch" | "edit" | "star" | "note" | "name";

/** The fields of a command, as its form would send them. */
export type Values = Record<string, string>;

/** What a person did here that the server has not answered yet. */
export type Draft = {
  eventId: string;
  slug: string;
  /** Whose it is (`Ballot.member.mark`); null for a visitor, who joins with it. */
  mark: string | null;
  kind: Kind;
  /** What it is about: things about the same go out in their order. */
  about: string;
  values: Values;
};

/** The server's no, as a form would know it. */
export type No = { reason: string; fields: FieldComplaints; about: Record<string, string | number> };

export type Entry = Draft & {
  /** Its place in the order. */
  seq: number;
  /** Its idempotency key: with it go these very words or none. */
  id: string;
  /** When it was done, in milliseconds of this phone's clock. */
  at: number;
  /** It may have reached the server already: its words are fixed from here on. */
  tried: boolean;
  /** Why it came back; null while it waits. */
  no: No | null;
};

/** What became of an entry; `kept`: not sent for now. */
export type Fate = { is: "done"; value: unknown } | { is: "refused"; no: No } | { is: "kept" };

/** A key of 122 random bits. Phones on plain http, as in a hall's own network, have no `crypto.randomUUID`. */
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** What a host should know before the doors of a private day open. */
export type Facts = {
  now: Date;
  visibility: "public" | "unlisted" | "private";
  /** Whether a company stands behind it, and lets in only who signed in with it. */
  org: "none" | "open" | "signed-in";
  openToOrg: boolean;
  keptOnPhones: boolean;
  tallies: "hidden" | "shown";
  members: number;
  crew: number;
  confidential: number;
  /** The day after which only what is kept stays; null: never. */
  purgeOn: Date | null;
  keeps: "nothing" | "outcomes" | "all";
  watermark: boolean;
  /** The last look from outside. */
  look: { at: Date; isTight: boolean } | null;
  machine: Machine;
};

/** What the operator decided for all events of this installation. */
export type Machine = { isSecure: boolean; sendsMail: boolean; realtime: "embedded" | "pusher" | "poll" };

/** `good`: as a private day wants it. `bad`: not. `care`: works, but somebody should know. `plain`: a matter of taste. */
export type Standing = "good" | "care" | "bad" | "plain";
export type Item = { key: string; says: string; standing: Standing; about?: Record<string, number> };

const day = 24 * 60 * 60_000;

/** Every point of the list with the sentence that fits (`says`), the most important first. */
export function checklist(facts: Facts): Item[] {
  return [lookOf(facts), doorOf(facts), ...waysInOf(facts), ...dayOf(facts), ...machineOf(facts)];
}

/** How many points keep the doors from being opened in good conscience. */
export const openPoints = (items: readonly Item[]) => items.filter(({ standing }) => standing === "bad").length;

function lookOf({ look, now, visibility }: Facts): Item {
  const key = "look";
  if (!look) return { key, says: "never", standing: visibility === "private" ? "bad" : "care" };
  if (visibility !== "private") return { key, says: "open", standing: "plain" };
  if (!look.isTight) return { key, says: "leaks", standing: "bad" };
  const isOld = now.getTime() - look.at.getTime() > day;
  return { key, says: isOld ? "old" : "tight", standing: isOld ? "care" : "good" };
}

const doorOf = ({ visibility }: Facts): Item => ({
  key: "door",
  says: visibility,
  standing: visibility === "private" ? "good" : visibility === "unlisted" ? "care" : "bad",
});

function waysInOf({ visibility, org, openToOrg, crew, members }: Facts): Item[] {
  const isPrivate = visibility === "private";
  return [
    { key: "people", says: "count", standing: "plain", about: { members, crew } },
    { key: "code", says: isPrivate ? "nothing" : "joins", standing: isPrivate ? "good" : "care" },
    {
      key: "company",
      says: org === "none" ? "none" : openToOrg ? `${org}-all` : org,
      standing: org === "signed-in" ? "good" : org === "open" ? "plain" : "care",
    },
    { key: "wall", says: isPrivate ? "private" : "open", standing: isPrivate ? "care" : "plain" },
    { key: "crewLink", says: isPrivate ? "members" : "anyone", standing: isPrivate ? "plain" : "care" },
  ];
}

function dayOf({ visibility, keptOnPhones, tallies, confidential, purgeOn, keeps, watermark }: Facts): Item[] {
  const stays = visibility !== "private" || keptOnPhones;
  const isKept = purgeOn === null || keeps === "all";
  return [
    { key: "phones", says: stays ? "kept" : "nothing", standing: stays ? "care" : "good" },
    { key: "confidence", says: confidential > 0 ? "some" : "none", standing: "plain", about: { count: confidential } },
    { key: "dots", says: tallies, standing: "plain" },
    { key: "purge", says: isKept ? "never" : keeps, standing: isKept ? "care" : "good" },
    { key: "watermark", says: watermark ? "on" : "off", standing: "plain" },
    { key: "screens", says: "always", standing: "care" },
  ];
}

function machineOf({ machine }: Facts): Item[] {
  const { isSecure, sendsMail, realtime } = machine;
  return [
    { key: "https", says: isSecure ? "on" : "off", standing: isSecure ? "good" : "bad" },
    { key: "sockets", says: realtime, standing: realtime === "pusher" ? "care" : "good" },
    { key: "mail", says: sendsMail ? "sent" : "kept", standing: "plain" },
    { key: "operator", says: "always", standing: "care" },
  ];
}

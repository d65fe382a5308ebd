/** Who hears what: `crew` (facilitators and hosts) hears tallies always, the `hall` when they are open. */
export type Audience = "hall" | "crew";

/** The only event on these channels, beside `movedEvent`. */
export const frameEvent = "frame";

/** Frames go elsewhere from now on: ask where. */
export const movedEvent = "moved";

/** What everything in the server calls a channel, whatever it is called on the wire. */
export function channelOf(eventId: string, audience: Audience) {
  return `private-e.${eventId}.${audience}`;
}

/** Only ciphertext passes here. Whoever lost the right to listen cannot follow to the next epoch. */
export function sealedChannelOf(eventId: string, audience: Audience, epoch: number) {
  return `private-encrypted-e.${eventId}.${audience}.${epoch}`;
}

export function isSealed(name: string) {
  return name.startsWith("private-encrypted-");
}

export function readChannel(name: string) {
  const match = /^private-(?:encrypted-)?e\.([0-9a-f-]{36})\.(hall|crew)(?:\.\d+)?$/.exec(name);
  return match?.[1] ? { eventId: match[1], audience: match[2] as Audience } : null;
}

export function audienceOf(role: string | null): Audience {
  return role === "facilitator" || role === "host" ? "crew" : "hall";
}

/** Who hears what: `crew` (facilitators and hosts) hears tallies always, the `hall` when they are open. */
export type Audience = "hall" | "crew";

/** The only event on these channels. */
export const frameEvent = "frame";

/** `sealed`: for private events on somebody else's servers, where only ciphertext may pass. */
export function channelOf(eventId: string, audience: Audience, sealed = false) {
  return `${sealed ? "private-encrypted" : "private"}-e.${eventId}.${audience}`;
}

export function readChannel(name: string) {
  const match = /^private-(encrypted-)?e\.([0-9a-f-]{36})\.(hall|crew)$/.exec(name);
  if (!match?.[2]) return null;
  return { eventId: match[2], audience: match[3] as Audience, sealed: match[1] !== undefined };
}

export function audienceOf(role: string | null): Audience {
  return role === "facilitator" || role === "host" ? "crew" : "hall";
}

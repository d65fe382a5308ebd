import { type Audience, channelOf, sealedChannelOf } from "../channel";

/** Whether strangers may listen to an event, and how often its listeners had to move. */
export type Listening = { isPrivate: boolean; epoch: number };

type Parts = {
  look: (eventId: string) => Promise<Listening>;
  /** Tells whoever still listens to these names that nothing comes there any more. */
  abandon: (names: string[]) => void;
};

/** A phone that was away longer than so many moves is refused when it comes back, and asks then. */
const epochsBack = 3;
/** A hall that signs out together is one move. */
const gatherMs = 200;

/**
 * What channels are called on somebody else's servers. What not everybody may hear is sealed, under a name that
 * changes when somebody loses the right: from a service's sockets nobody can be taken away, only left behind.
 */
export class WireNames {
  private readonly known = new Map<string, Promise<Listening>>();
  private due: NodeJS.Timeout | null = null;

  constructor(private readonly parts: Parts) {}

  async of(eventId: string, audience: Audience) {
    return nameOf(eventId, audience, await (this.known.get(eventId) ?? this.learn(eventId)));
  }

  /** Looks again, soon, at every event that was asked for. */
  check() {
    this.due ??= setTimeout(() => {
      this.due = null;
      for (const [eventId, before] of this.known) this.learn(eventId, before).catch(() => {});
    }, gatherMs);
  }

  close() {
    if (this.due) clearTimeout(this.due);
  }

  private learn(eventId: string, before?: Promise<Listening>) {
    const learned = this.parts.look(eventId);
    this.known.set(eventId, learned);
    learned.then(
      async (now) => {
        const was = await before?.catch(() => undefined);
        // of an event just met, some may be left from before this process
        const isSame = was?.epoch === now.epoch && was.isPrivate === now.isPrivate;
        if (!isSame) this.parts.abandon(formerNames(eventId, now));
      },
      () => this.known.delete(eventId),
    );
    return learned;
  }
}

function nameOf(eventId: string, audience: Audience, { isPrivate, epoch }: Listening) {
  const isOpen = !isPrivate && audience === "hall";
  return isOpen ? channelOf(eventId, audience) : sealedChannelOf(eventId, audience, epoch);
}

/** Also those of before the event closed or opened its doors. */
function formerNames(eventId: string, now: Listening) {
  const current = [nameOf(eventId, "hall", now), nameOf(eventId, "crew", now)];
  const names = [channelOf(eventId, "hall")];
  for (let epoch = Math.max(1, now.epoch - epochsBack); epoch <= now.epoch; epoch++) {
    names.push(sealedChannelOf(eventId, "hall", epoch), sealedChannelOf(eventId, "crew", epoch));
  }
  return names.filter((name) => !current.includes(name));
}

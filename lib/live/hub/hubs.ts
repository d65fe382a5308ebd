import type { Hub } from "./hub";

type HubsParts = {
  make: (eventId: string) => Hub;
  onOpen: (eventId: string) => void;
  onClose: (eventId: string) => void;
};

const idleMs = 10 * 60_000;

/** The boards that anyone looks at in this process; those that nobody looked at for long are let go. */
export class Hubs {
  private readonly hubs = new Map<string, Hub>();
  private readonly sweep = setInterval(() => this.letGo(), 60_000).unref();

  constructor(
    private readonly parts: HubsParts,
    private readonly isHeard: (eventId: string) => boolean,
  ) {}

  of(eventId: string) {
    const known = this.hubs.get(eventId);
    if (known) return known;
    const hub = this.parts.make(eventId);
    this.hubs.set(eventId, hub);
    this.parts.onOpen(eventId);
    return hub;
  }

  touch(eventId: string) {
    this.hubs.get(eventId)?.touch();
  }

  /** What was committed while nobody listened to the database is unknown: every board looks again. */
  touchAll() {
    for (const hub of this.hubs.values()) hub.touch();
  }

  ids() {
    return [...this.hubs.keys()];
  }

  close() {
    clearInterval(this.sweep);
    for (const hub of this.hubs.values()) hub.close();
  }

  private letGo(now = Date.now()) {
    for (const [eventId, hub] of this.hubs) {
      if (now - hub.usedAt < idleMs || this.isHeard(eventId)) continue;
      hub.close();
      this.hubs.delete(eventId);
      this.parts.onClose(eventId);
    }
  }
}

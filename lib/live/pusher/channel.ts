import type { App } from "./app";
import type { Connection } from "./connection";
import { internal, type Message, messageFrame } from "./frame";
import { limits } from "./limits";
import { isCached } from "./names";

export type Member = { userId: string; info: unknown };

/** Who listens to one name, and, on presence channels, as whom. */
export class Channel {
  readonly subscribers = new Map<Connection, Member | null>();
  readonly members = new Map<string, { info: unknown; tabs: number }>();
  private cached: { message: Message; until: number } | null = null;

  constructor(
    readonly name: string,
    private readonly app: App,
  ) {}

  /** Encoded once, however many listen. */
  publish(message: Message, except?: string) {
    if (isCached(this.name) && !message.event.startsWith("client-")) this.keep(message);
    this.send(messageFrame(message), except);
  }

  send(frame: Buffer, except?: string) {
    for (const connection of this.subscribers.keys()) {
      if (connection.id !== except) connection.send(frame);
    }
  }

  lastMessage() {
    return this.cached && this.cached.until > Date.now() ? this.cached.message : null;
  }

  join(connection: Connection, member: Member | null) {
    this.subscribers.set(connection, member);
    if (!member) return;
    const known = this.members.get(member.userId);
    if (known) {
      known.tabs += 1;
      return;
    }
    this.members.set(member.userId, { info: member.info, tabs: 1 });
    const data = { user_id: member.userId, user_info: member.info };
    this.send(internal("pusher_internal:member_added", data, this.name), connection.id);
    this.app.webhooks.tell({ name: "member_added", channel: this.name, user_id: member.userId });
  }

  leave(connection: Connection) {
    const member = this.subscribers.get(connection);
    this.subscribers.delete(connection);
    if (!member) return;
    const known = this.members.get(member.userId);
    if (!known) return;
    known.tabs -= 1;
    if (known.tabs > 0) return;
    this.members.delete(member.userId);
    this.send(internal("pusher_internal:member_removed", { user_id: member.userId }, this.name));
    this.app.webhooks.tell({ name: "member_removed", channel: this.name, user_id: member.userId });
  }

  presence() {
    const hash = Object.fromEntries([...this.members].map(([id, { info }]) => [id, info]));
    return { ids: [...this.members.keys()], hash, count: this.members.size };
  }

  /** An empty channel is forgotten, unless it still keeps a message for the next who comes. */
  isIdle() {
    return this.subscribers.size === 0 && !this.lastMessage();
  }

  private keep(message: Message) {
    this.cached = { message, until: Date.now() + limits.cacheMinutes * 60_000 };
  }
}

export function channelOf(app: App, name: string) {
  const known = app.channels.get(name);
  if (known) return known;
  const channel = new Channel(name, app);
  app.channels.set(name, channel);
  return channel;
}

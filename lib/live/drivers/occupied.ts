import type Pusher from "pusher";
import { channelOf, readChannel } from "../channel";

const everyMs = 30_000;

/** Which of our channels somebody listens to on the service: sockets there outlive this process. */
export class Occupied {
  private channels = new Set<string>();
  private round: NodeJS.Timeout | null = null;

  constructor(private readonly service: Pusher) {}

  has(channel: string) {
    return this.channels.has(channel);
  }

  open(onHeard: (eventId: string) => void) {
    const look = () => void this.look(onHeard).catch(() => {});
    look();
    this.round = setInterval(look, everyMs).unref();
  }

  close() {
    if (this.round) clearInterval(this.round);
  }

  private async look(onHeard: (eventId: string) => void) {
    const answer = await this.service.get({ path: "/channels", params: { filter_by_prefix: "private-" } });
    const { channels } = (await answer.json()) as { channels: Record<string, unknown> };
    const before = this.channels;
    const places = Object.keys(channels).flatMap((name) => readChannel(name) ?? []);
    this.channels = new Set(places.map(({ eventId, audience }) => channelOf(eventId, audience)));
    for (const { eventId, audience } of places) if (!before.has(channelOf(eventId, audience))) onHeard(eventId);
  }
}

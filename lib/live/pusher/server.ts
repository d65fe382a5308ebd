import { setTimeout as pause } from "node:timers/promises";
import { Admission } from "./admission";
import { App, type AppSettings } from "./app";
import { channelOf } from "./channel";
import { messageFrame } from "./frame";
import { checkPulse } from "./heartbeat";
import { isCached, kindOf, userOf } from "./names";

const pulseMs = 5_000;
const drainBatch = 50;
const drainMs = 100;

/**
 * A Pusher Channels server, protocol 7. Hand it upgrades (`upgrade`) and calls below `/apps/` (`answer`)
 * of any http server. Each app is a world of its own.
 */
export class PusherServer {
  readonly byKey = new Map<string, App>();
  readonly byId = new Map<string, App>();
  isDraining = false;
  private readonly admissions = new Map<App, Admission>();
  private readonly pulse = setInterval(() => this.checkPulses(), pulseMs).unref();

  constructor(apps: readonly AppSettings[]) {
    for (const settings of apps) {
      const app = new App(settings);
      this.byKey.set(settings.key, app);
      this.byId.set(settings.id, app);
      this.admissions.set(app, new Admission(settings.admitPerSecond ?? 1_000));
    }
  }

  admissionOf(app: App) {
    return this.admissions.get(app) ?? new Admission(0);
  }

  /** Asks every client to reconnect (4200), a few at a time, so that the next process is not run over. */
  async drain() {
    this.isDraining = true;
    const all = this.connections();
    for (let from = 0; from < all.length; from += drainBatch) {
      for (const connection of all.slice(from, from + drainBatch)) {
        connection.close(4200, "Server is restarting");
      }
      await pause(drainMs);
    }
  }

  close() {
    this.isDraining = true;
    clearInterval(this.pulse);
    for (const connection of this.connections()) connection.close(4200, "Server closed");
  }

  private checkPulses() {
    for (const app of this.byId.values()) {
      checkPulse(app);
      app.forgetIdleChannels();
    }
  }

  private connections() {
    return [...this.byId.values()].flatMap((app) => [...app.connections.values()]);
  }
}

export type Publication = { channel: string; event: string; data: string; except?: string };

/** `data` is the JSON text, as it goes out. What is sent to a user reaches all sockets signed in as that user. */
export function publish(app: App, { channel, event, data, except }: Publication) {
  const message = { event, channel, data };
  if (kindOf(channel) === "user") {
    const frame = messageFrame(message);
    for (const connection of app.users.get(userOf(channel)) ?? []) connection.send(frame);
    return;
  }
  const known = isCached(channel) ? channelOf(app, channel) : app.channels.get(channel);
  known?.publish(message, except);
}

import type { Channel } from "./channel";
import type { Connection } from "./connection";
import type { Credentials } from "./signature";
import { Webhooks } from "./webhooks";

export type AppSettings = Credentials & {
  id: string;
  clientEvents?: boolean;
  /** Sockets are closed with 4003, calls answered with 403. */
  isDisabled?: boolean;
  /** Plain sockets are closed with 4000. */
  isTlsOnly?: boolean;
  subscriptionCounts?: boolean;
  maxConnections?: number;
  /** New connections a second; the rest is told to come back (4100). */
  admitPerSecond?: number;
  /** Origins a browser may connect from, beside the server's own host; none given: only that. */
  origins?: readonly string[];
  webhooks?: readonly string[];
  onOccupied?: (channel: string) => void;
};

/** Everything that belongs to one key. Two apps share nothing, whatever their channels are called. */
export class App {
  readonly connections = new Map<string, Connection>();
  readonly channels = new Map<string, Channel>();
  /** Signed-in users and their sockets. */
  readonly users = new Map<string, Set<Connection>>();
  /** Who wants to hear when a user comes or goes. */
  readonly watchers = new Map<string, Set<Connection>>();
  readonly webhooks: Webhooks;

  constructor(readonly settings: AppSettings) {
    if (settings.secret.length < 16) throw new Error("a realtime secret needs 16 characters");
    this.webhooks = new Webhooks(settings);
  }

  forgetIdleChannels() {
    for (const [name, channel] of this.channels) if (channel.isIdle()) this.channels.delete(name);
  }
}

export function addTo<K, V>(map: Map<K, Set<V>>, key: K, value: V) {
  const known = map.get(key);
  if (known) known.add(value);
  else map.set(key, new Set([value]));
}

export function removeFrom<K, V>(map: Map<K, Set<V>>, key: K, value: V) {
  const known = map.get(key);
  known?.delete(value);
  if (known?.size === 0) map.delete(key);
}

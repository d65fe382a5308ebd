import type { App } from "./app";
import type { Channel } from "./channel";
import { internal } from "./frame";
import { kindOf } from "./names";

const exactUpTo = 100;
const roundMs = 5_000;
const due = new WeakSet<Channel>();

/** Each change while few listen; once in five seconds in a full hall, where n joins would cost n² frames. */
export function tellCount(app: App, channel: Channel) {
  if (!app.settings.subscriptionCounts || kindOf(channel.name) === "presence") return;
  if (channel.subscribers.size <= exactUpTo) return tell(app, channel);
  if (due.has(channel)) return;
  due.add(channel);
  setTimeout(() => {
    due.delete(channel);
    tell(app, channel);
  }, roundMs).unref();
}

function tell(app: App, channel: Channel) {
  const subscription_count = channel.subscribers.size;
  const event = "pusher_internal:subscription_count";
  channel.send(internal(event, { subscription_count }, channel.name));
  app.webhooks.tell({ name: "subscription_count", channel: channel.name, subscription_count });
}

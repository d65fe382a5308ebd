import type { Audience } from "../channel";

/** Who a socket is authorized for; travels signed with the subscription where the driver allows it. */
export type Listener = { userId: string | null; token: string | null; wallEpoch: number | null };

export type Grant = { auth: string; channel_data?: string; shared_secret?: string };

/** How frames reach phones. The tick rate belongs to it: hosted deliveries are counted and paid. */
export type Driver = {
  kind: "embedded" | "pusher" | "poll";
  /** Frames a second and event, at most. */
  tickHz: number;
  /** `data` is JSON text. Frames are hints: a lost one is made up for by a snapshot, so this never throws. */
  publish: (channel: string, event: string, data: string) => void;
  /** What an audience's channel is called on the wire now: the only name that is signed for. */
  wireName: (eventId: string, audience: Audience) => Promise<string>;
  /** `channel` by its wire name. Null when this driver has no sockets. */
  authorize: (socketId: string, channel: string, listener: Listener) => Grant | null;
  /** A session, a membership or a wall ended somewhere: whoever may no longer listen is cut within five seconds. */
  recheck: () => void;
  /** How many listen to a channel, as far as is known; spreads their refetching. */
  listeners: (channel: string) => number;
  /** `onHeard`: somebody listens to an event whose board nobody asked this process for. */
  open: (onHeard: (eventId: string) => void) => void;
  close: () => void;
};

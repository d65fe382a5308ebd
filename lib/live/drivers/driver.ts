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
  /** Null when this driver has no sockets. */
  authorize: (socketId: string, channel: string, listener: Listener) => Grant | null;
  /** Ends the sockets of a user at once. */
  terminateUser: (userId: string) => Promise<void>;
  /** How many sockets this process holds for a channel; spreads their refetching. */
  listeners: (channel: string) => number;
};

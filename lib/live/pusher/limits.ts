/** The limits of Pusher Channels, and a few of our own that keep one bad client from hurting the rest. */
export const limits = {
  activityTimeoutSeconds: 25,
  pongTimeoutSeconds: 30,
  /** How long a socket that was told to close may take. */
  closeSeconds: 5,
  protocol: 7,
  dataBytes: 10_240,
  messageBytes: 65_536,
  apiBodyBytes: 262_144,
  channelsPerPublish: 100,
  batch: 10,
  presenceMembers: 100,
  presenceInfoBytes: 1_024,
  userIdLength: 128,
  watchlist: 100,
  channelsPerSocket: 100,
  clientEventsPerSecond: 10,
  messagesPerSecond: 200,
  unsentBytes: 1_048_576,
  cacheMinutes: 30,
  clockSkewSeconds: 600,
} as const;

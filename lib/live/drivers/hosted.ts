import Pusher from "pusher";
import type { Driver } from "./driver";

export type HostedSettings = {
  appId: string;
  key: string;
  secret: string;
  host?: string | undefined;
  port?: number | undefined;
  useTLS: boolean;
  /** 32 bytes, base64; seals the frames of private events. */
  encryptionMasterKeyBase64: string;
};

/** Hosted Pusher Channels, or any server that speaks its protocol. */
export function hostedDriver({ host, port, ...settings }: HostedSettings): Driver {
  const place = host ? { host, ...(port && { port: String(port) }) } : { cluster: "eu" };
  const pusher = new Pusher({ ...settings, ...place });
  const report = (error: unknown) => console.error("The realtime service did not take a message.", error);
  return {
    kind: "pusher",
    tickHz: 1,
    publish: (channel, event, data) => void pusher.trigger(channel, event, JSON.parse(data)).catch(report),
    authorize: (socketId, channel) => pusher.authorizeChannel(socketId, channel),
    terminateUser: async (userId) => void (await pusher.terminateUserConnections(userId).catch(report)),
    listeners: () => 500,
  };
}

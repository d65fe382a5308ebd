import Pusher from "pusher";
import { isSealed, readChannel } from "../channel";
import type { Frame } from "../feed";
import type { Driver } from "./driver";
import { Moved } from "./moved";
import { Occupied } from "./occupied";
import { type Claim, OneTeller } from "./one-teller";
import { type Listening, WireNames } from "./wire-names";

export type HostedSettings = {
  appId: string;
  key: string;
  secret: string;
  cluster: string;
  host?: string | undefined;
  port?: number | undefined;
  useTLS: boolean;
  /** 32 bytes, base64; seals what not everybody may hear. */
  encryptionMasterKeyBase64: string;
};

/** What a service takes is 10 KB; sealed text is a third longer. */
const sealedBytes = 7_000;

/** Without the error itself: it holds the address of the call, which is signed. */
function report(error: unknown) {
  if ((error as Error).name === "AbortError") return;
  const { status, error: cause } = error as { status?: number; error?: { code?: string } };
  console.error(`The realtime service did not take a message: ${status ?? cause?.code ?? "no answer"}.`);
}

export type Shared = {
  look: (eventId: string) => Promise<Listening>;
  claim: Claim;
};

/** Hosted Pusher Channels, or any server that speaks its protocol. Private events pass it as ciphertext only. */
export function hostedDriver(settings: HostedSettings, { look, claim }: Shared): Driver {
  const service = serviceAt(settings);
  const occupied = new Occupied(service);
  const teller = new OneTeller(claim);
  const moved = new Moved(service, report);
  const names = new WireNames({ look, abandon: moved.say });
  const send = async (channel: string, event: string, data: string) => {
    const place = readChannel(channel);
    if (!place) return;
    const { eventId, audience } = place;
    const frame = await teller.mayTell(eventId, audience, JSON.parse(data) as Frame);
    if (!frame) return;
    const name = await names.of(eventId, audience);
    const isTooLarge = isSealed(name) && Buffer.byteLength(data) > sealedBytes;
    await service.trigger(name, event, isTooLarge ? { seq: frame.seq, stale: true } : frame);
  };
  return {
    kind: "pusher",
    tickHz: 1,
    publish: (channel, event, data) => void send(channel, event, data).catch(report),
    wireName: (eventId, audience) => names.of(eventId, audience),
    authorize: (socketId, channel) => service.authorizeChannel(socketId, channel),
    recheck: () => names.check(),
    // how many, it does not say: a full hall
    listeners: (channel) => (occupied.has(channel) ? 2_000 : 0),
    open: (onHeard) => occupied.open(onHeard),
    close() {
      for (const part of [names, moved, occupied, teller]) part.close();
    },
  };
}

function serviceAt({ host, port, cluster, ...settings }: HostedSettings) {
  return new Pusher({ ...settings, ...(host ? { host, ...(port && { port: String(port) }) } : { cluster }) });
}

/** What the air between a phone and the server is like. */
export type Air = {
  /** There and back, milliseconds; half of it each way. */
  rttMs: number;
  /** How much one way may differ from the next packet's, milliseconds. */
  jitterMs: number;
  /** How many of all packets are lost, 0 to 1. */
  loss: number;
  /** Each way, shared by all connections of the phone; null: no limit. */
  kbitPerSecond: number | null;
};

export const clearAir: Air = { rttMs: 0, jitterMs: 0, loss: 0, kbitPerSecond: null };

/** A full hall at the far end of its wifi. */
export const badHall: Air = { rttMs: 400, jitterMs: 30, loss: 0.05, kbitPerSecond: 400 };

/** What a packet carries of a stream, and what its headers (Ethernet, IP, TCP) add to it on the air. */
export const packetBytes = 1_460;
export const headerBytes = 66;

/**
 * On a TCP stream nobody sees a lost packet: the sender waits for its retransmission timeout, about 200 ms more
 * than the way there and back, and all that follows waits with it.
 */
export const stallMs = ({ rttMs }: Air) => 200 + rttMs;

/** A lost SYN is sent again after a second (RFC 6298). */
export const lostSynMs = 1_000;

/** One direction of one phone's radio: one packet at a time, whichever connection it is of. */
export class Radio {
  private freeAt = 0;

  /** When a packet that is handed over now has left. */
  clearAt(bytes: number, { kbitPerSecond }: Air, now = performance.now()) {
    const airtime = kbitPerSecond === null ? 0 : ((bytes + headerBytes) * 8) / kbitPerSecond;
    this.freeAt = Math.max(this.freeAt, now) + airtime;
    return this.freeAt;
  }
}

/** One WebSocket text frame (RFC 6455 §5.2, server side: unmasked), made once and written to any number of sockets. */
export function textFrame(text: string) {
  const length = Buffer.byteLength(text);
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(head + length);
  frame[0] = 0x81;
  if (head === 2) frame[1] = length;
  if (head === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  }
  if (head === 10) {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.write(text, head);
  return frame;
}

export type Message = { event: string; channel?: string; data?: unknown; user_id?: string };

export function messageFrame(message: Message) {
  return textFrame(JSON.stringify(message));
}

/** A message of the protocol itself: its `data` travels as a JSON string. */
export function internal(event: string, data: unknown, channel?: string) {
  return messageFrame({ event, ...(channel && { channel }), data: JSON.stringify(data) });
}

export function errorFrame(code: number | null, message: string) {
  return messageFrame({ event: "pusher:error", data: { code, message } });
}

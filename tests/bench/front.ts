import { connect, createServer, type Socket } from "node:net";

/** What a proxy in front of several processes does, and no more: new connections go to the one that it is told. */
let port = Number(process.argv[2]);

function join(from: Socket, to: Socket) {
  from.pipe(to);
  from.on("error", () => to.destroy());
  from.on("close", () => to.destroy());
}

const server = createServer({ noDelay: true }, (phone) => {
  const inner = connect({ port, host: "127.0.0.1", noDelay: true });
  join(phone, inner);
  join(inner, phone);
});
process.on("disconnect", () => process.exit());
process.on("message", (to: number) => {
  port = to;
  process.send?.({ to });
});
server.listen(Number(process.argv[3]), "127.0.0.1", 4_096, () => {
  const address = server.address();
  if (address && typeof address === "object") process.send?.({ port: address.port });
});

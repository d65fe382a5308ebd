import { connect, createServer, type Socket } from "node:net";

/** What a proxy in front of several processes does, and no more: connections go in turn to those that take them. */
let behind = (process.argv[2] ?? "").split(",").map(Number);
let turn = 0;

function join(from: Socket, to: Socket) {
  from.pipe(to);
  from.on("error", () => to.destroy());
  from.on("close", () => to.destroy());
}

function reach(phone: Socket, tries: number) {
  const inner = connect({ port: behind[turn++ % behind.length] ?? 0, host: "127.0.0.1", noDelay: true });
  const next = () => (tries > 1 ? reach(phone, tries - 1) : phone.destroy());
  inner.once("error", next);
  inner.once("connect", () => {
    inner.off("error", next);
    join(phone, inner);
    join(inner, phone);
  });
}

const server = createServer({ noDelay: true }, (phone) => {
  phone.on("error", () => {});
  reach(phone, behind.length);
});
process.on("disconnect", () => process.exit());
process.on("message", (to: number[]) => {
  behind = to;
  process.send?.({ to });
});
server.listen(Number(process.argv[3]), "127.0.0.1", 4_096, () => process.send?.({}));

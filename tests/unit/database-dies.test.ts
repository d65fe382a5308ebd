import { createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";

const message = (type: string, body: Buffer) => {
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
};

const welcome = message("R", Buffer.alloc(4));
const ready = message("Z", Buffer.from("I"));
const farewell = message(
  "E",
  Buffer.from("SFATAL\0C57P01\0Mterminating connection due to unexpected postmaster exit\0\0"),
);

test("a database that dies as soon as it let us in refuses the transaction, and does not end the process", async () => {
  const url = await aDyingDatabase();
  Object.assign(process.env, {
    DATABASE_URL: url,
    DATABASE_APP_URL: url,
    TWOFEET_SECRET: "one secret of a test that nobody guesses",
  });
  const { prisma } = await import("@/lib/db/client");
  await expect(prisma().$transaction(async (tx) => tx.$queryRaw`select 1`)).rejects.toThrow("connection error");
});

/** Greets and says farewell in one packet, as a loaded machine delivers it. */
async function aDyingDatabase() {
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", () => socket.end(Buffer.concat([welcome, ready, farewell])));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => void server.close());
  const address = server.address();
  return `postgresql://app:app@127.0.0.1:${typeof address === "object" ? address?.port : ""}/twofeet`;
}

import { endStorm, runStorm } from "./storm";

/**
 * The same with a database that acknowledges before it has written: whoever checks must see that votes are lost.
 * A process of its own, because the address of a database is read once. The build is the caller's.
 */
process.once("SIGTERM", () => void endStorm().finally(() => process.exit(1)));
const { findings } = await runStorm({
  seed: Number(process.argv[2]),
  seconds: 20,
  votes: 0,
  members: 300,
  phones: 20,
  blows: { app: 0, database: 2, close: 0 },
  settings: {
    synchronous_commit: "off",
    wal_writer_delay: "2s",
    wal_writer_flush_after: "1GB",
    wal_buffers: "64MB",
  },
});
const lost = "acknowledged vote lost";
process.send?.({
  lost: findings.count(lost),
  examples: findings.examples.filter((example) => example.startsWith(lost)),
});
process.disconnect?.();
process.exit(0);

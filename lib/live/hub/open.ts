import { channelOf } from "../channel";
import type { Database } from "../database";
import type { Driver } from "../drivers/driver";
import { Ear } from "../listen";
import { statements } from "../statements";
import type { Read } from "./board";
import { Hub } from "./hub";
import { Hubs } from "./hubs";

const sessionsEnded = "sessions";
const prefix = "event_";

/** The boards of this process, woken by what any process commits. `onSessions`: a session or membership ended. */
export async function openHubs(url: string, database: Database, driver: Driver, onSessions: () => void) {
  const read = async (eventId: string, since: number | null) => {
    const [row] = await database.rows<{ board: Read | null }>(statements.board, [eventId, since]);
    return row?.board ?? null;
  };
  const isHeard = (eventId: string) =>
    driver.listeners(channelOf(eventId, "hall")) + driver.listeners(channelOf(eventId, "crew")) > 0;
  const ear = new Ear(
    url,
    (channel) => {
      if (channel === sessionsEnded) onSessions();
      else hubs.touch(channel.slice(prefix.length));
    },
    () => {
      onSessions();
      hubs.touchAll();
    },
  );
  const hubs = new Hubs(
    {
      make: (eventId) => new Hub({ eventId, driver, read }),
      // whatever was committed before the listening began is seen by the touch after it
      onOpen: (eventId) => void ear.listen(prefix + eventId).then(() => hubs.touch(eventId)),
      onClose: (eventId) => void ear.unlisten(prefix + eventId),
    },
    isHeard,
  );
  await ear.listen(sessionsEnded);
  await ear.open();
  const close = async () => {
    hubs.close();
    await ear.close();
  };
  return { hubs, close };
}

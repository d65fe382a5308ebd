import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Entry } from "./entry";

export interface Rooms extends DBSchema {
  entries: { key: number; value: Entry; indexes: { event: string } };
  /** Who sends just now, on phones that have no locks. */
  lease: { key: string; value: { name: string; holder: string; until: number } };
}

/** The database on the phone. `shut` is told when it has to be opened anew. */
export function openRooms(name: string, shut: () => void): Promise<IDBPDatabase<Rooms>> {
  return openDB<Rooms>(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore("entries", { keyPath: "seq", autoIncrement: true }).createIndex("event", "eventId");
      fresh.createObjectStore("lease", { keyPath: "name" });
    },
    blocking(_old, _next, change) {
      shut();
      (change.target as IDBDatabase).close();
    },
    terminated: shut,
  });
}

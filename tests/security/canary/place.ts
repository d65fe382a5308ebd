import type pg from "pg";
import { crewKey, wallKey } from "@/lib/db/enter";

export type Place = {
  slug: string;
  org: string;
  /** The event's own, of the library, and an entry in it. */
  space: string;
  keptId: string;
  /** Of the company's own sign-in. */
  door: string;
  eventId: string;
  topicId: string;
  entryId: string;
  day: string;
  joinCode: string;
  crewKey: string;
  wallKey: string;
  /** Of that entry. */
  picture: string;
  series: string;
};

/** As it is called now. */
export async function placeOf(db: pg.Client, eventId: string): Promise<Place> {
  const one = async (sql: string) => (await db.query(sql, [eventId])).rows[0];
  const { slug, join_code, wall_epoch, crew_epoch } = await one("select * from event where id = $1");
  const topic = await one("select topic_id from note where event_id = $1 limit 1");
  const entry = await one("select id, day::text from programme_entry where event_id = $1 and kind = 'talk' limit 1");
  const org = await one("select o.slug from org o join event e on e.org_id = o.id where e.id = $1");
  const sso = await one("select door from org_sso s join event e on e.org_id = s.org_id where e.id = $1");
  const kept =
    await one(`select s.slug, coalesce(p.entry_id, (select id from lib_priv.entry where space_id = s.id limit 1)) as id,
    p.sha256, (select id from lib_priv.entry_series where entry_id = p.entry_id limit 1) as series from lib_priv.space s left join lib_priv.attachment p on p.space_id = s.id where s.event_id = $1 limit 1`);
  return {
    slug,
    org: org.slug,
    space: kept.slug,
    keptId: kept.id ?? eventId,
    door: sso?.door ?? "",
    eventId,
    topicId: topic.topic_id,
    entryId: entry.id,
    day: entry.day,
    joinCode: join_code,
    crewKey: crewKey({ id: eventId, crewEpoch: crew_epoch }),
    wallKey: wallKey({ id: eventId, wallEpoch: wall_epoch }),
    picture: kept.sha256 ?? "0".repeat(64),
    series: kept.series ?? eventId,
  };
}

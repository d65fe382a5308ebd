import { DateTime } from "luxon";
import pg from "pg";
import { prisma } from "@/lib/db/client";
import { ask, perform } from "@/lib/db/perform";
import { openPhase as openPhaseOf } from "@/lib/event/commands";
import { viewCrewLink } from "@/lib/event/crew";
import { demoHost } from "@/lib/event/front-door";
import { viewDesk } from "@/lib/event/queries";
import type { Phase } from "@/lib/live/feed";
import { viewTopics } from "@/lib/topic/queries";
import { seed } from "@/prisma/seed";

export type Day = Awaited<ReturnType<typeof seededDay>>;

/** The seeded day with somebody for each kind of picture. */
export async function seededDay() {
  await seed();
  const { id: userId } = await prisma().user.findUniqueOrThrow({ where: { email: demoHost.email } });
  const host = { slug: demoHost.slug, userId };
  const { event, wallKey } = await ask(viewDesk, host, undefined);
  const { snapshot } = await ask(viewTopics, host, undefined);
  const owner = await query("select user_id from member where role = 'participant' order by joined_at limit 1");
  const talk = await query("select id from programme_entry where kind = 'talk' order by starts_at limit 1");
  return {
    host,
    slug: host.slug,
    code: event.joinCode,
    wallKey,
    crewKey: await ask(viewCrewLink, host, undefined),
    attendee: { userId: String(owner.user_id) },
    talkId: String(talk.id),
    topicId: snapshot.topics[2]?.id ?? "",
    library: await seededLibrary(),
  };
}

/** Addresses of a post-mortem with charts and of a recipe: as they are written in the day's space, and published. */
async function seededLibrary() {
  const at = async (kind: string) => {
    const { space, id, slug } = await query(
      `select s.slug as space, e.id, o.slug from lib_priv.entry e join lib_priv.space s on s.id = e.space_id
         join lib_priv.publication p on p.entry_id = e.id join lib_pub.pub_entry o on o.id = p.public_id
        where e.kind::text = $1 order by e.created_at limit 1`,
      [kind],
    );
    return { space: `/s/${space}`, written: `/s/${space}/${id}`, published: `/library/${slug}` };
  };
  return { told: await at("postmortem"), made: await at("recipe") };
}

/**
 * Lets it be that hour of the day in the hall, without touching a clock: the day is held where on earth it is that
 * hour now.
 */
export async function moveTheDayTo({ slug }: Pick<Day, "slug">, hour: number) {
  const now = DateTime.utc();
  const offset = ((hour - now.hour + 36) % 24) - 12;
  const zone = offset === 0 ? "UTC" : `Etc/GMT${offset > 0 ? "-" : "+"}${Math.abs(offset)}`;
  const today = now.setZone(zone).toISODate();
  const moved = (column: string) => `${column} = ($2::date + (${column} at time zone e.zone)::time) at time zone $3`;
  // both ends at once: nothing may end before it began
  for (const table of ["slot", "programme_entry"])
    await query(
      `update ${table} set ${moved("starts_at")}, ${moved("ends_at")}
       from event e where e.slug = $1 and ${table}.event_id = e.id`,
      [slug, today, zone],
    );
  await query("update programme_entry set day = $2::date from event e where e.slug = $1 and event_id = e.id", [
    slug,
    today,
  ]);
  await query("update event set zone = $2, starts_on = $3::date, ends_on = $3::date where slug = $1", [
    slug,
    zone,
    today,
  ]);
}

export async function openPhase(day: Day, phase: Phase) {
  await perform(openPhaseOf, day.host, { phase, minutes: phase === "voting" ? 12 : null });
}

/** As the owner: clocks and zones of a running event are nobody else's to move. */
async function query(sql: string, values: unknown[] = []): Promise<Record<string, unknown>> {
  const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
  const { rows } = await owner.query(sql, values).finally(() => owner.end());
  return rows[0] ?? {};
}

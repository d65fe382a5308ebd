import { randomBytes } from "node:crypto";
import pg from "pg";
import { crewKey, enter, wallKey } from "@/lib/db/enter";
import { enterSpace, enterSpaces } from "@/lib/db/enter-space";
import { perform } from "@/lib/db/perform";
import { entryDocument } from "@/lib/entry/input";
import { beginEntry } from "@/lib/entry/save";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { aFullDay } from "@/tests/support/a-full-day";
import { anOrg } from "@/tests/support/an-org";
import { aSession } from "@/tests/support/session";
import { said } from "./said";

export const roles = [
  "anonymous",
  "stranger",
  "host of another company's event",
  "member of another company",
  "removed member",
  "host of another event of the company",
  "colleague",
  "owner of the company",
  "participant",
  "facilitator",
  "host",
] as const;
export type Role = (typeof roles)[number];

export type Place = {
  slug: string;
  id: string;
  org: string;
  /** The event's own, of the library, and an entry in it. */
  space: string;
  keptId: string;
  topicId: string;
  entryId: string;
  day: string;
  code: string;
  crewKey: string;
  wallKey: string;
  /** Where its frames are told. */
  channels: Record<"hall" | "crew", string>;
};
export type World = {
  /** A company's private day, a public one without a company, and another company's private day. */
  places: Record<"private" | "public" | "other", Place>;
  /** Of the private and of the public day: a cookie per role. */
  cookies: Record<"private" | "public", Record<Role, string>>;
};

type Day = Awaited<ReturnType<typeof aFullDay>>;
type Org = Awaited<ReturnType<typeof anOrg>>;

/** Two companies, four days, and everybody who could ask. */
export async function aWorld(): Promise<World> {
  const [org, otherOrg] = [await anOrg(), await anOrg("Lantern Bank")];
  const [day, sibling, openDay, otherDay] = [await aFullDay(), await aFullDay(), await aFullDay(), await aFullDay()];
  await hide([
    [day, org],
    [sibling, org],
    [otherDay, otherOrg],
  ]);
  const people = { org, otherOrg, sibling, otherDay };
  return {
    places: {
      private: await placeOf(day, org),
      public: await placeOf(openDay, org),
      other: await placeOf(otherDay, otherOrg),
    },
    cookies: { private: await cookiesOf(day, people), public: await cookiesOf(openDay, people) },
  };
}

async function cookiesOf(day: Day, of: { org: Org; otherOrg: Org; sibling: Day; otherDay: Day }) {
  const removed = await day.as("participant");
  const users: Record<Role, string | null> = {
    anonymous: null,
    stranger: (await day.asStranger()).userId,
    "host of another company's event": of.otherDay.host.userId,
    "member of another company": (await of.otherOrg.as()).userId,
    "removed member": removed.userId,
    "host of another event of the company": of.sibling.host.userId,
    colleague: (await of.org.as()).userId,
    "owner of the company": of.org.owner.userId,
    participant: (await day.as("participant")).userId,
    facilitator: (await day.as("facilitator")).userId,
    host: day.host.userId,
  };
  const where = { eventId_id: { eventId: day.id, id: removed.memberId } };
  await enter(day.host, "host", ({ tx }) => tx.member.delete({ where }));
  const pairs = Object.entries(users).map(async ([role, userId]) => [role, userId ? await cookie(userId) : ""]);
  return Object.fromEntries(await Promise.all(pairs)) as Record<Role, string>;
}

async function cookie(userId: string) {
  const { name, value } = await aSession(userId);
  return `${name}=${value}`;
}

/** Makes each day the company's private one, and its host a member of the company. */
async function hide(days: [Day, Org][]) {
  const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
  for (const [day, org] of days) {
    await owner.query("alter table event disable trigger user");
    await owner.query("update event set org_id = $1, visibility = 'private' where id = $2", [org.id, day.id]);
    await owner.query("alter table event enable trigger user");
    const member = "insert into org_member (org_id, user_id, role, name) values ($1, $2, 'member', 'Hedda Host')";
    await owner.query(member, [org.id, day.host.userId]);
  }
  await owner.end();
}

/** In the space of this event. */
async function anEntry(userId: string, eventId: string) {
  const own = await enterSpaces(userId, (tx) => tx.space.findFirstOrThrow({ where: { eventId } }));
  const document = entryDocument.parse({ kind: "recipe", title: "Kept here" });
  return {
    space: own.slug,
    keptId: await enterSpace({ space: own.slug, userId }, "editor", (scope) => beginEntry(scope, { document })),
  };
}

async function placeOf(day: Day, org: Org): Promise<Place> {
  const { name, value } = await aSession(day.host.userId);
  const channel = async (as: string) => {
    const answer = await said(`/live/socket?slug=${day.slug}${as}`, { headers: { cookie: `${name}=${value}` } });
    return (JSON.parse(answer.body) as { channel: string }).channel;
  };
  const channels = { hall: await channel("&as=hall"), crew: await channel("") };
  const topicId = await perform(pitchTopic, day.host, { title: `T ${randomBytes(4).toString("hex")}`, pitch: "" });
  return enter(day.host, "host", async ({ tx, event }) => ({
    slug: event.slug,
    id: event.id,
    org: org.slug,
    ...(await anEntry(day.host.userId, event.id)),
    topicId: String(topicId),
    entryId: day.talkId,
    day: (
      await tx.programmeEntry.findUniqueOrThrow({ where: { eventId_id: { eventId: event.id, id: day.talkId } } })
    ).day
      .toISOString()
      .slice(0, 10),
    code: event.joinCode,
    crewKey: crewKey(event),
    wallKey: wallKey(event),
    channels,
  }));
}

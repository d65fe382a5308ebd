import { ask } from "@/lib/db/perform";
import { viewCrewLink } from "@/lib/event/crew";
import { viewDesk } from "@/lib/event/queries";
import type { aFullDay } from "@/tests/support/a-full-day";
import { aUser } from "@/tests/support/an-event";
import { anOrg } from "@/tests/support/an-org";
import { screensOfLibrary } from "./library-screens";

type FullDay = Awaited<ReturnType<typeof aFullDay>>;
export type Screen = { name: string; path: string; who: { userId: string | null } | null };

/** Every screen there is, with somebody who has something to see on it. */
export async function screensOf(day: FullDay): Promise<Screen[]> {
  const at = `/e/${day.slug}`;
  const [{ wallKey }, crewKey] = [
    await ask(viewDesk, day.host, undefined),
    await ask(viewCrewLink, day.host, undefined),
  ];
  const { regular, host } = day;
  return [
    { name: "home", path: "/", who: null },
    { name: "wrong-code", path: "/?code=NOPE42", who: null },
    { name: "not-found", path: "/e/nothing-here", who: null },
    { name: "sign-in", path: "/sign-in", who: null },
    { name: "sign-in-sent", path: "/sign-in/sent", who: null },
    { name: "sign-in-confirm", path: "/sign-in/confirm?email=ann@example.org&token=x", who: null },
    { name: "join", path: `${at}/join`, who: null },
    { name: "crew", path: `${at}/crew/${crewKey}`, who: null },
    { name: "new-event", path: "/new", who: { userId: await aUser(`${day.slug}@host.example`) } },
    { name: "account", path: "/account", who: host },
    { name: "me-looking", path: `${at}/me`, who: null },
    { name: "now", path: at, who: regular },
    { name: "topics", path: `${at}/topics`, who: regular },
    { name: "quick-vote", path: `${at}/topics/quick`, who: regular },
    { name: "pitch", path: `${at}/topics/pitch`, who: regular },
    { name: "topic", path: `${at}/topics/${day.topicIds[3]}`, who: regular },
    { name: "board", path: `${at}/board`, who: regular },
    { name: "me", path: `${at}/me`, who: regular },
    { name: "programme", path: `${at}/programme`, who: regular },
    { name: "talk", path: `${at}/talk/${day.talkId}`, who: regular },
    { name: "stars", path: `${at}/stars`, who: regular },
    { name: "desk", path: `${at}/desk`, who: host },
    { name: "settings", path: `${at}/settings`, who: host },
    { name: "topic-crew", path: `${at}/topics/${day.topicIds[3]}`, who: host },
    { name: "board-crew", path: `${at}/board`, who: host },
    { name: "crew-people", path: `${at}/people`, who: host },
    { name: "crew-audit", path: `${at}/audit`, who: host },
    { name: "crew-checklist", path: `${at}/checklist`, who: host },
    { name: "crew-outsider", path: `${at}/outsider`, who: host },
    { name: "crew-retention", path: `${at}/retention`, who: host },
    ...(await screensOfLibrary(host)),
    ...(await screensOfAnOrg()),
    { name: "wall", path: `/wall/${day.slug}/${wallKey}`, who: null },
  ];
}

async function screensOfAnOrg(): Promise<Screen[]> {
  const org = await anOrg();
  await org.as("member", "Maud Member");
  const places = { "account-org": "", "account-org-people": "/people", "account-org-domains": "/domains" };
  const inside = Object.entries(places).map(([name, path]) => ({
    name,
    path: `/o/${org.slug}${path}`,
    who: org.owner,
  }));
  const outside = { name: "account-org-new", path: "/o/new", who: org.owner };
  return [...inside, outside, { name: "account-invitation", path: "/invitation", who: null }];
}

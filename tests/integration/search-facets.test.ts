import { expect, test } from "vitest";
import { setConfidentiality } from "@/lib/confidentiality/commands";
import { askSpace, enterSpaces, performInSpace } from "@/lib/db/enter-space";
import { perform } from "@/lib/db/perform";
import { env } from "@/lib/env";
import { rankLibrary } from "@/lib/jobs/rank-library";
import { searchLibrary, searchSpace } from "@/lib/search/queries/search";
import { pitchTopic, withdrawTopic } from "@/lib/topic/commands/pitch";
import { releaseVersion } from "@/lib/version/commands";
import { reportWorks, reportWorksHere, takeBackWorks } from "@/lib/works/commands";
import { word } from "@/tests/support/a-library";
import { aPublished } from "@/tests/support/a-published";
import { aRecipe } from "@/tests/support/a-recipe";
import { anOrgSpace, type Reader } from "@/tests/support/a-space";
import { anEvent, aUser } from "@/tests/support/an-event";
import { asOwner } from "@/tests/support/as-owner";

const said = (environment: string, outcome: "works" | "works-with-changes" | "fails" = "works") => ({
  ...{ version: "1.0.0", environment, outcome, note: "" },
});
type Found = Awaited<ReturnType<typeof searchLibrary>>;
const facetsIn = ({ boxes }: Pick<Found, "boxes">, group: string) =>
  (boxes.find((box) => box.group === group)?.facets ?? []).map(({ value, n }) => [value, n]);

test("what works somewhere is found by where, as long as it was said in the last year and not taken back", async () => {
  const w = word();
  const [one, two] = [await aPublished({ title: `One ${w}` }), await aPublished({ title: `Two ${w}` })];
  const [ann, bob] = [await aUser(), await aUser()];
  const look = (...facets: string[]) => searchLibrary(null, { q: w, facets });
  const titles = async (facet: string) => (await look(facet)).hits.map(({ title }) => title);
  await reportWorks(ann, one.id, said(`Kubernetes 1.29, ${w} 9`));
  await reportWorks(bob, two.id, said("Kubernetes 1.29", "works-with-changes"));
  await reportWorks(bob, one.id, said("Debian 12", "fails"));
  expect(facetsIn(await look(), "env")).toEqual([
    ["kubernetes 1.29", 2],
    [`${w} 9`, 1],
  ]);
  expect([await titles(`env:${w} 9`), await titles("env:debian 12")]).toEqual([[`One ${w}`], []]);

  // a new version keeps what was said, and a night forgets what was said more than a year ago
  const touch = "update lib_pub.pub_entry set published_at = published_at where id = $1";
  await asOwner((owner) => owner.query(touch, [one.id]));
  expect(await titles(`env:${w} 9`)).toEqual([`One ${w}`]);
  const age =
    "alter table lib_pub.works_report disable trigger is_searched; update lib_pub.works_report set at = now() - interval '366 days'";
  await asOwner((owner) =>
    owner.query(
      `begin; ${age} where entry_id = '${one.id}'; alter table lib_pub.works_report enable trigger is_searched; commit`,
    ),
  );
  await rankLibrary(env());
  expect(await titles(`env:${w} 9`)).toEqual([]);
  await takeBackWorks(bob, two.id, { version: "1.0.0", envKey: "kubernetes 1.29" });
  expect(facetsIn(await look("env:kubernetes 1.29"), "env")).toEqual([["kubernetes 1.29", 0]]);
});

/** A recipe of a company, said to work somewhere and discussed at a fresh event of that kind. */
async function discussedAt(visibility: "public" | "private", w: string) {
  const space = await anOrgSpace();
  const event = await anEvent({ visibility, name: `Day of ${w}` });
  const ann = await event.as("participant", "Ann Otter");
  const topicId = String(await perform(pitchTopic, ann, { title: "Quiet pagers", pitch: "" }));
  const id = await aRecipe(space.owner, { title: `Ours ${w}` });
  await aRecipe(space.owner, { title: `Also ours ${w}` });
  const member: Reader = await space.as();
  await asOwner((owner) =>
    owner.query(
      `insert into lib_priv.entry_topic (space_id, entry_id, event_id, topic_id, relation)
        select e.space_id, e.id, $2, $3, 'discussed-in' from lib_priv.entry e where e.id = $1`,
      [id, event.id, topicId],
    ),
  );
  const look = (...facets: string[]) => askSpace(searchSpace, member, { q: w, facets });
  return { space, event, ann, topicId, id, member, look, facet: `event:Day of ${w}` };
}

test("in a space what works somewhere, and what was discussed at a public event, is found by that", async () => {
  const w = word();
  const { space, id, member, look, facet, topicId, ann } = await discussedAt("public", w);
  await performInSpace(releaseVersion, space.owner, { id, version: "1.0.0" });
  await performInSpace(reportWorksHere, member, { id, ...said(`Debian 12, ${w} 1.0`) });
  const titles = async (...facets: string[]) => (await look(...facets)).hits.map(({ title }) => title);
  expect(await titles(facet)).toEqual([`Ours ${w}`]);
  expect(await titles(facet, "env:debian 12", `env:${w} 1.0`, "kind:recipe")).toEqual([`Ours ${w}`]);
  expect(await titles(facet, "env:elsewhere")).toEqual([]);
  const all = await look(facet);
  expect([facetsIn(all, "event"), facetsIn(all, "env")]).toEqual([
    [[`Day of ${w}`, 1]],
    [
      [`${w} 1.0`, 1],
      ["debian 12", 1],
    ].sort(),
  ]);
  // another space's members and strangers are told neither by their facets
  for (const reader of [null, (await anOrgSpace()).owner.userId]) {
    const found = await searchLibrary(reader, { q: w, facets: [facet] });
    expect([found.hits, found.total, facetsIn(found, "event")]).toEqual([[], 0, [[`Day of ${w}`, 0]]]);
    expect(JSON.stringify((await searchLibrary(reader, { q: "" })).boxes)).not.toContain(w);
  }
  const stranger = (await anOrgSpace()).owner.userId;
  const asked = await enterSpaces(stranger, (tx) => tx.$queryRaw`select facet from lib_priv.event_facets()`);
  expect(asked).toEqual([]);
  await perform(withdrawTopic, ann, { topicId });
  expect(await titles(facet)).toEqual([]);
});

test("nobody is told by a facet of an event that is private, or became so, nor of a confidential topic", async () => {
  const [hidden, w] = [word(), word()];
  const secret = await discussedAt("private", hidden);
  expect((await secret.look(secret.facet)).hits).toEqual([]);
  expect(JSON.stringify((await secret.look()).boxes)).not.toContain("Day of");
  const { look, facet, event, topicId, ann } = await discussedAt("public", w);
  expect((await look(facet)).total).toBe(1);
  await asOwner((owner) => owner.query("update event set visibility = 'unlisted' where id = $1", [event.id]));
  expect((await look(facet)).total).toBe(0);
  await asOwner((owner) => owner.query("update event set visibility = 'public' where id = $1", [event.id]));
  await perform(setConfidentiality, ann, { topicId, confidentiality: "chatham_house" });
  expect((await look(facet)).total).toBe(0);
});

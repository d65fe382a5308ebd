import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { addComment, watchEntry } from "@/lib/comment/commands";
import { performInOrg } from "@/lib/db/enter-org";
import { enterSpace, performInSpace } from "@/lib/db/enter-space";
import { entryDocument } from "@/lib/entry/input";
import { beginEntry } from "@/lib/entry/save";
import { env } from "@/lib/env";
import { tellWatchers } from "@/lib/jobs/watch-digest";
import { removeFromOrg } from "@/lib/org/commands/members";
import { anOrgSpace } from "@/tests/support/a-space";
import { asOwner } from "@/tests/support/as-owner";

const outbox = () => join(env().TWOFEET_DATA, "outbox");
beforeEach(() => rm(outbox(), { recursive: true, force: true }));

/** Of this person, as they lie in the outbox. */
async function mailsTo(email: string) {
  const names = await readdir(outbox()).catch(() => []);
  const mails = await Promise.all(names.map((name) => readFile(join(outbox(), name), "utf8")));
  return mails.filter((mail) => mail.includes(email));
}

async function aWatchedEntry() {
  const space = await anOrgSpace();
  const watcher = await space.as();
  const email = `watcher-${watcher.memberId}@example.org`;
  await asOwner((client) => client.query('update "user" set email = $1 where id = $2', [email, watcher.userId]));
  const document = entryDocument.parse({ kind: "recipe", title: "Zyxomatic", body: "Turn it off and on." });
  const entryId = await enterSpace(space.owner, "contributor", (scope) => beginEntry(scope, { document }));
  await performInSpace(watchEntry, watcher, { entryId, watch: "yes" });
  return { space, watcher, email, entryId };
}

test("who watches gets one mail with the link and nothing of what it says, and not for their own words", async () => {
  const { space, watcher, email, entryId } = await aWatchedEntry();
  await performInSpace(addComment, watcher, { entryId, body: "Mine." });
  await tellWatchers(env());
  expect(await mailsTo(email)).toEqual([]);
  await performInSpace(addComment, space.owner, { entryId, body: "Qwertzuiop." });
  await tellWatchers(env());
  await tellWatchers(env());
  const [mail = "", ...more] = await mailsTo(email);
  expect(more).toEqual([]);
  expect(mail.replaceAll("=\r\n", "")).toContain(`/s/${space.space}/${entryId}/comments`);
  expect(mail).not.toMatch(/Zyxomatic|Qwertzuiop/);
});

test("who was removed is told nothing more", async () => {
  const { space, watcher, email, entryId } = await aWatchedEntry();
  await performInSpace(addComment, space.owner, { entryId, body: "Later." });
  await performInOrg(removeFromOrg, space.org.owner, { id: watcher.memberId });
  await tellWatchers(env());
  expect(await mailsTo(email)).toEqual([]);
});

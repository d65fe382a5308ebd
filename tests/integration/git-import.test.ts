import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { performInOrg } from "@/lib/db/enter-org";
import { askSpace, enterSpace, performInSpace } from "@/lib/db/enter-space";
import { askForRepository } from "@/lib/import/commands";
import { fetchRepository } from "@/lib/import/fetch-repository";
import { viewImports } from "@/lib/import/queries";
import { runGitImports } from "@/lib/import/run-git-imports";
import { removeFromOrg } from "@/lib/org/commands/members";
import { anOrgSpace } from "@/tests/support/a-space";

const settings = vi.hoisted(() => ({ inside: "" }));
vi.mock("@/lib/env", async (real) => {
  const { env } = await real<typeof import("@/lib/env")>();
  return { env: () => ({ ...env(), GIT_INSIDE: settings.inside }) };
});

const hasGit = (() => {
  try {
    return Boolean(execFileSync("git", ["--version"]));
  } catch {
    return false;
  }
})();
const folder = mkdtempSync(join(tmpdir(), "twofeet-repo-"));
const git = (...args: string[]) => execFileSync("git", ["-C", folder, ...args], { encoding: "utf8" });
let server: Server;
let url = "";

/** Speaks git's smart protocol for one repository. */
beforeAll(async () => {
  if (!hasGit) return;
  git("init", "-q", "-b", "main");
  mkdirSync(join(folder, "docs/deep"), { recursive: true });
  writeFileSync(join(folder, "docs/disk.md"), "---\ntitle: Disk\nweight: 1\n---\n## Meaning\n\nFull.\n");
  writeFileSync(
    join(folder, "docs/deep/rules.yml"),
    "groups:\n- name: a\n  rules:\n  - alert: Full\n    expr: x > 1\n",
  );
  writeFileSync(join(folder, "README.md"), "# Above\n");
  symlinkSync("/etc/passwd", join(folder, "docs/passwd.md"));
  git("add", ".");
  git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "one");
  server = createServer((request, answer) => {
    const service = request.url?.includes("info/refs") ? "advertise" : "pack";
    const args = ["--stateless-rpc", ...(service === "advertise" ? ["--advertise-refs"] : []), folder];
    const kind = service === "advertise" ? "advertisement" : "result";
    answer.writeHead(200, { "content-type": `application/x-git-upload-pack-${kind}` });
    if (service === "advertise") answer.write("001e# service=git-upload-pack\n0000");
    const child = spawn("git", ["upload-pack", ...args]);
    request.pipe(child.stdin);
    child.stdout.pipe(answer);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  settings.inside = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  url = `http://${settings.inside}/a/b`;
});
afterAll(() => {
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

test.skipIf(!hasGit)(
  "a repository comes in with where each file is from, links are none, and a second time nothing is new",
  async () => {
    const space = await anOrgSpace();
    const member = await space.as();
    const ask = () => performInSpace(askForRepository, member, { url, folder: "docs" });
    await ask();
    // others wait in the same database
    expect(await runGitImports()).toBeGreaterThan(0);
    const { asked } = await askSpace(viewImports, member, undefined);
    const commit = git("rev-parse", "HEAD").trim();
    expect(asked).toMatchObject([{ state: "done", commit, report: { made: 2, leftCount: 0 } }]);
    const entries = await enterSpace(member, "reader", ({ tx }) =>
      tx.entry.findMany({ where: { createdById: member.userId } }),
    );
    expect(entries.map(({ document }) => (document as { provenance: object }).provenance)).toMatchObject([
      { url, commit, path: "docs/disk.md" },
      { url, commit, path: "docs/deep/rules.yml" },
    ]);
    await ask();
    await runGitImports();
    const again = await askSpace(viewImports, member, undefined);
    expect(again.asked[0]).toMatchObject({ state: "done", report: { made: 0, same: 2 } });
  },
);

test.skipIf(!hasGit)("for who was shown out nothing is fetched, and what does not answer has failed", async () => {
  const space = await anOrgSpace();
  const [gone, member] = [await space.as(), await space.as()];
  await performInSpace(askForRepository, gone, { url, folder: "" });
  await performInOrg(removeFromOrg, space.org.owner, { id: gone.memberId });
  await performInSpace(askForRepository, member, { url, folder: "no/such/folder" });
  expect(await runGitImports()).toBeGreaterThan(0);
  const { asked } = await askSpace(viewImports, member, undefined);
  expect(asked.map(({ state }) => state)).toEqual(["failed", "failed"]);
});

test("no repository is fetched from this network, whatever it is called", async () => {
  settings.inside = "";
  for (const at of ["http://127.0.0.1:1/a", "https://169.254.169.254/a", "https://localhost/a", "https://[::1]/a"])
    await expect(fetchRepository(at, "")).rejects.toThrow("not an allowed host");
});

import * as fs from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import git from "isomorphic-git";
import { boundedHttp, TooLarge } from "@/lib/import/git-http";
import { measurePack } from "@/lib/import/measure-pack";
import type { Left } from "@/lib/import/rules";
import type { FileToRead } from "@/lib/interop/entry/read-file";
import { pathOf } from "@/lib/interop/entry/unzip";

const most = { files: 3_000, steps: 20_000, file: 1_000_000, all: 20_000_000, ms: 60_000 };
const readable = /\.(md|markdown|ya?ml|sh|tf|pp|groovy|py|sql|ps1)$|\.md\.erb$|(^|\/)(Jenkinsfile|Dockerfile)[^/]*$/i;

export type Fetched = { commit: string; files: FileToRead[]; left: Left[] };

/**
 * The files of a repository's newest commit, below a folder: a shallow fetch into a folder of its own that is taken away
 * again. Nothing is checked out: what is read are blobs by their paths; links and submodules are none.
 * Throws `TooLarge`, and anything for a repository that does not answer.
 */
export async function fetchRepository(url: string, folder: string): Promise<Fetched> {
  const dir = await mkdtemp(join(tmpdir(), "twofeet-git-"));
  try {
    const where = { fs: measuring, dir, cache: {} };
    await git.clone({
      ...where,
      http: boundedHttp(),
      url,
      depth: 1,
      singleBranch: true,
      noTags: true,
      noCheckout: true,
    });
    const commit = await git.resolveRef({ ...where, ref: "HEAD" });
    const found = await filesBelow({ ...where, commit }, folder);
    return { commit, ...found, files: found.files.map((file) => ({ ...file, from: { url, commit } })) };
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** The files of git, where a pack is measured before it is kept: what is kept is unfolded next. */
const measuring = {
  promises: {
    ...fs.promises,
    async writeFile(...said: Parameters<typeof fs.promises.writeFile>) {
      const [path, bytes] = said;
      if (String(path).endsWith(".pack")) measurePack(bytes as Buffer);
      return fs.promises.writeFile(...said);
    },
  },
};

type Where = { fs: typeof measuring; dir: string; cache: object; commit: string };

async function filesBelow(where: Where, folder: string) {
  const files: { path: string; bytes: Uint8Array }[] = [];
  const left: Left[] = [];
  let bytes = 0;
  const until = Date.now() + most.ms;
  for await (const { oid, path } of blobsBelow(where, folder)) {
    const { blob } = await git.readBlob({ ...where, oid });
    bytes += blob.byteLength;
    if (files.length >= most.files || bytes > most.all || Date.now() > until) throw new TooLarge();
    if (blob.byteLength > most.file || pathOf(path) === null) left.push({ path: path.slice(0, 300), why: "too-large" });
    else files.push({ path, bytes: blob });
  }
  return { files, left };
}

/** What could be read, by its path; what is hidden and what lies very deep is passed by. */
async function* blobsBelow({ commit, ...where }: Where, folder: string) {
  const first = await git.readTree({ ...where, oid: commit, ...(folder && { filepath: folder }) });
  const open = first.tree.map((entry) => ({ ...entry, path: folder ? `${folder}/${entry.path}` : entry.path }));
  for (let at = 0; at < open.length; at++) {
    const entry = open[at] as (typeof open)[number];
    if (at > most.steps) throw new TooLarge();
    if (entry.type === "tree" && mayEnter(entry.path)) open.push(...(await childrenOf(where, entry)));
    if (entry.type === "blob" && entry.mode !== "120000" && readable.test(entry.path)) yield entry;
  }
}

const mayEnter = (path: string) => path.split("/").length < 12 && !/(^|\/)\.[^/]*$/.test(path);

async function childrenOf(where: Omit<Where, "commit">, { oid, path }: { oid: string; path: string }) {
  const { tree } = await git.readTree({ ...where, oid });
  return tree.map((entry) => ({ ...entry, path: `${path}/${entry.path}` }));
}

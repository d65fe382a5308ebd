import { cpSync, globSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { bundleWorker } from "@/bin/worker";

const text = "**/*.{js,json,css,html,rsc,body,meta}";

/**
 * A build of the same product in which every script and stylesheet has another name, as if all had changed; of the old
 * names the server that runs it knows nothing. Made by renaming, which takes a second and not a minute.
 */
export function anotherBuild(of: string) {
  const folder = `${of}-other`;
  rmSync(folder, { recursive: true, force: true });
  cpSync(of, folder, { recursive: true, filter: (path) => !/\/(cache|diagnostics|types|trace[\w-]*)$/.test(path) });
  const files = globSync(join(folder, "static/chunks/**/*.{js,css}"));
  const renamed = new Map(files.map((path) => [basename(path), basename(path).replace(/\.(js|css)$/, "-other.$1")]));
  for (const path of files) renameSync(path, path.replace(basename(path), renamed.get(basename(path)) ?? ""));
  const names = new RegExp([...renamed.keys()].map((name) => name.replaceAll(".", "[.]")).join("|"), "g");
  // a folder may be called after a file that it answers for
  const isFile = (path: string) => statSync(path).isFile();
  for (const path of globSync(join(folder, text)).filter(isFile)) {
    const before = readFileSync(path, "utf8");
    const after = before.replaceAll(names, (name) => renamed.get(name) ?? name);
    if (after !== before) writeFileSync(path, after);
  }
  bundleWorker(join(folder, "worker.js"), "another");
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

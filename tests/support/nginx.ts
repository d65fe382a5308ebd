import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findNginx } from "@/bin/nginx";
import { anyFreePort } from "@/bin/port";
import { until } from "@/bin/process";

const template = join(import.meta.dirname, "../../ops/nginx.conf");

/** Whether this machine can run it; says on one line what is missing when it cannot. */
export function hasNginx() {
  if (findNginx()) return true;
  console.warn("Skipped: nginx is missing (Debian package nginx: apt-get install nginx).");
  return false;
}

/** A real nginx with the site that operators are given, before processes on these ports. */
export async function openNginx(ports: number[]) {
  const port = await anyFreePort();
  const folder = mkdtempSync(join(tmpdir(), "twofeet-nginx-"));
  const file = join(folder, "nginx.conf");
  writeFileSync(file, around(folder, siteFor(port, ports)));
  const args = ["-p", folder, "-e", join(folder, "error.log"), "-c", file, "-g", "daemon off;"];
  const child = spawn(findNginx() ?? "nginx", args, { stdio: ["ignore", "ignore", "inherit"] });
  if (!(await until(() => accepts(port), 10_000)))
    throw new Error(`nginx does not start.\n${readFileSync(join(folder, "error.log"), "utf8")}`);
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    /** Every request that is over, sockets when they were closed. `at` in milliseconds of the epoch. */
    requests: () =>
      readFileSync(join(folder, "access.log"), "utf8")
        .trim()
        .split("\n")
        .map((line) => line.split(" "))
        .map(([at, status, method, path = ""]) => ({ at: Number(at) * 1000, status: Number(status), method, path })),
    async close() {
      const exit = new Promise((done) => child.once("exit", done));
      child.kill("SIGTERM");
      await exit;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The template with the test's ports. */
function siteFor(port: number, ports: number[]) {
  const text = readFileSync(template, "utf8");
  const servers = /^ *server 127\.0\.0\.1:300[12].*\n/gm;
  const each = [...text.matchAll(servers)].flatMap(([line]) => (line.includes(":3001") ? [line] : []));
  const lines = each.flatMap((line) => ports.map((one) => line.replace("3001", String(one))));
  const site = text
    .replace(servers, "")
    .replace("upstream twofeet {\n", `upstream twofeet {\n${lines.join("")}`)
    .replace("listen 80;", `listen 127.0.0.1:${port};`)
    .replace(/ *listen \[::\]:80;\n/, "");
  if (lines.length === 0 || !site.includes(`listen 127.0.0.1:${port};`) || !site.includes(lines.join("")))
    throw new Error(`${template} has another shape.`);
  return site;
}

function around(folder: string, site: string) {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  return `${process.getuid?.() === 0 ? "user root;\n" : ""}worker_processes 1;
worker_rlimit_nofile 8192;
pid ${folder}/nginx.pid;
events { worker_connections 4096; }
http {
${temporary.join("\n")}
log_format timed '$msec $status $request_method $uri';
access_log ${folder}/access.log timed;
${site}}
`;
}

function accepts(port: number) {
  return new Promise<boolean>((done) => {
    const socket = connect({ port, host: "127.0.0.1" });
    socket.once("connect", () => done(true)).once("error", () => done(false));
    socket.once("connect", () => socket.destroy());
  });
}

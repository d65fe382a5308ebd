import { spawnSync } from "node:child_process";
import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Account, dataArgument } from "./account";

type Layout = { data: string; account: Account; password: string; initdb: string; postgres: string };

/**
 * Makes a new cluster with the database `twofeet` and its `owner`. It appears under its name only when it
 * is complete, so that an interrupted first start leaves nothing half done.
 */
export function layOut({ data, account, password, initdb, postgres }: Layout) {
  const fresh = `${data}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  const own = (path: string) => account.uid !== undefined && chownSync(path, account.uid, account.gid ?? account.uid);
  own(fresh);

  const where = ["-D", dataArgument(fresh, account)];
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  run(initdb, [...where, "--username=postgres", "--auth=trust", "--no-sync", ...locale], fresh, account);

  const access = join(fresh, "pg_hba.conf");
  writeFileSync(access, "host all all 127.0.0.1/32 scram-sha-256\n", { mode: 0o600 });
  own(access);

  // single-user mode: the roles have their passwords before anybody can connect
  const roles = [
    `create role owner login createdb createrole password '${password}'`,
    "create database twofeet owner owner",
  ];
  run(postgres, ["--single", ...where, "postgres"], fresh, account, `${roles.join(";\n")};\n`);
  renameSync(fresh, data);
}

function run(program: string, args: string[], cwd: string, account: Account, input = "") {
  const env = { ...process.env, LC_ALL: "C" };
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, env, ...account, input, encoding: "utf8" });
  if (status === 0 && !/(ERROR|FATAL|PANIC):/.test(stderr)) return;
  throw new Error(`${program} failed: ${error?.message ?? ""}\n${stdout ?? ""}\n${stderr ?? ""}`);
}

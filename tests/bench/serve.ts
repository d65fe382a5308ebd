import { spawn } from "node:child_process";
import { join } from "node:path";
import { anyFreePort } from "@/bin/port";
import { serverArguments } from "@/bin/server-arguments";
import { adopt } from "./children";

export type Server = { port: number; pid: number; end: (signal: NodeJS.Signals) => Promise<void> };

/** The whole server as `npm start` runs it. `address` is where phones find it, when that is not its own port. */
export async function startServer(wanted?: number, address?: string): Promise<Server> {
  const port = wanted ?? (await anyFreePort());
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "production",
    PORT: String(port),
    TWOFEET_URL: address ?? `http://127.0.0.1:${port}`,
  };
  const child = adopt(
    spawn(process.execPath, serverArguments("server.ts"), {
      cwd: join(import.meta.dirname, "../.."),
      env,
      stdio: ["ignore", "pipe", "inherit"],
    }),
  );
  const over = new Promise<void>((done) => child.once("exit", () => done()));
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return over;
  };
  return await new Promise<Server>((done, fail) => {
    child.once("exit", (code) => fail(new Error(`The server ended with ${code}.`)));
    child.stdout?.on("data", (chunk) => {
      if (String(chunk).includes("Twofeet is at")) done({ port, pid: child.pid ?? 0, end });
    });
  });
}

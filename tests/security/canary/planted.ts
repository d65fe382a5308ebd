import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type pg from "pg";

/** Makes one of the door's own functions leak, while `work` runs. */
export async function withLeakIn<T>(
  db: pg.Client,
  name: string,
  change: [from: string, to: string],
  work: () => Promise<T>,
) {
  const { rows } = await db.query("select pg_get_functiondef(oid) as made from pg_proc where proname = $1", [name]);
  const made: string = rows[0]?.made ?? "";
  const leaking = made.replace(...change);
  if (leaking === made) throw new Error(`${name} does not say "${change[0]}" any more: plant another leak.`);
  await db.query(leaking);
  try {
    return await work();
  } finally {
    await db.query(made);
  }
}

/** The same server, but one kind of answer lets something slip. */
export async function slipping(
  origin: string,
  slips: (path: string, headers: Record<string, unknown>) => string | null,
) {
  const server = createServer(async (request, out) => {
    const headers = Object.entries(request.headers).filter(
      ([name]) => !/^(host|connection|content-length)$/.test(name),
    );
    const answer = await fetch(`${origin}${request.url}`, {
      headers: headers as [string, string][],
      redirect: "manual",
    });
    const slip = slips(request.url ?? "", request.headers);
    out.writeHead(answer.status, slip ? { "x-debug": slip } : {}).end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}

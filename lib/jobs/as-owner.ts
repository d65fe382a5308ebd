import pg from "pg";

/** Does something as the owner of the schema, on a connection of its own that is closed afterwards. */
export async function asOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>) {
  const client = new pg.Client({ connectionString: ownerUrl });
  // a database that goes away fails the query; without a listener it would end the process
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

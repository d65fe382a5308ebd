import { randomBytes, randomUUID } from "node:crypto";
import { enterSpace, type SpaceCaller } from "@/lib/db/enter-space";
import { entryDocument } from "@/lib/entry/input";
import { asOwner } from "@/tests/support/as-owner";

/** A word that nothing else has, nor one like it. */
export const word = () => Array.from(randomBytes(12), (byte) => String.fromCharCode(97 + (byte % 26))).join("");

type Fields = { title: string; kind?: "recipe" | "postmortem" } & Record<string, unknown>;
const documentOf = ({ kind = "recipe", ...fields }: Fields) => entryDocument.parse({ kind, ...fields });

/** Puts a document among what is published, as its owner may; its id and address. */
export function published(fields: Fields) {
  const id = randomUUID();
  const document = documentOf(fields);
  return asOwner(async (client) => {
    await client.query(
      `insert into lib_pub.pub_entry (id, kind, slug, document, licence, credit, version) values ($1, $2, $3, $4, 'MIT', 'Ann', '1')`,
      [id, document.kind, `a-${id}`, document],
    );
    return { id, slug: `a-${id}` };
  });
}

/** Takes it back. */
export const withdrawn = (id: string) =>
  asOwner((client) => client.query("update lib_pub.pub_entry set withdrawn_at = now() where id = $1", [id]));

/** Writes an entry into a space; its id. */
export function written(caller: SpaceCaller, fields: Fields) {
  const document = documentOf(fields);
  return enterSpace(caller, "contributor", async ({ tx, space }) => {
    const { id } = await tx.entry.create({ data: { spaceId: space.id, kind: document.kind, document } });
    return id;
  });
}

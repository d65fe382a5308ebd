import type { Bait } from "./bait";

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** What of A is in a text, as the columns it came from, plain, in base64 or with its letters escaped. `known`: what the asker said first. */
export function findBait(text: string, { mark, watched }: Bait, known = ""): string[] {
  const said = known.toLowerCase();
  const found = new Set<string>();
  const look = (lower: string) => {
    for (const [token, table = ""] of lower.matchAll(new RegExp(`${mark}([a-z0-9-]*)`, "g")))
      if (!said.includes(token)) found.add(table.replace(/-[0-9a-f]{8}$/, ""));
    for (const [id] of lower.matchAll(uuid))
      if (watched.has(id) && !said.includes(id)) found.add(watched.get(id) ?? "");
    for (const [value, column] of watched)
      if (value.length !== 36 && lower.includes(value) && !said.includes(value)) found.add(column);
  };
  look(text.toLowerCase());
  if (/%[0-9a-f]{2}/i.test(text)) look(unescaped(text).toLowerCase());
  for (const needle of inBase64(mark)) if (text.includes(needle)) found.add("something in base64");
  return [...found];
}

function unescaped(text: string) {
  return text.replaceAll(/%([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** A text inside a longer one that is in base64, wherever it begins. */
function inBase64(mark: string) {
  return [0, 1, 2].map((offset) => {
    const coded = Buffer.from("x".repeat(offset) + mark).toString("base64");
    return coded.slice(offset === 0 ? 0 : offset + 1, -4);
  });
}

import "server-only";

/** The text of a file that a form sent, and what it was called; null when none was chosen. */
export async function textOfFile(sent: FormDataEntryValue | null) {
  if (!(sent instanceof File) || sent.size === 0) return null;
  const bytes = new Uint8Array(await sent.arrayBuffer());
  // Excel's "Unicode text"
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  return { text: new TextDecoder(encoding).decode(bytes).replaceAll("\0", ""), name: sent.name.slice(0, 200) };
}

import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";

/**
 * Takes away the mails that wait as files in the local outbox and say one of these words; answers how many. A mail that
 * left by SMTP is beyond our reach.
 */
export async function forgetMail(dataFolder: string, words: readonly string[]) {
  const outbox = join(dataFolder, "outbox");
  const names = await readdir(outbox).catch(() => []);
  let gone = 0;
  for (const name of names) {
    const file = join(outbox, name);
    const text = plain(await readFile(file, "latin1").catch(() => ""));
    if (!words.some((word) => text.includes(plain(word)))) continue;
    await rm(file, { force: true });
    gone++;
  }
  return gone;
}

/** Quoted-printable breaks lines anywhere and writes `=` as `=3D`; addresses in links are percent-encoded. */
function plain(text: string) {
  return text
    .replaceAll(/=\r?\n/g, "")
    .replaceAll(/=([0-9A-F]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll(/%([0-9A-F]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .toLowerCase();
}

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import nodemailer from "nodemailer";
import { env } from "@/lib/env";

export type Mail = { to: string; subject: string; text: string };

/** Sends by SMTP when it is configured; otherwise the mail waits as a file in the local outbox, never nowhere. */
export async function deliver(mail: Mail) {
  const { SMTP_URL, MAIL_FROM } = env();
  if (SMTP_URL) {
    await nodemailer.createTransport(SMTP_URL).sendMail({ from: MAIL_FROM, ...mail });
    return;
  }
  const outbox = join(env().TWOFEET_DATA, "outbox");
  await mkdir(outbox, { recursive: true, mode: 0o700 });
  const stream = nodemailer.createTransport({ streamTransport: true, buffer: true });
  const { message } = await stream.sendMail({ from: MAIL_FROM, ...mail });
  const name = `${new Date().toISOString().replaceAll(":", "-")}-${crypto.randomUUID().slice(0, 8)}.eml`;
  await writeFile(join(outbox, name), message as Buffer, { mode: 0o600 });
}

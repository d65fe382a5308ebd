import "server-only";
import { env } from "@/lib/env";
import { Refused } from "@/lib/errors";
import { deliver, type Mail } from "@/lib/mail/deliver";

export type { Mail } from "@/lib/mail/deliver";

/** Whether mails leave this machine. */
export const sendsBySmtp = () => env().SMTP_URL !== undefined;

/** Refuses with `mail-failed`. */
export async function sendMail(mail: Mail) {
  await deliver(mail).catch((error: unknown) => {
    console.error("A mail was not sent:", error);
    throw new Refused("mail-failed");
  });
}

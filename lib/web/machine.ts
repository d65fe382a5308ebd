import "server-only";
import { isSecure } from "@/lib/db/session";
import { env } from "@/lib/env";
import { sendsBySmtp } from "@/lib/web/mail";

/** What the operator decided for all events. */
export const machineFacts = () => ({
  isSecure: isSecure(),
  sendsMail: sendsBySmtp(),
  realtime: env().REALTIME,
});

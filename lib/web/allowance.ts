import "server-only";
import { cookies } from "next/headers";
import { hashToken, sessionCookie } from "@/lib/db/session";
import { Refused } from "@/lib/errors";
import { Allowance } from "@/lib/live/hot/allowance";

/** Forms of one session: nobody fills in more, a script that holds a cookie does. */
const forms = new Allowance(120, 2);
/** Mails that one session has sent, to whichever addresses: ten, then one in two minutes. */
const mails = new Allowance(10, 1 / 120);
/** Mails for all who come without a session: a full hall signs in within minutes, a script not much faster. */
const mailsForStrangers = new Allowance(600, 5);

/** Refuses `too-fast` when this session has sent too many forms. Who has none, has nothing to spend yet. */
export async function spendForm() {
  const session = await sessionHere();
  if (session) refuseUntil(forms.spend(session));
}

/** Refuses `too-fast` when this session has had too many mails sent. */
export async function spendMail() {
  const session = await sessionHere();
  refuseUntil(session ? mails.spend(session) : mailsForStrangers.spend("all"));
}

async function sessionHere() {
  const token = (await cookies()).get(sessionCookie())?.value;
  return token ? hashToken(token) : null;
}

function refuseUntil(seconds: number) {
  if (seconds > 0) throw new Refused("too-fast", {}, { seconds });
}

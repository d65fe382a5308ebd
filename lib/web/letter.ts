import "server-only";
import { revalidatePath } from "next/cache";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import { letterFor, redeemLetter } from "@/lib/db/letter";
import { type Command, perform } from "@/lib/db/perform";
import { cookieOptions, hashToken, isSecure } from "@/lib/db/session";
import { Refused } from "@/lib/errors";
import { submitted } from "@/lib/web/action";
import { spendMail } from "@/lib/web/allowance";
import type { FormState } from "@/lib/web/form-state";
import { sendMail } from "@/lib/web/mail";
import { publicOrigin } from "@/lib/web/origin";
import { viewerId } from "@/lib/web/viewer";

/** The cookie that holds a letter's token from its link to its button, past a sign-in if need be. */
const cookie = () => (isSecure() ? "__Host-twofeet.letter" : "twofeet.letter");
const seconds = 60 * 60;

export async function holdLetter(token: string) {
  (await cookies()).set(cookie(), token, { ...cookieOptions(), maxAge: seconds });
}

/** What the letter in this browser may do for the viewer: `none` without one, null when it opens nothing. */
export async function heldLetter() {
  const token = (await cookies()).get(cookie())?.value;
  return token ? letterFor(hashToken(token), await viewerId()) : "none";
}

/** Uses the letter in this browser. Answers what it opened. Refuses with `letter-opens-nothing` and as it judges. */
export async function openHeldLetter(name: string) {
  const jar = await cookies();
  const token = jar.get(cookie())?.value ?? "";
  const used = await redeemLetter(hashToken(token), await viewerId(), name);
  if (!used) throw new Refused("letter-opens-nothing");
  if (used.verdict === "confirm-email-first" || used.verdict === "not-for-you") throw new Refused(used.verdict);
  jar.set(cookie(), "", { ...cookieOptions(), maxAge: 0 });
  return used;
}

/** The secret stands behind the #: no server is asked for it, so no log holds it. */
const linkOf = async (token: string) => `${await publicOrigin()}/invitation#t=${token}`;

type Made = { token: string; email: string | null };

/** Hands an invitation over: as a link, and by mail when it is for one address. What it opens stands in neither. */
export async function handOver({ token, email }: Made) {
  const link = await linkOf(token);
  if (email) await mailLetter("invitation", email, link);
  return { link, mailedTo: email };
}

/** Asks the keeper of a domain. The answer comes by the link in the mail and no other way. */
export async function askKeeper({ token, to }: { token: string; to: string }) {
  await mailLetter("domain", to, await linkOf(token));
  return { askedAt: to };
}

async function mailLetter(kind: "invitation" | "domain", to: string, link: string) {
  await spendMail();
  const t = await getTranslations("letter");
  await sendMail({ to, subject: t(`mail.${kind}.subject`), text: t(`mail.${kind}.text`, { link }) });
}

/** How a host's form invites to an event. */
export function invitingAction<I extends z.ZodType>(command: Command<"host", I, Made>) {
  return async (slug: string, _previous: FormState, form: FormData): Promise<FormState> =>
    submitted(form, async (typed) => {
      const made = await perform(command, { slug, userId: await viewerId() }, typed as z.input<I>);
      revalidatePath(`/e/${slug}`, "layout");
      return { value: await handOver(made) };
    });
}

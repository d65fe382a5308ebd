import { outside } from "@/lib/db/outside";
import { newSignInLink } from "@/lib/db/sign-in-link";

/** Whose link the operator's terminal prints; the made-up day's host. */
export const demoHost = { email: "host@twofeet.example", slug: "devopsdays-harbour-city" };

/** How to get into the made-up day: its join code, and a link for its host that works once, for a day. */
export async function frontDoor() {
  const code = await outside(async (tx) => {
    const host = await tx.user.findUnique({ where: { email: demoHost.email } });
    const entered = await tx.$queryRaw<
      unknown[]
    >`select id from enter_event(${demoHost.slug}, ${host?.id ?? null}::uuid)`;
    if (!host || entered.length === 0) return null;
    return (await tx.event.findUnique({ where: { slug: demoHost.slug } }))?.joinCode ?? null;
  });
  if (!code) return null;
  const desk = `/e/${demoHost.slug}/desk`;
  return { slug: demoHost.slug, code, hostSignIn: await newSignInLink(demoHost.email, desk, 24 * 60) };
}

import "server-only";
import { cookies } from "next/headers";
import { outside } from "@/lib/db/outside";
import {
  cookieOptions,
  deviceCookie,
  guestToken,
  hashToken,
  newToken,
  ourCookie,
  sessionSeconds,
  userOfToken,
} from "@/lib/db/session";
import { Refused } from "@/lib/errors";
import { madeUpName } from "@/lib/member/rules";
import { keepSession, viewerId } from "@/lib/web/viewer";

/** Holds the code of the event whose QR code was scanned, until the first write joins. */
const codeCookie = () => ourCookie("code");

/** Long enough for a day before the event and the day itself. */
const codeSeconds = 3 * 24 * 60 * 60;

/** Remembers a code on this device, which gets a name of its own. Nothing is joined by that. */
export async function holdCode(code: string) {
  const jar = await cookies();
  const options = { ...cookieOptions(), maxAge: codeSeconds };
  jar.set(codeCookie(), code, options);
  // never renewed, so that it ends before the session that hangs on it
  if (!jar.get(deviceCookie())?.value) jar.set(deviceCookie(), newToken(), options);
}

export async function heldCode() {
  return (await cookies()).get(codeCookie())?.value ?? null;
}

/**
 * Makes the viewer a participant. Without a session this device becomes a guest with a friendly name.
 * Refuses with `not-found` and `wrong-code`.
 */
export async function join(slug: string, code: string) {
  const userId = await viewerId();
  const token = guestToken((await cookies()).get(deviceCookie())?.value);
  const asked = () => joinAs({ slug, code, userId, token });
  // the same device at the same moment: the other one made the guest
  const joined = await asked().catch((error) => (isTaken(error) ? asked() : Promise.reject(error)));
  if (joined?.outcome !== "joined") throw new Refused(joined?.outcome ?? "not-found");
  if (!userId) await keepSession(token);
  return joined.user_id;
}

type Joining = { slug: string; code: string; userId: string | null; token: string };

async function joinAs({ slug, code, userId, token }: Joining) {
  const known = userId ?? (await userOfToken(token));
  const expires = new Date(Date.now() + sessionSeconds * 1000);
  const [joined] = await outside(
    (tx) => tx.$queryRaw<{ outcome: string; user_id: string }[]>`
    select outcome, user_id from join_event(${slug}, ${code.trim()}, ${known}::uuid, ${madeUpName()}, ${hashToken(token)}, ${expires})`,
  );
  return joined;
}

const isTaken = (error: unknown) => error instanceof Error && /23505|Unique constraint/.test(error.message);

/** Joins with the code this browser holds, if it holds one; answers the member's user id or null. */
export async function joinWithHeldCode(slug: string) {
  const code = await heldCode();
  if (!code) return null;
  return join(slug, code).catch((error) => {
    if (error instanceof Refused) return null;
    throw error;
  });
}

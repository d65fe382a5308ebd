import "server-only";
import { cookies } from "next/headers";
import { z } from "zod";
import { endOneSession, hashToken, livingSessions, sessionCookie } from "@/lib/db/session";
import { Refused } from "@/lib/errors";
import { viewerId } from "@/lib/web/viewer";

/** Where the viewer is signed in. `isHere`: with this very browser. */
export async function viewerSessions() {
  const [userId, jar] = [await viewerId(), await cookies()];
  const here = hashToken(jar.get(sessionCookie())?.value ?? "");
  const living = userId ? await livingSessions(userId) : [];
  return living.map(({ id, sessionToken, device, startedAt, usedAt }) => ({
    id,
    device,
    startedAt,
    usedAt,
    isHere: sessionToken === here,
  }));
}

const input = z.strictObject({ id: z.uuid() });

/** Ends one of the viewer's sessions with its sockets. Refuses with `not-signed-in` and `not-found`. */
export async function endViewerSession(typed: unknown) {
  const userId = await viewerId();
  if (!userId) throw new Refused("not-signed-in");
  const asked = input.safeParse(typed);
  if (!asked.success) throw new Refused("not-found");
  await endOneSession(userId, asked.data.id);
}

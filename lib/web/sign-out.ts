import "server-only";
import { cookies } from "next/headers";
import { endSession, endSessions, sessionCookie } from "@/lib/db/session";
import { env } from "@/lib/env";
import { forgetSession, viewerId } from "@/lib/web/viewer";

/** Whether a form was sent by a page of ours: browsers name the origin of every POST. */
export function isFromOurPage({ headers }: Request) {
  const origin = headers.get("origin") ?? "";
  if (!URL.canParse(origin)) return false;
  return origin === new URL(env().TWOFEET_URL).origin || new URL(origin).host === headers.get("host");
}

/** Ends this browser's session and the sockets that hang on it. */
export async function signOutHere() {
  await endSession((await cookies()).get(sessionCookie())?.value);
  await forgetSession();
}

/** Ends all of the viewer's sessions, on every device. */
export async function signOutEverywhere() {
  const userId = await viewerId();
  if (userId) await endSessions(userId);
  await forgetSession();
}

import "server-only";
import { cookies } from "next/headers";
import { endSession, endSessions, sessionCookie } from "@/lib/db/session";
import { forgetSession, viewerId } from "@/lib/web/viewer";

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

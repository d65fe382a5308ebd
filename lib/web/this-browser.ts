import "server-only";
import { cookies, headers } from "next/headers";
import { sessionCookie } from "@/lib/db/session";
import { deviceOf } from "@/lib/web/device";

/** What somebody who signs in here leaves behind: the session so far, which ends, and how to know the device again. */
export async function thisBrowser() {
  const held = (await cookies()).get(sessionCookie())?.value;
  return { held, device: deviceOf((await headers()).get("user-agent")) };
}

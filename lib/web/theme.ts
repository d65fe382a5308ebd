import "server-only";
import { cookies } from "next/headers";
import { cookieOptions, ourCookie } from "@/lib/db/session";

const year = 365 * 24 * 60 * 60;

/** What this device asked for; `system` follows it. */
export async function viewerTheme() {
  const theme = (await cookies()).get(ourCookie("theme"))?.value;
  return theme === "light" || theme === "dark" ? theme : "system";
}

export async function keepTheme(theme: string) {
  const isChosen = theme === "light" || theme === "dark";
  (await cookies()).set(ourCookie("theme"), isChosen ? theme : "", { ...cookieOptions(), maxAge: isChosen ? year : 0 });
}

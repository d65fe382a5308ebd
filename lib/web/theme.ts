import "server-only";
import { cookies } from "next/headers";

const themeCookie = "twofeet.theme";
const year = 365 * 24 * 60 * 60;

/** What this device asked for; `system` follows it. */
export async function viewerTheme() {
  const theme = (await cookies()).get(themeCookie)?.value;
  return theme === "light" || theme === "dark" ? theme : "system";
}

export async function keepTheme(theme: string) {
  const jar = await cookies();
  if (theme === "light" || theme === "dark")
    jar.set(themeCookie, theme, { path: "/", sameSite: "lax", httpOnly: true, maxAge: year });
  else jar.delete(themeCookie);
}

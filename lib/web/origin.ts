import "server-only";
import { headers } from "next/headers";
import { env } from "@/lib/env";

/**
 * Where links for other people's devices lead: what the operator set, else the name under which the one who
 * looks reached this machine, for a phone knows no "localhost".
 */
export async function publicOrigin() {
  if (process.env.TWOFEET_URL) return new URL(env().TWOFEET_URL).origin;
  const host = (await headers()).get("host");
  return host ? `http://${host}` : env().TWOFEET_URL;
}

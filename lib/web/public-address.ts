import "server-only";
import { headers } from "next/headers";
import { env } from "@/lib/env";

/**
 * The origin that people reach this server at, for codes and links that they take along. While nobody has set
 * one, it is the address that the page was asked at: a laptop in the hall is no `localhost` to a phone.
 */
export async function publicOrigin() {
  const configured = new URL(env().TWOFEET_URL);
  const host = (await headers()).get("host");
  return configured.hostname === "localhost" && host ? `http://${host}` : configured.origin;
}

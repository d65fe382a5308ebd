import "server-only";
import { cookies } from "next/headers";
import { outside } from "@/lib/db/outside";
import { cookieOptions, isSecure, newToken, openSession } from "@/lib/db/session";
import { env } from "@/lib/env";
import { Refused } from "@/lib/errors";
import { Allowance } from "@/lib/live/hot/allowance";
import { beginSso, checkDoor, finishSso } from "@/lib/sso/arrive";
import { safeNext } from "@/lib/web/auth";
import { orNotFound } from "@/lib/web/look";
import { isFromOurPage } from "@/lib/web/sign-out";
import { thisBrowser } from "@/lib/web/this-browser";
import { keepSession, viewerId } from "@/lib/web/viewer";

/** Holds the ticket of a sign-in that is under way. */
const ticketCookie = () => (isSecure() ? "__Host-twofeet.sso" : "twofeet.sso");

/** Sign-ins that begin at one company's address: all of its people within minutes, and not more. */
const beginnings = new Allowance(600, 10);

/** Where a provider sends people back to: always under the name that this server is known by, never the one asked. */
export const backAddress = (door: string) => new URL(`/sso/${door}/back`, env().TWOFEET_URL).href;

/** Finds nothing where no company's sign-in begins. */
export const lookForDoor = (door: string) => orNotFound(checkDoor(door));

/**
 * Answers a press of the company's button. The way on is written in the page and no redirection: a form's policy
 * would have to name every provider there is.
 */
export async function startSso(door: string, request: Request) {
  if (!isFromOurPage(request)) return new Response(null, { status: 403 });
  const wait = beginnings.spend(door);
  if (wait > 0) return new Response(null, { status: 429, headers: { "retry-after": String(wait) } });
  const next = safeNext((await request.formData()).get("next"));
  try {
    const { address, ticket } = await beginSso(door, backAddress(door), next);
    (await cookies()).set(ticketCookie(), ticket, { ...cookieOptions(), maxAge: 600 });
    return onward(address);
  } catch (error) {
    return complained(door, error);
  }
}

/** Answers the browser that a provider sends back: signs in, under a new token, or says why not. */
export async function endSso(door: string, request: Request) {
  const jar = await cookies();
  const ticket = jar.get(ticketCookie())?.value ?? "";
  jar.set(ticketCookie(), "", { ...cookieOptions(), maxAge: 0 });
  const at = new URL(backAddress(door));
  at.search = new URL(request.url).search;
  try {
    const [before, browser] = [await viewerId(), await thisBrowser()];
    const { userId, next } = await finishSso(door, { ticket, at, before });
    if (before) await outside((tx) => tx.$executeRaw`select adopt_guest(${before}::uuid, ${userId}::uuid)`);
    const token = newToken();
    await openSession({ token, userId, ...browser });
    await keepSession(token);
    return moved(next);
  } catch (error) {
    return complained(door, error);
  }
}

function complained(door: string, error: unknown) {
  if (!(error instanceof Refused)) throw error;
  if (error.reason === "not-found") return new Response(null, { status: 404 });
  return moved(`/sso/${encodeURIComponent(door)}?error=${error.reason}`);
}

const moved = (location: string) =>
  new Response(null, { status: 303, headers: { location, "cache-control": "private, no-store" } });

function onward(address: string) {
  const safe = address.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  const host = new URL(address).host;
  const body = `<!doctype html><html><head><meta charset="utf-8"><meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0;url=${safe}"><title>${host}</title></head><body><a href="${safe}">${host}</a></body></html>`;
  const headers = { "content-type": "text/html; charset=utf-8", "cache-control": "private, no-store" };
  return new Response(body, { headers });
}

import { z } from "zod";
import { deviceCookie, guestToken, hashToken, ourCookie, sessionSeconds } from "@/lib/db/session";
import { madeUpName } from "@/lib/member/rules";
import { statements } from "../statements";
import { readJson } from "./body";
import { cookieOf } from "./cookie";
import type { Hall } from "./hall";
import { notFound, sendJson, Turned } from "./reply";
import type { Handler } from "./router";
import { mayAsk } from "./viewer";

const input = z.strictObject({ code: z.string().trim().min(1).max(64).optional() });

type Row = { outcome: string; user_id: string; member_id: string; name: string };

/**
 * `POST join {code?}`: makes this device a participant, with the code given or the one that its QR code left
 * in a cookie. Without a session it becomes a guest with a friendly name.
 */
export const postJoin: Handler = async (hall, { request, out, slug }) => {
  const [viewer, { code }] = await Promise.all([mayAsk(hall, request), readJson(request, input)]);
  const held = code ?? cookieOf(request.headers.cookie, ourCookie("code")) ?? "";
  const token = guestToken(cookieOf(request.headers.cookie, deviceCookie()));
  const asked = () => joinAs(hall, { slug, code: held, userId: viewer?.userId ?? null, hash: hashToken(token) });
  // the same device at the same moment, or a connection lost after the commit: the guest is there already
  const joined = await asked().catch((error) => (error.code === "23505" ? asked() : Promise.reject(error)));
  if (!joined || joined.outcome === "not-found") throw notFound();
  if (joined.outcome !== "joined") throw new Turned(409, held === "" ? "not-joined" : joined.outcome);
  if (viewer) hall.doors.forget(slug, viewer.userId);
  const cookie = sessionCookieFor(hall.sessions.cookie, token, hall.isSecure);
  sendJson(out, 200, { name: joined.name }, viewer ? [] : ["set-cookie", cookie]);
};

type Joining = { slug: string; code: string; userId: string | null; hash: string };

async function joinAs({ database }: Hall, { slug, code, userId, hash }: Joining) {
  const [guest] = userId ? [] : await database.rows<{ user_id: string }>(statements.session, [hash]);
  const expires = new Date(Date.now() + sessionSeconds * 1000);
  const values = [slug, code, userId ?? guest?.user_id ?? null, madeUpName(), hash, expires];
  const [joined] = await database.rows<Row>(statements.join, values);
  return joined;
}

function sessionCookieFor(name: string, token: string, isSecure: boolean) {
  const secure = isSecure ? "; Secure" : "";
  return `${name}=${token}; Path=/; Max-Age=${sessionSeconds}; HttpOnly; SameSite=Lax${secure}`;
}

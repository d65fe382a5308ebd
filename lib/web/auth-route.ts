import "server-only";
import { type NextRequest, NextResponse } from "next/server";
import NextAuth from "next-auth";
import { env } from "@/lib/env";
import { authOptions } from "@/lib/web/auth";
import { thisBrowser } from "@/lib/web/this-browser";
import { viewerId } from "@/lib/web/viewer";

type Context = { params: Promise<{ nextauth: string[] }> };

/** Only what our pages use: a link's arrival and the providers' round trip. Signing out is an action of ours. */
const known = ["callback", "signin", "error"];

/** next-auth's own addresses. */
export async function answerAuth(request: NextRequest, context: Context) {
  const { nextauth } = await context.params;
  if (!known.includes(nextauth[0] ?? "")) return new NextResponse(null, { status: 404 });
  return nextAuth(request, context);
}

export async function nextAuth(request: NextRequest, context: Context): Promise<Response> {
  // next-auth reads its origin from nowhere else
  process.env.NEXTAUTH_URL ??= env().TWOFEET_URL;
  return NextAuth(request as never, context as never, authOptions(await viewerId(), await thisBrowser()));
}

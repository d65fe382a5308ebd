import "server-only";
import { notFound } from "next/navigation";
import type { z } from "zod";
import { ask, type Query } from "@/lib/db/perform";
import { Refused } from "@/lib/errors";
import type { Standing } from "@/lib/member/rules";
import { viewerId } from "@/lib/web/viewer";

/** How a page reads. What the viewer may not see is not found, the same as what does not exist. */
export async function look<S extends Standing, I extends z.ZodType, O>(
  query: Query<S, I, O>,
  slug: string,
  input: z.input<I>,
) {
  return orNotFound(ask(query, { slug, userId: await viewerId() }, input));
}

/** How the wall reads: by the secret of its link, whoever is signed in. */
export async function lookAtWall<S extends Standing, I extends z.ZodType, O>(
  query: Query<S, I, O>,
  slug: string,
  wallKey: string,
  input: z.input<I>,
) {
  return orNotFound(ask(query, { slug, userId: null, wallKey }, input));
}

export async function orNotFound<T>(answer: Promise<T>) {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Refused) notFound();
    throw error;
  }
}

import "server-only";
import type { z } from "zod";
import { type OrgCommand, performInOrg } from "@/lib/db/enter-org";
import { type Command, perform } from "@/lib/db/perform";
import type { Standing } from "@/lib/member/rules";
import { viewerId } from "@/lib/web/viewer";

/** A command of a route handler: whoever asks acts, and nobody joins by it. */
export async function performForViewer<S extends Standing, I extends z.ZodType, O>(
  command: Command<S, I, O>,
  slug: string,
  input: z.input<I>,
) {
  return perform(command, { slug, userId: await viewerId() }, input);
}

/** The same in a company. */
export async function performInOrgForViewer<I extends z.ZodType, O>(
  command: OrgCommand<I, O>,
  org: string,
  input: z.input<I>,
) {
  return performInOrg(command, { org, userId: await viewerId() }, input);
}

import "server-only";
import { cache } from "react";
import { type Published, published } from "@/lib/publication/queries";
import { sayOfAnswer } from "@/lib/web/answer";
import { orNotFound } from "@/lib/web/look";
import { viewerId } from "@/lib/web/viewer";

/** How long others may keep what nobody is signed in to see: as long as something withdrawn may still be shown. */
const keptSeconds = 60;

/** How a public page of the library reads: not found, gone (410), or there; kept by caches only for nobody in particular. */
export const lookInLibrary = cache(async (slug: string, version: string | null): Promise<Published> => {
  const found = await orNotFound(published(slug, version));
  if (found.isGone) await sayOfAnswer({ status: 410 });
  else if ((await viewerId()) === null) await sayOfAnswer({ maxAge: keptSeconds });
  return found;
});

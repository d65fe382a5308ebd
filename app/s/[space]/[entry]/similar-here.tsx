import { SimilarEntries } from "@/components/search/similar";
import { Refused } from "@/lib/errors";
import { similarToEntry } from "@/lib/search/queries/similar";
import { viewerId } from "@/lib/web/viewer";

/** Entries like this one, for who looks at it; one that the search does not know of yet is like none. */
export async function SimilarHere({ space, id }: { space: string; id: string }) {
  const userId = await viewerId();
  return userId && <SimilarEntries entries={await similarTo({ space, userId }, id)} />;
}

async function similarTo(caller: { space: string; userId: string }, id: string) {
  try {
    return await similarToEntry(caller, id);
  } catch (error) {
    if (error instanceof Refused) return [];
    throw error;
  }
}

import type { Store } from "@/components/live/store";
import { mainPages } from "@/lib/offline/rules";

/** What is worth having without a network: the places of the event, and the topics that are one's own. */
export function dayOf({ place: { slug }, state }: Store) {
  const own = state.ballot.mine.map((topicId) => `/e/${slug}/topics/${topicId}`);
  return [...mainPages(slug), ...own.slice(0, 5)];
}

/** Language and theme of the page: kept pages have them too. */
export const lookNow = () => `${document.documentElement.lang} ${document.documentElement.dataset.theme}`;

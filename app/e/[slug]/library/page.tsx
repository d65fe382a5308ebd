import { redirect } from "next/navigation";
import { spaceOf, viewEventId } from "@/lib/space/queries";
import { look, orNotFound } from "@/lib/web/look";
import { viewerId } from "@/lib/web/viewer";

type LibraryDoorProps = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Leads to the event's space, or to a new entry in it from what came of a topic. */
export default async function LibraryDoor({ params, searchParams }: LibraryDoorProps) {
  const { slug } = await params;
  const { topic } = await searchParams;
  const eventId = await look(viewEventId, slug, undefined);
  const space = await orNotFound(spaceOf(await viewerId(), { eventId }));
  redirect(typeof topic === "string" ? `/s/${space}/new?topic=${encodeURIComponent(topic)}` : `/s/${space}`);
}

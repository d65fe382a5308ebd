import type { Metadata } from "next";
import { lookInLibrary } from "@/lib/web/library";
import { publishedMetadata } from "../metadata";
import { ShownEntry } from "../shown";

type EntryProps = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: EntryProps): Promise<Metadata> {
  return publishedMetadata(await lookInLibrary((await params).slug, null));
}

/** A published entry in its newest version. */
export default async function PublishedEntryPage({ params, searchParams }: EntryProps) {
  return <ShownEntry found={await lookInLibrary((await params).slug, null)} asked={await searchParams} />;
}

import type { Metadata } from "next";
import { lookInLibrary } from "@/lib/web/library";
import { publishedMetadata } from "../../../metadata";
import { ShownEntry } from "../../../shown";

type VersionProps = {
  params: Promise<{ slug: string; version: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Next hands on an address as it was typed. */
const asked = async ({ params }: VersionProps) => {
  const { slug, version } = await params;
  return lookInLibrary(slug, decodeURIComponent(version));
};

export async function generateMetadata(props: VersionProps): Promise<Metadata> {
  return publishedMetadata(await asked(props));
}

/** A published entry as it was released under that number. */
export default async function PublishedVersionPage(props: VersionProps) {
  return <ShownEntry found={await asked(props)} asked={await props.searchParams} />;
}

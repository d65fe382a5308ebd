import type { Metadata } from "next";
import { cache, type ReactNode } from "react";
import { ConnectionBanner } from "@/components/event/connection-banner";
import { LiveBar } from "@/components/event/live-bar";
import { PlacesNav } from "@/components/event/places-nav";
import { LiveBoard } from "@/components/live/live-board";
import { Words } from "@/components/ui/words";
import { viewBoard } from "@/lib/board/queries";
import { look } from "@/lib/web/look";

type EventLayoutProps = { params: Promise<{ slug: string }>; children: ReactNode };

/** Asked once for the title and the page. */
const boardOf = cache((slug: string) => look(viewBoard, slug, undefined));

const words = ["ui", "live", "topic", "board", "refused"] as const;

export async function generateMetadata({ params }: EventLayoutProps): Promise<Metadata> {
  const { slug } = await params;
  const { name } = (await boardOf(slug)).snapshot.event;
  return { title: { default: name, template: `%s · ${name}` } };
}

/** Everything below is live from one store: one socket for the whole visit, whatever page is open. */
export default async function EventLayout({ params, children }: EventLayoutProps) {
  const { slug } = await params;
  const { snapshot, ballot } = await boardOf(slug);
  return (
    <Words namespaces={words}>
      <LiveBoard initial={snapshot} ballot={ballot}>
        <div className="shell">
          <LiveBar />
          <ConnectionBanner />
          {children}
        </div>
        <PlacesNav slug={slug} />
      </LiveBoard>
    </Words>
  );
}

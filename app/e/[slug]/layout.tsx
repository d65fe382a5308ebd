import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache, type ReactNode } from "react";
import { ConnectionBanner } from "@/components/event/connection-banner";
import { LiveBar } from "@/components/event/live-bar";
import { PlacesNav } from "@/components/event/places-nav";
import { ClockFaces } from "@/components/live/clock-time";
import { LiveBoard } from "@/components/live/live-board";
import { Keeper } from "@/components/offline/keeper";
import { CameBack } from "@/components/outbox/came-back";
import { KeptOnPhone } from "@/components/outbox/kept-on-phone";
import { Words } from "@/components/ui/words";
import { Watermark } from "@/components/watermark/watermark";
import { viewBoard } from "@/lib/board/queries";
import { eventName, permission, permissionOf } from "@/lib/offline/rules";
import { viewWatermark } from "@/lib/retention/queries";
import { viewerKeeper } from "@/lib/web/keeper";
import { look } from "@/lib/web/look";

type EventLayoutProps = { params: Promise<{ slug: string }>; children: ReactNode };

/** Asked once for the title and the page. */
const boardOf = cache((slug: string) => look(viewBoard, slug, undefined));

/** For whom the browser may keep what it is shown; null when for nobody. */
const keeperOf = cache(async (slug: string) => {
  const { mayBeKept, ballot } = await boardOf(slug);
  return mayBeKept ? await viewerKeeper(ballot.member?.role ?? null) : null;
});

const words = ["ui", "live", "topic", "board", "refused", "outbox"] as const;

export async function generateMetadata({ params }: EventLayoutProps): Promise<Metadata> {
  const { slug } = await params;
  const { snapshot, isPrivate, isListed } = await boardOf(slug);
  const { name } = snapshot.event;
  const keeper = await keeperOf(slug);
  const other = keeper && { [permission]: permissionOf(keeper), [eventName]: name };
  // titles outlive a visit: in histories, in windows that are shared, on other devices of the same browser
  const app = (await getTranslations("ui"))("appName");
  return {
    title: isPrivate ? { absolute: app, template: `%s · ${app}` } : { default: name, template: `%s · ${name}` },
    ...(!isListed && { robots: { index: false, follow: false } }),
    ...(other && { other }),
  };
}

/** Everything below is live from one store: one socket for the whole visit, whatever page is open. */
export default async function EventLayout({ params, children }: EventLayoutProps) {
  const { slug } = await params;
  const [{ snapshot, ballot, isPrivate, faces }, keeper] = await Promise.all([boardOf(slug), keeperOf(slug)]);
  const mark = isPrivate ? await look(viewWatermark, slug, undefined) : null;
  return (
    <Words namespaces={words}>
      <LiveBoard initial={snapshot} ballot={ballot}>
        <ClockFaces faces={faces}>
          <KeptOnPhone>
            <div className="shell">
              <LiveBar />
              <ConnectionBanner />
              <CameBack />
              {children}
            </div>
          </KeptOnPhone>
        </ClockFaces>
        <PlacesNav slug={slug} />
        {mark && <Watermark {...mark} />}
        {keeper && <Keeper {...keeper} rendered={snapshot.now} />}
      </LiveBoard>
    </Words>
  );
}

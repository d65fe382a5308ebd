import "./front.css";
import { getTranslations } from "next-intl/server";
import { openCodeAction } from "@/app/actions";
import { BrandBar } from "@/components/home/brand-bar";
import { CodeForm } from "@/components/home/code-form";
import { EventList } from "@/components/home/event-list";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Sticky } from "@/components/ui/sticky";
import { Words } from "@/components/ui/words";
import { type ListedEvent, listEvents } from "@/lib/event/queries";
import { readJoinCode } from "@/lib/event/rules";
import { viewer } from "@/lib/web/viewer";

type HomeProps = { searchParams: Promise<{ code?: string }> };

export default async function HomePage({ searchParams }: HomeProps) {
  const [t, refused, person, { code }] = await Promise.all([
    getTranslations("home"),
    getTranslations("refused"),
    viewer(),
    searchParams,
  ]);
  const events = await listEvents(person?.id ?? null);
  const { mine, coming, past } = sorted(events);
  return (
    <div className="page pb-12">
      <BrandBar>
        {person?.email ? (
          <LinkButton look="plain" href="/account">
            {t("account")}
          </LinkButton>
        ) : (
          <LinkButton look="plain" href="/sign-in">
            {t("signIn")}
          </LinkButton>
        )}
      </BrandBar>
      <main className="home">
        <div className="home-start">
          <h1 className="font-bold text-xl tracking-tight">{t("what")}</h1>
          <p className="mt-2 max-w-[46ch] text-soft">{t("how")}</p>
          <Sticky className="mt-6 grid gap-4 p-5">
            {code !== undefined && <Notice tone="bad" title={refused("wrong-code")} />}
            <Words namespaces={["ui", "join", "refused"]}>
              <CodeForm action={openCodeAction} code={readJoinCode(code)} />
            </Words>
          </Sticky>
        </div>
        <div className="grid content-start gap-8">
          <EventList title={t("mine")} events={mine} />
          <EventList
            title={t("public")}
            events={coming}
            empty={mine.length === 0 && <EmptyState title={t("noneTitle")}>{t("noneHelp")}</EmptyState>}
          />
          <EventList title={t("past")} events={past} />
          <section className="grid justify-items-start gap-2 border-line border-t pt-6">
            <h2 className="font-bold text-lg">{t("host")}</h2>
            <p className="text-soft">{t("hostHelp")}</p>
            <LinkButton href="/new" className="mt-1">
              {t("create")}
            </LinkButton>
          </section>
          <Link href="/library" className="inline-flex min-h-11 items-center justify-self-start text-soft underline">
            {t("library")}
          </Link>
        </div>
      </main>
    </div>
  );
}

/** One's own first; of the others those to come by their day, and those that are over by how fresh they are. */
function sorted(events: readonly ListedEvent[]) {
  const others = events.filter((listed) => !listed.role);
  // somewhere on earth the last day ends half a day after UTC's
  const isOver = (listed: ListedEvent) => listed.ends_on.getTime() + 36 * 60 * 60_000 < Date.now();
  return {
    mine: events.filter((listed) => listed.role),
    coming: others.filter((listed) => !isOver(listed)).reverse(),
    past: others.filter(isOver).slice(0, 10),
  };
}

import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { Text } from "@/components/programme/markdown";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import { viewOutcomes } from "@/lib/retention/queries";
import { look } from "@/lib/web/look";

type OutcomesProps = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("retention"))("outcomes"), robots: { index: false } };
}

/** What stayed of an event that was purged. */
export default async function OutcomesPage({ params }: OutcomesProps) {
  const { slug } = await params;
  const { name, zone, purgedAt, outcomes } = await look(viewOutcomes, slug, undefined);
  const [t, format] = await Promise.all([getTranslations("retention"), getFormatter()]);
  const day = purgedAt && format.dateTime(purgedAt, { dateStyle: "long", timeZone: zone });
  return (
    <main className="page pb-6">
      <PageHeader title={t("outcomes")} over={name}>
        {day && t("outcomesHelp", { day })}
      </PageHeader>
      {outcomes.length === 0 && <EmptyState title={t("noOutcomes")} />}
      <div className="grid max-w-2xl gap-4">
        {outcomes.map(({ id, title, body, room, startsAt }) => (
          <article key={id} className="card p-4">
            <h2 className="font-bold text-lg">{title}</h2>
            <p className="text-sm text-soft">
              {startsAt && <Time at={startsAt} zone={zone} as="full" />} {room}
            </p>
            {body && <Text>{body}</Text>}
          </article>
        ))}
      </div>
    </main>
  );
}

import "@/components/code/code.css";
import { getTranslations } from "next-intl/server";
import { KeepCurrent } from "@/components/programme/keep-current";
import { RecipeView } from "@/components/recipe/recipe-view";
import { Outcomes } from "@/components/rehearsal/outcomes";
import { RehearsalWall } from "@/components/rehearsal/wall";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Words } from "@/components/ui/words";
import { viewRehearsal } from "@/lib/rehearsal/queries";
import { look } from "@/lib/web/look";
import { publicOrigin } from "@/lib/web/public-address";
import { reportRehearsalAction } from "./actions";

/** A room looks at the sums on the wall while it runs the recipe; its phones need not all ask so often. */
const freshSeconds = { wall: 2, phone: 6 };

type RehearsalProps = {
  params: Promise<{ slug: string; topic: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** A recipe that a room tries together: what it says, how it went for each, how many said what; or that for the projector. */
export default async function RehearsalPage({ params, searchParams }: RehearsalProps) {
  const { slug, topic: topicId } = await params;
  const asked = await searchParams;
  const { event, topic, version, document, sums, mine } = await look(viewRehearsal, slug, { topicId });
  const t = await getTranslations("rehearsal");
  const at = `/e/${slug}/topics/${topicId}/rehearsal`;
  const isWall = asked.wall !== undefined;
  const seconds = freshSeconds[isWall ? "wall" : "phone"];
  const fresh = <KeepCurrent changesAt={new Date(Date.now() + seconds * 1000).toISOString()} />;
  if (isWall) {
    // who is not in the event yet joins on the way
    const address = `${await publicOrigin()}/e/${slug}/join?next=${encodeURIComponent(at)}`;
    return <RehearsalWall {...{ event, title: document.title, version, sums, address, back: at, fresh }} />;
  }
  return (
    <main className="page pb-8">
      {fresh}
      <PageHeader title={document.title} back={{ href: `/e/${slug}/topics/${topicId}`, label: topic }}>
        {t("about", { version })}
      </PageHeader>
      <div className="grid gap-6">
        <Words namespaces={["ui", "refused"]}>
          <Outcomes topicId={topicId} sums={sums} mine={mine} report={reportRehearsalAction.bind(null, slug)} />
        </Words>
        <LinkButton href={`${at}?wall=1`} className="justify-self-start">
          {t("wall")}
        </LinkButton>
        <RecipeView document={document} asked={asked} />
      </div>
    </main>
  );
}

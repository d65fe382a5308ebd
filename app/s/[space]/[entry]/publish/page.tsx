import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SpacePage } from "@/components/entry/space-page";
import { Ask } from "@/components/publish/ask";
import { Beside } from "@/components/publish/beside";
import { Findings } from "@/components/publish/findings";
import { OnItsWay } from "@/components/publish/on-its-way";
import { Past } from "@/components/publish/past";
import { Pictures } from "@/components/publish/pictures";
import "@/components/publish/publish.css";
import { Standing } from "@/components/publish/standing";
import { Traces } from "@/components/publish/traces";
import { Words } from "@/components/ui/words";
import { viewStudio } from "@/lib/sanitise/queries";
import { lookInSpace } from "@/lib/web/space";
import {
  approveAction,
  decideAction,
  dropPictureAction,
  lookAtAction,
  requestAction,
  stopAction,
  supersedeAction,
  withdrawAction,
} from "./actions";

type PublishProps = { params: Promise<{ space: string; entry: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("publish"))("title"), robots: { index: false } };
}

/** The studio: what tells of somebody, what becomes of it, and the two keys. Left is confidential, right will be public. */
export default async function PublishPage({ params }: PublishProps) {
  const { space, entry } = await params;
  const view = await lookInSpace(viewStudio, space, { entryId: entry });
  const t = await getTranslations("publish");
  const acts = { approve: approveAction.bind(null, space), stop: stopAction.bind(null, space) };
  return (
    <SpacePage
      space={view.space}
      title={t("title")}
      back={{ href: `/s/${space}/${entry}`, label: view.entry.title }}
      about={t("help")}
    >
      <Words namespaces={["ui", "publish", "refused"]}>
        <div className="studio">
          <Standing view={view} />
          {view.pending ? (
            <OnItsWay view={view} pending={view.pending} at={`/s/${space}/${entry}`} {...acts} />
          ) : (
            <>
              <Findings view={view} action={decideAction.bind(null, space)} />
              <Beside rows={view.beside} decisions={view.decisions} />
              <Pictures view={view} at={`/s/${space}/${entry}`} drop={dropPictureAction.bind(null, space)} />
              <Traces view={view} action={lookAtAction.bind(null, space)} />
              <Ask view={view} action={requestAction.bind(null, space)} />
            </>
          )}
          <Past view={view} withdraw={withdrawAction.bind(null, space)} supersede={supersedeAction.bind(null, space)} />
        </div>
      </Words>
    </SpacePage>
  );
}

import { getTranslations } from "next-intl/server";
import { LicenceForm } from "@/components/entry/licence-form";
import { RightsTable } from "@/components/entry/rights-table";
import { SpacePage } from "@/components/entry/space-page";
import { Seek } from "@/components/people/seek";
import { viewRights } from "@/lib/space/queries";
import { lookInSpace } from "@/lib/web/space";
import { grantRightAction, offerLicenceAction, revokeRightAction } from "./actions";

type RightsProps = { params: Promise<{ space: string }>; searchParams: Promise<{ sought?: string }> };

export default async function RightsPage({ params, searchParams }: RightsProps) {
  const [{ space: slug }, { sought: asked = "" }] = await Promise.all([params, searchParams]);
  const { people, sought, more, licence, ...space } = await lookInSpace(viewRights, slug, { sought: asked });
  const t = await getTranslations("entry");
  return (
    <SpacePage space={space} title={t("rights")} about={t("rightsHelp")}>
      <div className="grid max-w-2xl gap-8">
        <div className="grid gap-4">
          <Seek
            sought={sought}
            more={more}
            found={people.some(({ name }) => name.toLowerCase().includes(sought.toLowerCase()))}
          >
            <RightsTable
              people={people}
              grant={grantRightAction.bind(null, slug)}
              revoke={revokeRightAction.bind(null, slug)}
            />
          </Seek>
        </div>
        <LicenceForm licence={licence ?? ""} offer={offerLicenceAction.bind(null, slug)} />
      </div>
    </SpacePage>
  );
}

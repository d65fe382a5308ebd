import { getTranslations } from "next-intl/server";
import { LicenceForm } from "@/components/entry/licence-form";
import { RightsTable } from "@/components/entry/rights-table";
import { SpacePage } from "@/components/entry/space-page";
import { viewRights } from "@/lib/space/queries";
import { lookInSpace } from "@/lib/web/space";
import { grantRightAction, offerLicenceAction, revokeRightAction } from "./actions";

type RightsProps = { params: Promise<{ space: string }> };

export default async function RightsPage({ params }: RightsProps) {
  const { space: slug } = await params;
  const { people, licence, ...space } = await lookInSpace(viewRights, slug, undefined);
  const t = await getTranslations("entry");
  return (
    <SpacePage space={space} title={t("rights")} about={t("rightsHelp")}>
      <div className="grid max-w-2xl gap-8">
        <RightsTable
          people={people}
          grant={grantRightAction.bind(null, slug)}
          revoke={revokeRightAction.bind(null, slug)}
        />
        <LicenceForm licence={licence ?? ""} offer={offerLicenceAction.bind(null, slug)} />
      </div>
    </SpacePage>
  );
}

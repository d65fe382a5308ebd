import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OneButton } from "@/components/ui/one-button";
import { PageHeader } from "@/components/ui/page-header";
import { Words } from "@/components/ui/words";
import { listSpaces } from "@/lib/space/queries";
import { lookInLibrary } from "@/lib/web/library";
import { ownSpace } from "@/lib/web/space";
import { forkPublishedAction } from "./actions";

type ForkProps = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("recipe.fork"))("title"), robots: { index: false } };
}

/** Into which space a published entry is copied. */
export default async function ForkPublishedPage({ params }: ForkProps) {
  const { slug } = await params;
  const found = await lookInLibrary(slug, null);
  if (found.isGone) notFound();
  const userId = await ownSpace();
  if (!userId) redirect("/sign-in");
  const t = await getTranslations("recipe.fork");
  const spaces = (await listSpaces(userId)).filter(({ role }) => role !== "reader");
  return (
    <Words namespaces={["ui", "refused"]}>
      <main className="page grid max-w-2xl gap-4 pb-8">
        <PageHeader title={t("title")} back={{ href: `/library/${slug}`, label: found.document.title }}>
          {t("help")}
        </PageHeader>
        {spaces.map((space) => (
          <OneButton
            key={space.slug}
            action={forkPublishedAction.bind(null, space.slug)}
            send={{ slug, version: found.newest }}
            className="w-full justify-start"
          >
            {space.name ?? t("own")}
          </OneButton>
        ))}
      </main>
    </Words>
  );
}

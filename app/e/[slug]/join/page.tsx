import "@/app/front.css";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CodeForm } from "@/components/home/code-form";
import { PageHeader } from "@/components/ui/page-header";
import { Sticky } from "@/components/ui/sticky";
import { Words } from "@/components/ui/words";
import { viewShell } from "@/lib/event/queries";
import { safeNext } from "@/lib/web/auth";
import { heldCode } from "@/lib/web/join";
import { look } from "@/lib/web/look";
import { joinAction } from "./actions";

type JoinProps = { params: Promise<{ slug: string }>; searchParams: Promise<{ next?: string }> };

export default async function JoinPage({ params, searchParams }: JoinProps) {
  const { slug } = await params;
  const { name, role } = await look(viewShell, slug, undefined);
  const asked = (await searchParams).next;
  const next = asked ? safeNext(asked) : `/e/${slug}/topics`;
  if (role) redirect(next);
  const t = await getTranslations("join");
  return (
    <main className="page">
      <PageHeader title={t("title", { event: name })}>{t("why")}</PageHeader>
      <Sticky className="max-w-md p-5">
        <Words namespaces={["ui", "join", "refused"]}>
          <CodeForm action={joinAction.bind(null, slug)} code={(await heldCode()) ?? ""} next={next} />
        </Words>
      </Sticky>
    </main>
  );
}

import { copyAudit } from "@/lib/audit/commands";
import { asDownload } from "@/lib/web/audit-copy";
import { performForViewer } from "@/lib/web/perform-for-viewer";

/** The audit of the event as a file that says whose copy it is. A write, for it is audited itself. */
export async function POST(_request: Request, { params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  return asDownload(performForViewer(copyAudit, slug, {}));
}

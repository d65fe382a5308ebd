import { exportEntry } from "@/lib/web/export";

type Context = { params: Promise<{ space: string; entry: string; format: string }> };

/** An entry to take along. */
export async function GET(_request: Request, { params }: Context) {
  const { space, entry, format } = await params;
  return exportEntry(space, entry, format);
}

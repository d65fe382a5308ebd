import { exportSeries } from "@/lib/web/export";

type Context = { params: Promise<{ space: string; entry: string; series: string }> };

/** One series of an entry to take along, as `<id>.csv`. */
export async function GET(_request: Request, { params }: Context) {
  const { space, entry, series } = await params;
  return exportSeries(space, entry, series);
}

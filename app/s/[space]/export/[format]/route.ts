import { exportSpace } from "@/lib/web/export";

type Context = { params: Promise<{ space: string; format: string }> };

/** All entries of a space to take along. */
export async function GET(_request: Request, { params }: Context) {
  const { space, format } = await params;
  return exportSpace(space, format);
}

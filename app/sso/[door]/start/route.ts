import { startSso } from "@/lib/web/sso";

type Context = { params: Promise<{ door: string }> };

export async function POST(request: Request, { params }: Context) {
  return startSso((await params).door, request);
}

import { endSso } from "@/lib/web/sso";

type Context = { params: Promise<{ door: string }> };

export async function GET(request: Request, { params }: Context) {
  return endSso((await params).door, request);
}

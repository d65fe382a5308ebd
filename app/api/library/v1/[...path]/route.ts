import { answerApi } from "@/lib/web/api";

type Context = { params: Promise<{ path: string[] }> };

async function answer(request: Request, { params }: Context) {
  return answerApi(request, (await params).path);
}

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };

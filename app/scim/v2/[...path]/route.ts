import { answerScim } from "@/lib/web/scim";

type Context = { params: Promise<{ path: string[] }> };

async function answer(request: Request, { params }: Context) {
  return answerScim(request, (await params).path);
}

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };

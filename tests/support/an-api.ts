import { performInSpace, type SpaceCaller } from "@/lib/db/enter-space";
import { makeSpaceToken } from "@/lib/token/commands";
import { answerApi } from "@/lib/web/api";

/** A fresh token of somebody in a space. */
export const tokenOf = async (caller: SpaceCaller, scope: "feed" | "read" | "write" = "write") =>
  (await performInSpace(makeSpaceToken, caller, { label: "test", scope, days: 1 })).token;

/** Asks the API as a machine does. */
export async function call(
  token: string | null,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) {
  const authorization = token === null ? {} : { authorization: `Bearer ${token}` };
  const init = {
    method,
    headers: { ...authorization, ...headers },
    ...(body !== undefined && { body: body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body) }),
  };
  const request = new Request(`http://localhost/api/library/v1/${path}`, init);
  const answer = await answerApi(request, (path.split("?")[0] ?? "").split("/"));
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const text = new TextDecoder().decode(bytes);
  return {
    status: answer.status,
    etag: answer.headers.get("etag") ?? "",
    text,
    bytes,
    body: text.startsWith("{") ? JSON.parse(text) : null,
    headers: answer.headers,
  };
}

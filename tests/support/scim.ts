import { answerScim } from "@/lib/web/scim";

/** A company's directory with its token, as it asks over HTTP. */
export function aDirectory(token: string | null) {
  return async (method: string, path: string, body?: unknown) => {
    const url = new URL(path, "http://localhost:3999/scim/v2/");
    const headers = {
      "content-type": "application/scim+json",
      ...(token !== null && { authorization: `Bearer ${token}` }),
    };
    const request = new Request(url, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
    const answer = await answerScim(request, url.pathname.split("/").slice(3));
    const text = await answer.text();
    return { status: answer.status, body: text ? JSON.parse(text) : null };
  };
}

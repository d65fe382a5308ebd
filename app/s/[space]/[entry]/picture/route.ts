import { addPicture } from "@/lib/entry/commands/picture";
import { mostPictureBytes } from "@/lib/entry/rules";
import { receivedForm } from "@/lib/web/received";
import { receiveInSpace } from "@/lib/web/space";

type Asked = { params: Promise<{ space: string; entry: string }> };

/** Takes a picture for an entry: from the editor's script, which is told its sha256, or from a form, which is led back. */
export async function POST(request: Request, { params }: Asked) {
  const { space, entry } = await params;
  const isScript = request.headers.get("accept") === "application/json";
  const answer = await receiveInSpace(addPicture, space, async () => {
    const form = await receivedForm(request, mostPictureBytes + 20_000);
    const picture = form.get("picture");
    const bytes = picture instanceof Blob ? new Uint8Array(await picture.arrayBuffer()) : new Uint8Array();
    return { id: entry, bytes, alt: String(form.get("alt") ?? "") };
  });
  if (isScript)
    return Response.json("refused" in answer ? answer : { sha256: answer.value }, {
      status: "refused" in answer ? 422 : 200,
    });
  const back = `/s/${space}/${entry}/edit${"refused" in answer ? `?refused=${answer.refused}` : ""}#pictures`;
  return new Response(null, { status: 303, headers: { location: back } });
}

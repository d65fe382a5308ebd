import { rename } from "@/lib/member/commands";
import { saveNote } from "@/lib/note/commands";
import { starTalk } from "@/lib/programme/commands";
import { editTopic, pitchTopic } from "@/lib/topic/commands/pitch";
import { once, receive } from "@/lib/web/outbox";

/** What phones may send late, and again: the same commands as the forms, once per key. */
const kinds = {
  pitch: once(pitchTopic),
  edit: once(editTopic),
  star: once(starTalk),
  note: once(saveNote),
  name: once(rename),
};

export async function POST(request: Request, { params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  return receive(kinds, slug, request);
}

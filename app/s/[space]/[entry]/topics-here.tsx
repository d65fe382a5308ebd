import { EntryTopics } from "@/components/entry/entry-topics";
import { viewTopicsOf } from "@/lib/entry/queries/topics";
import { lookInSpace } from "@/lib/web/space";
import { nameTopicAction, unnameTopicAction } from "./actions";

/** Where in open space this entry comes from, and where it went. */
export async function TopicsHere({ space, id }: { space: string; id: string }) {
  const seen = await lookInSpace(viewTopicsOf, space, { id });
  return (
    <EntryTopics
      id={id}
      {...seen}
      name={nameTopicAction.bind(null, space)}
      unname={unnameTopicAction.bind(null, space)}
    />
  );
}

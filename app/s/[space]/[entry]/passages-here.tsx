import type { ReactNode } from "react";
import { PassageList } from "@/components/passage/passage-list";
import { Passages } from "@/components/passage/passages";
import { Words } from "@/components/ui/words";
import { viewPassages } from "@/lib/passage/queries";
import { viewerKeeper } from "@/lib/web/keeper";
import { lookInSpace } from "@/lib/web/space";
import { addCommentAction } from "./comments/actions";

/** The text of an entry with what is said of it. */
export async function PassagesHere({ space, id, children }: { space: string; id: string; children: ReactNode }) {
  const { passages, mayWrite } = await lookInSpace(viewPassages, space, { entryId: id });
  const { person } = await viewerKeeper(null);
  const at = `/s/${space}/${id}`;
  return (
    <Words namespaces={["ui", "comment", "refused"]}>
      <Passages
        {...{ passages, mayWrite, person, entry: id, commentsAt: `${at}/comments` }}
        action={addCommentAction.bind(null, space)}
      >
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
          {children}
          <PassageList passages={passages} at={at} />
        </div>
      </Passages>
    </Words>
  );
}

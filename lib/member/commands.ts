import { command } from "@/lib/db/perform";
import { renameInput } from "@/lib/member/input";

/** Changes the name under which others see one's topics. */
export const rename = command({
  atLeast: "participant",
  input: renameInput,
  async run({ tx, event, member, record }, { name }) {
    const where = { eventId_id: { eventId: event.id, id: member.id } };
    await tx.member.update({ where, data: { name, nameIsMadeUp: false } });
    record("member.renamed", member.id);
  },
});

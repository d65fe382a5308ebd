import { useFormatter, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { Fold } from "@/components/form/fold";
import { TypedSelect } from "@/components/form/typed";
import { OneButton } from "@/components/ui/one-button";
import { Submit } from "@/components/ui/submit";
import type { Snapshot, TopicCard } from "@/lib/live/feed";
import type { FormState } from "@/lib/web/form-state";

type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;
type CrewPlaceProps = { topic: TopicCard; board: Snapshot; place: FormAction; clear: FormAction; pin: FormAction };

/** Placing one topic by two lists: the way without the board, and without JavaScript. */
export function CrewPlace({ topic, board, place, clear, pin }: CrewPlaceProps) {
  const t = useTranslations("board");
  const format = useFormatter();
  const shape = {
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: board.event.zone,
  } as const;
  const pinned = topic.place?.pinned ?? false;
  if (board.slots.length === 0) return null;
  return (
    <section>
      <ActionForm action={place} done={<p role="status">{t("placed")}</p>}>
        <Fold summary={t("placeIt")}>
          <input type="hidden" name="topicId" value={topic.id} />
          <TypedSelect name="slotId" label={t("slots")} defaultValue={topic.place?.slotId ?? board.slots[0]?.id}>
            {board.slots.map((slot) => (
              <option key={slot.id} value={slot.id}>
                {format.dateTime(new Date(slot.startsAt), shape)}
              </option>
            ))}
          </TypedSelect>
          <TypedSelect name="roomId" label={t("room")} defaultValue={topic.place?.roomId ?? board.rooms[0]?.id}>
            {board.rooms.map((room) => (
              <option key={room.id} value={room.id}>
                {room.name}
              </option>
            ))}
          </TypedSelect>
          <Submit look="quiet">{t("placeIt")}</Submit>
        </Fold>
      </ActionForm>
      {topic.place && (
        <div className="flex flex-wrap gap-2 pb-4">
          <OneButton action={pin} send={{ topicId: topic.id, pinned: pinned ? "" : "on" }} look="quiet">
            {t(pinned ? "unpin" : "pin")}
          </OneButton>
          <OneButton action={clear} send={{ topicId: topic.id }} look="quiet">
            {t("clear")}
          </OneButton>
        </div>
      )}
    </section>
  );
}

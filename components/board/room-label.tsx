import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import type { RoomCard } from "@/lib/live/feed";

/** A room by its name, with what it offers as small signs. */
export function RoomLabel({ room }: { room: RoomCard }) {
  const t = useTranslations("board");
  return (
    <span className="room-label">
      <span className="truncate font-bold">{room.name}</span>
      <span className="room-signs">
        {room.capacity !== null && <span>{t("seats", { seats: room.capacity })}</span>}
        {room.stepFree && <Icon name="stepFree" label={t("stepFree")} />}
        {room.projector && <Icon name="projector" label={t("projector")} />}
        {room.quiet && <Icon name="quiet" label={t("quiet")} />}
      </span>
    </span>
  );
}

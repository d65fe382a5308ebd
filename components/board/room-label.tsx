import { Accessibility, Presentation, VolumeX } from "lucide-react";
import { useTranslations } from "next-intl";
import type { RoomCard } from "@/lib/live/feed";

/** A room by its name, with what it offers as small signs. */
export function RoomLabel({ room }: { room: RoomCard }) {
  const t = useTranslations("board");
  return (
    <span className="room-label">
      <span className="truncate font-bold">{room.name}</span>
      <span className="room-signs">
        {room.capacity !== null && <span>{t("seats", { seats: room.capacity })}</span>}
        {room.stepFree && <Accessibility role="img" aria-label={t("stepFree")} />}
        {room.projector && <Presentation role="img" aria-label={t("projector")} />}
        {room.quiet && <VolumeX role="img" aria-label={t("quiet")} />}
      </span>
    </span>
  );
}

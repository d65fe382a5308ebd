import { getFormatter } from "next-intl/server";

type WatermarkProps = { name: string; zone: string };

/**
 * The reader's name and the time, faint and everywhere, over what is confidential. It keeps nobody from taking a
 * picture: it says whose picture it was. Nothing that is read aloud.
 */
export async function Watermark({ name, zone }: WatermarkProps) {
  const format = await getFormatter();
  const at = format.dateTime(new Date(), { dateStyle: "short", timeStyle: "short", timeZone: zone });
  return (
    <svg aria-hidden="true" className="pointer-events-none fixed inset-0 z-40 size-full text-ink opacity-[0.07]">
      <defs>
        <pattern id="watermark" width="280" height="150" patternUnits="userSpaceOnUse" patternTransform="rotate(-24)">
          <text x="0" y="40" fill="currentColor" fontSize="14">
            {name} · {at}
          </text>
          <text x="140" y="115" fill="currentColor" fontSize="14">
            {name} · {at}
          </text>
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill="url(#watermark)" />
    </svg>
  );
}

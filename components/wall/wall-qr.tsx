import { encode } from "uqr";

/** A QR code as one path: sharp at any size, dark on white whatever the theme. */
export function WallQr({ address, label }: { address: string; label: string }) {
  const { data, size } = encode(address, { ecc: "M", border: 4 });
  const cells = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} className="wall-qr" shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={cells.join("")} fill="#000" />
    </svg>
  );
}

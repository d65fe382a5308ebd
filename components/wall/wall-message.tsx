/** One sentence as large as the wall: before it starts, in the circle, when it is over. */
export function WallMessage({ title, children }: { title: string; children: string }) {
  return (
    <section className="wall-message">
      <p className="wall-message-title">{title}</p>
      <p>{children}</p>
    </section>
  );
}

import { isKey, linkKey } from "@/lib/db/link-key";
import { type Audience, audienceOf } from "../channel";
import type { Database } from "../database";
import { Fading } from "../fading";
import { statements } from "../statements";
import { notFound } from "./reply";
import type { Viewer } from "./sessions";

export type Standing = {
  eventId: string;
  memberId: string | null;
  audience: Audience;
  /** Set when a wall's key opened the door, and nothing else would have. */
  wallEpoch: number | null;
};

type Row = { event_id: string; member_id: string | null; role: string | null; wall_epoch: number };

const memberMs = 30_000;
const strangerMs = 1_000;

/** The door of an event for the hot lane: the same SQL as for pages, remembered for a while. */
export class Doors {
  private readonly known = new Fading<Row | null>((row) => (row?.member_id ? memberMs : strangerMs));

  constructor(
    private readonly database: Database,
    private readonly secret: string,
  ) {}

  /** Refuses `not-found` alike for what is hidden, what is missing and a wall's key that is no longer good. */
  async enter(slug: string, viewer: Viewer, wallKey: string | null): Promise<Standing> {
    const wall = wallKey !== null;
    const key = `${slug} ${viewer?.userId ?? ""} ${wall}`;
    const row = await this.known.get(key, () => this.look(slug, viewer, wall));
    if (!row) throw notFound();
    if (wall && !isKey(linkKey(this.secret, "wall", row.event_id, row.wall_epoch), wallKey)) throw notFound();
    return {
      eventId: row.event_id,
      memberId: row.member_id,
      audience: wall ? "hall" : audienceOf(row.role),
      wallEpoch: wall ? row.wall_epoch : null,
    };
  }

  forget(slug: string, userId: string) {
    this.known.forget(`${slug} ${userId} false`);
  }

  clear() {
    this.known.clear();
  }

  private async look(slug: string, viewer: Viewer, wall: boolean) {
    const rows = await this.database.rows<Row>(statements.admit, [slug, viewer?.userId ?? null, wall]);
    return rows[0] ?? null;
  }
}

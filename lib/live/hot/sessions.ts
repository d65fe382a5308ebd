import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Database } from "../database";
import { Fading } from "../fading";
import { statements } from "../statements";
import { cookieOf } from "./cookie";

/** Who asks: `token` is what the database knows of the session's cookie. */
export type Viewer = { userId: string; token: string } | null;

const keepMs = 30_000;
const unknownMs = 1_000;

/** The sessions behind cookies, looked up at most every 30 s; dropped as soon as any ends. */
export class Sessions {
  private readonly known = new Fading<Viewer>((viewer) => (viewer ? keepMs : unknownMs));

  constructor(
    private readonly database: Database,
    readonly cookie: string,
  ) {}

  async viewer(request: IncomingMessage): Promise<Viewer> {
    const cookie = cookieOf(request.headers.cookie, this.cookie);
    if (!cookie || cookie.length > 512) return null;
    return this.known.get(cookie, () => this.look(createHash("sha256").update(cookie).digest("hex")));
  }

  clear() {
    this.known.clear();
  }

  private async look(token: string): Promise<Viewer> {
    const [row] = await this.database.rows<{ user_id: string }>(statements.session, [token]);
    return row ? { userId: row.user_id, token } : null;
  }
}

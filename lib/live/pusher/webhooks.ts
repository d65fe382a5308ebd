import type { AppSettings } from "./app";
import { webhookSignature } from "./signature";

export type Hook = {
  name:
    | "channel_occupied"
    | "channel_vacated"
    | "member_added"
    | "member_removed"
    | "client_event"
    | "cache_miss"
    | "subscription_count";
  channel: string;
  user_id?: string;
  event?: string;
  data?: string;
  socket_id?: string;
  subscription_count?: number;
};

const gatherMs = 50;
const retryMs = [1_000, 5_000, 30_000];

/** Tells the outside what happened, several happenings a call, signed. */
export class Webhooks {
  private waiting: Hook[] = [];

  constructor(private readonly app: AppSettings) {}

  tell(hook: Hook) {
    if (!this.app.webhooks?.length) return;
    if (this.waiting.length === 0) setTimeout(() => this.flush(), gatherMs).unref();
    this.waiting.push(hook);
  }

  private flush() {
    const body = JSON.stringify({ time_ms: Date.now(), events: this.waiting });
    this.waiting = [];
    for (const url of this.app.webhooks ?? []) void this.post(url, body, 0);
  }

  private async post(url: string, body: string, attempt: number): Promise<void> {
    const headers = {
      "content-type": "application/json",
      "x-pusher-key": this.app.key,
      "x-pusher-signature": webhookSignature(this.app, body),
    };
    const signal = AbortSignal.timeout(10_000);
    const answer = await fetch(url, { method: "POST", redirect: "manual", headers, body, signal }).catch(() => null);
    const wait = retryMs[attempt];
    if (answer?.ok || wait === undefined) return;
    setTimeout(() => void this.post(url, body, attempt + 1), wait).unref();
  }
}

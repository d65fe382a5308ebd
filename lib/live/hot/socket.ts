import { sendJson } from "./reply";
import type { Handler } from "./router";

/** `GET socket`: where and with which key a phone opens its socket; null when it is to poll. */
export const getSocket: Handler = async ({ socket }, { out }) => {
  sendJson(out, 200, socket);
};

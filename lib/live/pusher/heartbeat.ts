import type { App } from "./app";
import { messageFrame } from "./frame";
import { limits } from "./limits";

const ping = messageFrame({ event: "pusher:ping", data: {} });

/**
 * A phone that fell off the network says nothing. After the activity timeout it is asked, after the
 * pong timeout it is closed (4201). `now` in milliseconds of the clock that nobody sets.
 */
export function checkPulse(app: App, now = performance.now()) {
  for (const connection of app.connections.values()) {
    const silent = (now - connection.heardAt) / 1000;
    if (silent > limits.activityTimeoutSeconds + limits.pongTimeoutSeconds) {
      connection.close(4201, "Pong reply not received in time");
    } else if (silent > limits.activityTimeoutSeconds && !connection.pinged) {
      connection.pinged = true;
      connection.send(ping);
    }
  }
}

import type Pusher from "pusher-js";

const waiting = ["connecting", "unavailable", "disconnected"];
const proofMs = 5_000;

/** After a refused connection pusher-js rests for 15 s and more, which is long after a restart of two seconds. */
export function hurry(pusher: Pusher) {
  if (waiting.includes(pusher.connection.state)) renew(pusher);
}

function renew(pusher: Pusher) {
  pusher.disconnect();
  pusher.connect();
}

/** Asks a socket that claims to be open for a sign of life: after sleep its other end may be long gone. */
export function prover(pusher: Pusher) {
  let isProving = false;
  return () => {
    if (isProving || pusher.connection.state !== "connected") return;
    isProving = true;
    const over = () => {
      isProving = false;
      clearTimeout(timer);
      pusher.connection.unbind("message", over);
      pusher.connection.unbind("state_change", over);
    };
    const timer = setTimeout(() => {
      over();
      renew(pusher);
    }, proofMs);
    pusher.connection.bind("message", over);
    pusher.connection.bind("state_change", over);
    pusher.send_event("pusher:ping", {});
  };
}

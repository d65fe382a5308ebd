import { Serwist } from "serwist";
import type { Told } from "@/lib/offline/rules";
import { isStatic, staticFiles } from "./assets";
import { keepBoard } from "./board";
import { answerData, answerDocument, isEvent, isPage } from "./documents";
import { forget, inTurn } from "./forget";
import { scope } from "./scope";
import { warm } from "./warm";

const serwist = new Serwist({ skipWaiting: true, clientsClaim: true, disableDevLogs: true });
const isData = (request: Request) => request.headers.get("rsc") === "1" && !request.headers.has("next-router-prefetch");

// whoever comes back from signing in may be somebody else
serwist.registerCapture(
  ({ url, sameOrigin }) => sameOrigin && /^\/(api\/auth|sign-in\/confirm)/.test(url.pathname),
  async ({ request }) => {
    const answer = await fetch(request);
    await inTurn(() => forget(null));
    return answer;
  },
);
serwist.registerCapture(
  ({ url, sameOrigin, request }) => sameOrigin && request.mode === "navigate" && isPage(url),
  answerDocument,
);
serwist.registerCapture(({ url, sameOrigin, request }) => sameOrigin && isEvent(url) && isData(request), answerData);
serwist.registerCapture(({ url, sameOrigin }) => sameOrigin && isStatic(url.pathname), staticFiles);

scope.addEventListener("message", (message) => message.waitUntil(hear(message.data as Told)));

async function hear(told: Told) {
  if (told.kind === "keep") return await warm(told.slug, told.paths, told.whole, told.olderThanMs);
  if (told.kind === "board") return await keepBoard(told);
  return await inTurn(() => forget(told.slug));
}

// nothing else of Serwist's own listeners: there is no list of files to fetch beforehand
scope.addEventListener("fetch", (asked) => serwist.handleFetch(asked as never));

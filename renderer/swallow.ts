import type { ServerResponse } from "node:http";

/** Lets nothing out of an answer that is `unwanted`, and calls `instead` once it would have been said. */
export function swallow(res: ServerResponse, unwanted: () => boolean, instead: () => void) {
  const { writeHead, write, end, flushHeaders } = res;
  const isNothing = () => !res.headersSent && unwanted();
  let isOver = false;
  Object.assign(res, {
    writeHead(status: number, ...more: never[]) {
      res.statusCode = status;
      return isNothing() ? res : writeHead.call(res, status, ...more);
    },
    write: (...given: unknown[]) => isNothing() || write.apply(res, given as never),
    flushHeaders: () => isNothing() || flushHeaders.call(res),
    end(...given: unknown[]) {
      if (!isOver && !isNothing()) return end.apply(res, given as never);
      const heard = given.find((one) => typeof one === "function");
      if (heard) res.once("finish", heard as () => void);
      if (!isOver) instead();
      isOver = true;
      return res;
    },
  });
}

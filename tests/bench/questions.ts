import { type Ask, requestOf } from "./http-client";

export type Target = {
  port: number;
  /** Cookies of different members: nobody votes a thousand times a second. None: a stranger asks. */
  cookies: string[];
  topics: string[];
  /** What is asked, as it stands; a PUT is a vote and gets its body here. */
  ask: Ask;
  /** The status of a yes. */
  expect: number;
  /** Whose votes these are: the next measurement goes on where the last one of the same hall ended. */
  hall: "ours" | "floor";
};

const turns = { ours: 0, floor: 0 };

/** The next request, ready to be sent; its head is written once. */
export function questionsFor({ port, cookies, topics, ask, hall }: Target) {
  const isVote = ask.method === "PUT";
  const body = isVote ? voteOn(topics[0] ?? "", 0) : "";
  const heads = (cookies.length > 0 ? cookies : [undefined]).map((cookie) => {
    const request = requestOf(port, { ...ask, body, ...(cookie && { cookie }) });
    return request.slice(0, request.length - body.length);
  });
  return () => {
    const turn = turns[hall]++;
    const head = heads[turn % heads.length] as string;
    return isVote ? head + voteAt(turn, heads.length, topics) : head;
  };
}

/** Every vote changes something: each member gives 1, then 2, then takes back, on five topics of their own choice. */
export function voteAt(turn: number, members: number, topics: readonly string[]) {
  const member = turn % members;
  const round = Math.floor(turn / members);
  const topicId = topics[(member + (round % 5) * 6) % topics.length] ?? "";
  return voteOn(topicId, [1, 2, 0][Math.floor(round / 5) % 3] ?? 0);
}

const voteOn = (topicId: string, dots: number) => JSON.stringify({ topicId, dots });

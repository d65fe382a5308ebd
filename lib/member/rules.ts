/** Standing in an event, in this order. */
export const standings = ["visitor", "participant", "facilitator", "host"] as const;
export type Standing = (typeof standings)[number];
export type Role = Exclude<Standing, "visitor">;

export function standsAtLeast(least: Standing, role: Role | null) {
  return standings.indexOf(role ?? "visitor") >= standings.indexOf(least);
}

const adjectives =
  "Amber Brisk Calm Clever Cosy Curious Daring Eager Gentle Golden Happy Jolly Keen Kind Lively Lucky Mellow Merry Nimble Quick Quiet Sunny Swift Witty".split(
    " ",
  );
const animals =
  "Badger Beaver Bison Crane Dolphin Falcon Finch Fox Gecko Hare Heron Ibex Koala Lark Lynx Marten Moose Otter Owl Panda Puffin Raven Robin Seal Swan Tapir Wombat Wren".split(
    " ",
  );

/** A friendly name for a guest, from any number in [0, 1). Changed any time. */
export function madeUpName(random: () => number = Math.random) {
  const pick = (words: string[]) => words[Math.floor(random() * words.length)] ?? "";
  return `${pick(adjectives)} ${pick(animals)}`;
}

/** Shorter parts of a name would list everybody. */
export const leastSought = 2;
/** Found at once; whoever has more namesakes types more of the name. */
export const mostFound = 50;

/** What is really looked for; null: nobody by name, the crew only. */
export const soughtName = (typed: string | undefined) =>
  typed !== undefined && typed.length >= leastSought ? typed.toLowerCase() : null;

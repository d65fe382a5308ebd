import type { Statement } from "./database";

const statement = (name: string, text: string): Statement => ({ name, text });

/** Everything that lib/live asks of the database; the functions are in migration 0004. */
export const statements = {
  session: statement("session", "select u as user_id from use_session($1) u where u is not null"),
  admit: statement("admit", "select * from admit($1, $2, $3)"),
  cast: statement("cast", "select * from cast_dots_batch($1, $2, $3, $4)"),
  board: statement("board", "select board_since($1, $2) as board"),
  ballot: statement("ballot", "select ballot_in($1, $2) as ballot"),
  seen: statement("seen", "select mark_seen($1, $2, $3) as done"),
  join: statement("join", "select * from join_event($1, $2, $3, $4, $5, $6)"),
  standings: statement("standings", "select * from standings_in($1, $2)"),
  mayBeKept: statement("mayBeKept", "select may_be_kept($1) as may"),
  listening: statement("listening", "select * from listening_in($1)"),
  claim: statement("claim", "select claim_frame($1, $2, $3, $4) as verdict"),
  openness: statement("openness", "select * from openness_of($1)"),
};

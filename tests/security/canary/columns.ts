/** How a text column is used as bait. */
export type Rule =
  /** Every row of A gets a text of its own, of which the database makes this. */
  | { token: (quoted: string) => string }
  /** What stands there must look as it does; it is itself what nobody outside may see. */
  | "itself"
  /** No person's words and no secret: the reason. */
  | { plain: string };
export type Columns = Record<string, Rule>;

const text: Rule = { token: (quoted) => quoted };
const json: Rule = { token: (quoted) => `jsonb_build_object('canary', ${quoted}::text)` };
const mail: Rule = { token: (quoted) => `${quoted} || '@canary.example'` };
const address: Rule = { token: (quoted) => `'https://canary.example/' || ${quoted}` };
const vocabulary: Rule = { plain: "a word of the product's own vocabulary" };
const ours: Rule = { plain: "about the product's own files" };
const process: Rule = { plain: "which of our own processes said it" };

/** One line for every column that can hold words. A column that is not here makes the crawl fail. */
export const columns: Columns = {
  "_prisma_migrations.id": ours,
  "_prisma_migrations.checksum": ours,
  "_prisma_migrations.migration_name": ours,
  "_prisma_migrations.logs": ours,
  "user.name": text,
  "user.email": mail,
  "user.image": address,
  "user.work_email": mail,
  "account.type": vocabulary,
  "account.provider": vocabulary,
  "account.provider_account_id": text,
  "session.session_token": "itself",
  "session.device": text,
  "verification_token.identifier": "itself",
  "verification_token.token": "itself",

  "event.slug": text,
  "event.name": text,
  "event.place": text,
  "event.zone": { plain: "the name of a time zone; another word would break every page" },
  "event.language": vocabulary,
  "event.conduct_url": address,
  "event.join_code": "itself",
  "event.held_because": text,
  "change.kind": vocabulary,
  "told.audience": vocabulary,
  "told.teller": process,
  "member.name": text,
  "ticket.code_hash": "itself",
  "room.name": text,
  "slot.title": text,
  "slot.source_key": text,
  "programme_entry.slug": text,
  "programme_entry.title": text,
  "programme_entry.abstract": text,
  "programme_entry.comments": text,
  "programme_entry.url": address,
  "programme_entry.source_key": text,
  "speaker.slug": text,
  "speaker.name": text,
  "speaker.bio": text,
  "speaker.pronouns": text,
  "speaker.website": address,
  "topic.title": text,
  "topic.pitch": text,
  "note.body": text,
  "note_revision.body": text,
  "receipt.fingerprint": "itself",
  "receipt.outcome": json,
  "invitation.token_hash": "itself",
  "invitation.email": mail,
  "invitation.domain": text,
  "sealed_room.token_hash": text,
  "sealed_room.by_code": text,
  "sealed_room.code": text,
  "sealed_key.device": text,
  "sealed_key.envelope": text,
  "sealed_note.box": text,
  "outsider_look.report": { plain: "patterns of our own addresses, and how far they let somebody in" },
  "outcome.title": text,
  "outcome.body": text,
  "outcome.room": text,
  "purge_receipt.receipt": json,
  "audit.action": vocabulary,
  "audit.digest": "itself",
  "audit.hash": "itself",

  "org.slug": text,
  "org.name": text,
  "org_member.name": text,
  "org_change.kind": vocabulary,
  "org_domain.domain": text,
  "org_domain.mailbox": text,
  "org_domain.token_hash": "itself",
  "org_invitation.token_hash": "itself",
  "org_invitation.email": mail,
  "org_invitation.domain": text,
  "org_removal.name": text,
  "org_sso.door": { plain: "22 random letters in the address of a sign-in, which says nothing of whose it is" },
  "org_sso.issuer": address,
  "org_sso.client_id": text,
  "org_sso.client_secret": text,
  "org_sso.pin_claim": text,
  "org_sso.pin_value": text,
  "org_sso.owner_claim": text,
  "org_sso.owner_value": text,
  "org_identity.issuer": address,
  "org_identity.subject": text,
  "sso_arrival.ticket_hash": "itself",
  "sso_arrival.issuer": address,
  "sso_arrival.state": text,
  "sso_arrival.nonce": text,
  "sso_arrival.verifier": text,
  "sso_arrival.next": text,
  "scim_token.token_hash": "itself",
  "scim_token.label": text,
  "scim_user.user_name": text,
  "scim_user.external_id": text,
};

/** Which rows of a table are A's, as a condition; null when nobody has said. `found`: every text column there is. */
export type Owners = (table: string, found: ReadonlySet<string>) => string | null;

/** `$1` the event of A, `$2` its org, `$3` its people. Tables that no column tells of are listed. */
const special: Record<string, string> = {
  event: "id = $1::uuid",
  org: "id = $2::uuid",
  user: "id = any ($3::uuid[])",
  purge_receipt: "purged_event_id = $1::uuid",
  verification_token: "identifier like 'to-a-%'",
  _prisma_migrations: "false",
};

const byColumn = [
  ["event_id", "event_id = $1::uuid"],
  ["org_id", "org_id = $2::uuid"],
  ["user_id", "user_id = any ($3::uuid[])"],
] as const;

export const owners: Owners = (table, found) =>
  special[table] ?? byColumn.find(([column]) => found.has(`${table}.${column}`))?.[1] ?? null;

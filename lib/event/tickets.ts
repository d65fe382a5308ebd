import { command } from "@/lib/db/perform";
import { hashToken } from "@/lib/db/session";
import { Refused } from "@/lib/errors";
import { ticketInput, ticketsInput } from "@/lib/event/input";

const hashed = (code: string) => hashToken(`ticket ${code.trim().toUpperCase()}`);

/** Takes a list of ticket codes, one a line; only their hashes are kept. Known ones stay as they are. */
export const importTickets = command({
  atLeast: "host",
  input: ticketsInput,
  async run({ tx, event, record }, { codes }) {
    const lines = [...new Set(codes.split(/[\s,;]+/).filter(Boolean))];
    if (lines.length === 0) throw new Refused("no-codes", { codes: ["no-codes"] });
    const data = lines.map((code) => ({ eventId: event.id, codeHash: hashed(code) }));
    const { count } = await tx.ticket.createMany({ data, skipDuplicates: true });
    record("tickets.imported");
    return { added: count, known: lines.length - count };
  },
});

/** Ties a ticket to the caller, for good. Refuses with `unknown-ticket`, `ticket-used`, `has-ticket`. */
export const useTicket = command({
  atLeast: "participant",
  input: ticketInput,
  async run({ tx, event, member, record, oneAtATime }, { code }) {
    await oneAtATime("member");
    const codeHash = hashed(code);
    const ticket = await tx.ticket.findUnique({ where: { eventId_codeHash: { eventId: event.id, codeHash } } });
    if (!ticket) throw new Refused("unknown-ticket", { code: ["unknown-ticket"] });
    if (ticket.memberId === member.id) return;
    if (ticket.memberId) throw new Refused("ticket-used", { code: ["ticket-used"] });
    if (await tx.ticket.findFirst({ where: { memberId: member.id } })) throw new Refused("has-ticket");
    const where = { eventId_id: { eventId: event.id, id: ticket.id } };
    await tx.ticket.update({ where, data: { memberId: member.id, usedAt: new Date() } });
    record("ticket.used");
  },
});

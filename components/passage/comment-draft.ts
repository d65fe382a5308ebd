/** Under what this browser keeps what somebody types about an entry: to its whole, a passage, or another comment. */
export const commentDraft = (person: string, entry: string, on: string) => `twofeet.comment.${person}.${entry}.${on}`;

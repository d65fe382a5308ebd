/** A sealed room as the server shows it: ciphertext. */
export type RoomView = {
  topicId: string;
  eventId: string;
  isOpen: boolean;
  doorIsShut: boolean;
  mayOpen: boolean;
  mayShut: boolean;
  mayWrite: boolean;
  inside: {
    code: string | null;
    envelopes: { device: string; envelope: string }[];
    notes: { id: string; rev: number; box: string }[];
  } | null;
};

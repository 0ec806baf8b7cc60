/** Somebody of the household as it is being written; empty texts are unknown. */
export interface MemberDraft {
  readonly name: string;
  readonly relation: string;
  readonly birthDate: string;
  readonly address: string;
  readonly notes: string;
}

export const EMPTY_MEMBER: MemberDraft = {
  name: '',
  relation: 'SPOUSE',
  birthDate: '',
  address: '',
  notes: '',
};

/** What is known of somebody, as the interface takes it. */
export function memberInput({ name, relation, birthDate, address, notes }: MemberDraft) {
  return {
    name,
    relation,
    birthDate: orNull(birthDate),
    address: orNull(address),
    notes: orNull(notes),
  };
}

/** Nothing written is nothing known. */
export function orNull(text: string): string | null {
  return text.trim() === '' ? null : text;
}

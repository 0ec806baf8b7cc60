import { orNull } from './member-draft';

/** A prisoner as it is being written; empty texts are unknown. */
export interface PrisonerDraft {
  readonly name: string;
  readonly birthDate: string;
  readonly recognitionBasis: string;
  readonly facilityType: string;
  readonly regime: string;
  readonly articles: readonly string[];
  readonly stateLists: readonly string[];
  readonly status: string;
  readonly since: string;
  readonly sentenceEndsOn: string;
  readonly notes: string;
}

export const EMPTY_PRISONER: PrisonerDraft = {
  name: '',
  birthDate: '',
  recognitionBasis: 'PENDING',
  facilityType: '',
  regime: '',
  articles: [],
  stateLists: [],
  status: '',
  since: '',
  sentenceEndsOn: '',
  notes: '',
};

/** What is known of a prisoner, as the interface takes it. */
export function prisonerInput(draft: PrisonerDraft) {
  const { name, birthDate, recognitionBasis, facilityType, status, since } = draft;
  return {
    name,
    recognitionBasis,
    birthDate: orNull(birthDate),
    facilityType: orNull(facilityType),
    regime: orNull(draft.regime),
    articles: [...draft.articles],
    stateLists: [...draft.stateLists],
    sentenceEndsOn: orNull(draft.sentenceEndsOn),
    notes: orNull(draft.notes),
    status: status === '' ? null : { code: status, since },
  };
}

/** Whether enough is written for the interface to take it. */
export function isPrisonerReady({ name, status, since }: PrisonerDraft): boolean {
  return name.trim() !== '' && (status === '' || since !== '');
}

import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeSelect } from './code-select';
import { BASES, FACILITIES, STATUSES } from './codes';
import { orNull } from './member-fields';
import { NoteArea } from './note-area';

/** A prisoner as it is being written; empty texts are unknown. */
export interface PrisonerDraft {
  readonly name: string;
  readonly birthDate: string;
  readonly recognitionBasis: string;
  readonly facilityType: string;
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
    sentenceEndsOn: orNull(draft.sentenceEndsOn),
    notes: orNull(draft.notes),
    status: status === '' ? null : { code: status, since },
  };
}

/** Whether enough is written for the interface to take it. */
export function isPrisonerReady({ name, status, since }: PrisonerDraft): boolean {
  return name.trim() !== '' && (status === '' || since !== '');
}

/** Name, where held, since when, and on whose word; codes wherever there is one. */
export function PrisonerFields({
  draft,
  change,
}: {
  readonly draft: PrisonerDraft;
  readonly change: (draft: PrisonerDraft) => void;
}): ReactNode {
  const { t } = useTranslation();
  const set =
    (field: keyof PrisonerDraft) =>
    (value: string): void =>
      change({ ...draft, [field]: value });
  return (
    <>
      <TextInput
        label={t('cases:prisoner.name')}
        value={draft.name}
        onChange={(event) => set('name')(event.currentTarget.value)}
        autoComplete="off"
        data-autofocus
        required
      />
      <CodeSelect
        label={t('cases:prisoner.status')}
        codes={STATUSES}
        wordOf={(code) => t(`cases:status.${code}`)}
        value={draft.status}
        change={set('status')}
        none={t('cases:prisoner.statusNone')}
      />
      {draft.status !== '' && (
        <TextInput
          type="date"
          label={t('cases:prisoner.since')}
          value={draft.since}
          onChange={(event) => set('since')(event.currentTarget.value)}
          required
        />
      )}
      <CodeSelect
        label={t('cases:prisoner.facilityType')}
        codes={FACILITIES}
        wordOf={(code) => t(`cases:facility.${code}`)}
        value={draft.facilityType}
        change={set('facilityType')}
        none={t('cases:prisoner.unknown')}
      />
      <TextInput
        type="date"
        label={t('cases:prisoner.sentenceEndsOn')}
        value={draft.sentenceEndsOn}
        onChange={(event) => set('sentenceEndsOn')(event.currentTarget.value)}
      />
      <CodeSelect
        label={t('cases:prisoner.basis')}
        codes={BASES}
        wordOf={(code) => t(`cases:basis.${code}`)}
        value={draft.recognitionBasis}
        change={set('recognitionBasis')}
      />
      <NoteArea label={t('cases:prisoner.notes')} value={draft.notes} change={set('notes')} />
    </>
  );
}

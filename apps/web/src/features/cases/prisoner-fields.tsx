import { MultiSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCountryCodes, type CodeList } from '../../codes/country-codes';
import { CodeSelect } from './code-select';
import { orNull } from './member-fields';
import { NoteArea } from './note-area';

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

/** Name, where held, since when, and on whose word; codes wherever there is one. */
export function PrisonerFields({
  draft,
  change,
}: {
  readonly draft: PrisonerDraft;
  readonly change: (draft: PrisonerDraft) => void;
}): ReactNode {
  const { t } = useTranslation();
  const codes = useCountryCodes();
  const set =
    (field: keyof PrisonerDraft) =>
    (value: string): void =>
      change({ ...draft, [field]: value });
  const offered = (list: CodeList) => ({
    codes: codes.entries(list).map(({ code }) => code),
    wordOf: (code: string) => codes.wordOf(list, code),
  });
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
        {...offered('custodyStatuses')}
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
        {...offered('facilityTypes')}
        value={draft.facilityType}
        change={set('facilityType')}
        none={t('cases:prisoner.unknown')}
      />
      <CodeSelect
        label={t('cases:prisoner.regime')}
        {...offered('regimes')}
        value={draft.regime}
        change={set('regime')}
        none={t('cases:prisoner.unknown')}
      />
      <MultiSelect
        label={t('cases:prisoner.articles')}
        data={codes.entries('legalArticles').map((article) => ({
          value: article.code,
          label: `${article.number} ${article.label}`,
        }))}
        searchable
        value={[...draft.articles]}
        onChange={(articles) => change({ ...draft, articles })}
      />
      <MultiSelect
        label={t('cases:prisoner.stateLists')}
        description={t('cases:prisoner.stateListsAbout')}
        data={[...codes.choices('stateLists')]}
        value={[...draft.stateLists]}
        onChange={(stateLists) => change({ ...draft, stateLists })}
      />
      <TextInput
        type="date"
        label={t('cases:prisoner.sentenceEndsOn')}
        value={draft.sentenceEndsOn}
        onChange={(event) => set('sentenceEndsOn')(event.currentTarget.value)}
      />
      <CodeSelect
        label={t('cases:prisoner.basis')}
        {...offered('recognitionBases')}
        value={draft.recognitionBasis}
        change={set('recognitionBasis')}
      />
      <NoteArea label={t('cases:prisoner.notes')} value={draft.notes} change={set('notes')} />
    </>
  );
}

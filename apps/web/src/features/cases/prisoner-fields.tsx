import { MultiSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCountryCodes, type CodeList } from '../../codes/country-codes';
import { CodeSelect } from './code-select';
import { NoteArea } from './note-area';
import type { PrisonerDraft } from './prisoner-draft';

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

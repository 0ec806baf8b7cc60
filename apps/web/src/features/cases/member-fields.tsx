import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeSelect } from './code-select';
import { RELATIONS } from './codes';
import type { MemberDraft } from './member-draft';
import { NoteArea } from './note-area';

/** Name, place in the family, birthday, address; all of it is sealed. */
export function MemberFields({
  draft,
  change,
}: {
  readonly draft: MemberDraft;
  readonly change: (draft: MemberDraft) => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t('cases:member.name')}
        value={draft.name}
        onChange={(event) => change({ ...draft, name: event.currentTarget.value })}
        autoComplete="off"
        data-autofocus
        required
      />
      <CodeSelect
        label={t('cases:member.relation')}
        codes={RELATIONS}
        wordOf={(code) => t(`cases:relation.${code}`)}
        value={draft.relation}
        change={(relation) => change({ ...draft, relation })}
      />
      <TextInput
        type="date"
        label={t('cases:member.birthDate')}
        value={draft.birthDate}
        onChange={(event) => change({ ...draft, birthDate: event.currentTarget.value })}
      />
      <TextInput
        label={t('cases:member.address')}
        description={t('cases:member.addressAbout')}
        value={draft.address}
        onChange={(event) => change({ ...draft, address: event.currentTarget.value })}
        autoComplete="off"
      />
      <NoteArea
        label={t('cases:member.notes')}
        value={draft.notes}
        change={(notes) => change({ ...draft, notes })}
      />
    </>
  );
}

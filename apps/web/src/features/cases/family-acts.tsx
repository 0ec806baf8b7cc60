import { TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCountryCodes } from '../../codes/country-codes';
import { ActDialog } from '../../ui/act-dialog';
import { CodeSelect } from './code-select';
import { useToday } from './days';
import {
  RecordHouseholdDocument,
  RecordMemberDocument,
  RecordPrisonerDocument,
  RecordPrisonerStatusDocument,
} from './family.documents';
import { EMPTY_MEMBER, memberInput, orNull } from './member-draft';
import { MemberFields } from './member-fields';
import { NoteArea } from './note-area';
import { useCaseAct, type ActProps } from './opened-case';
import { EMPTY_PRISONER, isPrisonerReady, prisonerInput } from './prisoner-draft';
import { PrisonerFields } from './prisoner-fields';

/** Somebody more in a household. */
export function AddMember({
  householdId,
  ...props
}: ActProps & { readonly householdId: string }): ReactNode {
  const { file, changed, close } = props;
  const { t } = useTranslation();
  const send = useCaseAct(RecordMemberDocument, file);
  const [draft, setDraft] = useState(EMPTY_MEMBER);
  return (
    <ActDialog
      title={t('cases:member.add')}
      confirm={t('cases:member.confirm')}
      isOpen
      close={close}
      isReady={draft.name.trim() !== ''}
      act={() => send({ ...memberInput(draft), householdId })}
      done={changed}
    >
      <MemberFields draft={draft} change={setDraft} />
    </ActDialog>
  );
}

/** What there is to say of a household; it replaces what was there. */
export function HouseholdNotes({
  household,
  ...props
}: ActProps & {
  readonly household: { readonly id: string; readonly notes: string | null } | null;
}): ReactNode {
  const { file, changed, close } = props;
  const { t } = useTranslation();
  const send = useCaseAct(RecordHouseholdDocument, file);
  const [notes, setNotes] = useState(household?.notes ?? '');
  return (
    <ActDialog
      title={t(household === null ? 'cases:household.add' : 'cases:household.change')}
      confirm={t('cases:household.confirm')}
      isOpen
      close={close}
      act={() => send({ householdId: household?.id ?? null, notes: orNull(notes) })}
      done={changed}
    >
      <NoteArea label={t('cases:household.notes')} value={notes} change={setNotes} />
    </ActDialog>
  );
}

/** One prisoner more. */
export function AddPrisoner({ file, changed, close }: ActProps): ReactNode {
  const { t } = useTranslation();
  const send = useCaseAct(RecordPrisonerDocument, file);
  const [draft, setDraft] = useState(EMPTY_PRISONER);
  const householdIds = file.story?.households.map(({ id }) => id) ?? [];
  return (
    <ActDialog
      title={t('cases:prisoner.add')}
      confirm={t('cases:prisoner.confirm')}
      isOpen
      close={close}
      isReady={isPrisonerReady(draft)}
      act={() => send({ ...prisonerInput(draft), householdIds })}
      done={changed}
    >
      <PrisonerFields draft={draft} change={setDraft} />
    </ActDialog>
  );
}

/** The next line of a prisoner's history. A release or an arrest makes trusted ways doubtful. */
export function AddStatus({
  prisonerId,
  ...props
}: ActProps & { readonly prisonerId: string }): ReactNode {
  const { file, changed, close } = props;
  const { t } = useTranslation();
  const today = useToday();
  const send = useCaseAct(RecordPrisonerStatusDocument, file);
  const codes = useCountryCodes();
  const statuses = codes.entries('custodyStatuses').map((status) => status.code);
  const [chosen, setCode] = useState<string | null>(null);
  const code = chosen ?? statuses[0] ?? '';
  const [since, setSince] = useState(today);
  const [note, setNote] = useState('');
  return (
    <ActDialog
      title={t('cases:prisonerStatus.title')}
      about={t('cases:prisonerStatus.about')}
      confirm={t('cases:prisonerStatus.confirm')}
      isOpen
      close={close}
      isReady={since !== '' && code !== ''}
      act={() => send({ prisonerId, code, since, note: orNull(note) })}
      done={changed}
    >
      <CodeSelect
        label={t('cases:prisoner.status')}
        codes={statuses}
        wordOf={(each) => codes.wordOf('custodyStatuses', each)}
        value={code}
        change={setCode}
      />
      <TextInput
        type="date"
        label={t('cases:prisoner.since')}
        value={since}
        max={today}
        onChange={(event) => setSince(event.currentTarget.value)}
      />
      <NoteArea label={t('cases:prisoner.notes')} value={note} change={setNote} />
    </ActDialog>
  );
}

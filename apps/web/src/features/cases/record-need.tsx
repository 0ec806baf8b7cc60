import { Select, TextInput } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAct } from '../../api/use-act';
import { useCountryCodes } from '../../codes/country-codes';
import { ActDialog } from '../../ui/act-dialog';
import { formatMoney, readAmount } from '../../ui/money';
import { toast } from '../../ui/toast';
import { RecordNeedDocument } from './case-needs.documents';
import { CodeSelect } from './code-select';
import { useToday } from './days';
import { FactsFields, NO_FACTS } from './facts-fields';
import { useNeedProposals } from './need-proposals';
import { NoteArea } from './note-area';
import type { ActProps } from './opened-case';

/** A need of the family: a kind from the list, with the amount and the ways that it proposes. */
export function RecordNeed({ file, changed, close }: ActProps): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const today = useToday();
  const recording = useAct(RecordNeedDocument, { isSealed: true });
  const proposals = useNeedProposals();
  const { choices, entries } = useCountryCodes();
  const [code, setCode] = useState<string | null>(null);
  const [amount, setAmount] = useState('');
  const [dueDay, setDueDay] = useState('');
  const [way, setWay] = useState('');
  const [note, setNote] = useState('');
  const [facts, setFacts] = useState(NO_FACTS);
  const commandKey = useRef<string | null>(null);
  const kind = proposals.find((each) => each.code === code);
  const minorUnits = readAmount(amount);
  const isAmountWrong = amount.trim() !== '' && minorUnits === null;

  const choose = (next: string | null): void => {
    setCode(next);
    setWay(proposals.find((each) => each.code === next)?.channels[0] ?? '');
  };
  const record = async () => {
    // One that was lost on the way is sent again as it is, and records no second need.
    commandKey.current ??= crypto.randomUUID();
    const input = {
      commandKey: commandKey.current,
      caseId: file.id,
      code: code ?? '',
      amount: minorUnits === null ? null : { minorUnits, currency: 'EUR' },
      dueDay: dueDay === '' ? null : dueDay,
      channelClass: way === '' ? null : way,
      note: note.trim() === '' ? null : note,
      facts: facts === NO_FACTS ? null : facts,
    };
    const answer = await recording.run({ input });
    if (answer.kind !== 'FAILED') commandKey.current = null;
    return answer;
  };

  return (
    <ActDialog
      title={t('cases:need.title', { codename: file.codename })}
      confirm={t('cases:need.confirm')}
      isOpen
      close={close}
      isReady={kind !== undefined && !isAmountWrong}
      act={record}
      done={({ needId }) => {
        toast(t('cases:need.done', { codename: file.codename }));
        changed();
        void navigate(`/queue/${needId}`);
      }}
    >
      <Select
        label={t('cases:need.kind')}
        placeholder={t('cases:need.kindSearch')}
        searchable
        data-autofocus
        value={code}
        onChange={choose}
        data={choices('needGroups').map((group) => ({
          group: group.label,
          items: entries('needKinds')
            .filter((each) => each.group === group.value)
            .map((each) => ({ value: each.code, label: each.label })),
        }))}
      />
      <TextInput
        label={t('cases:need.amount')}
        description={
          kind === undefined || kind.typical.minorUnits === '0'
            ? t('cases:need.amountAbout')
            : t('cases:need.amountUsual', { amount: formatMoney(kind.typical) })
        }
        value={amount}
        onChange={(event) => setAmount(event.currentTarget.value)}
        error={isAmountWrong ? t('cases:need.notAnAmount') : undefined}
        inputMode="decimal"
        autoComplete="off"
      />
      <TextInput
        type="date"
        label={t('cases:need.dueDay')}
        value={dueDay}
        min={today}
        onChange={(event) => setDueDay(event.currentTarget.value)}
      />
      {kind !== undefined && (
        <CodeSelect
          label={t('cases:need.way')}
          codes={kind.channels}
          wordOf={(each) => t(`cases:way.${each}`, { defaultValue: each })}
          value={way}
          change={setWay}
          none={t('cases:need.wayOpen')}
        />
      )}
      <FactsFields facts={facts} change={setFacts} />
      <NoteArea label={t('cases:need.note')} value={note} change={setNote} />
    </ActDialog>
  );
}

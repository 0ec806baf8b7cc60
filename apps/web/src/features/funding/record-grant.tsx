import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { ActDialog } from '../../ui/act-dialog';
import { readAmount } from '../../ui/money';
import { toast } from '../../ui/toast';
import type { Fund } from './fund-page-types';
import { RecordGrantDocument } from './funding.documents';

const FIELDS = ['code', 'name', 'amount', 'startsOn', 'endsOn', 'lapsesOn'] as const;
type Field = (typeof FIELDS)[number];
const EMPTY: Readonly<Record<Field, string>> = {
  ...{ code: '', name: '', amount: '' },
  ...{ startsOn: '', endsOn: '', lapsesOn: '' },
};

/** Records a grant that is hoped for; money is booked once it is signed. */
export function RecordGrant({
  funds,
  changed,
}: {
  readonly funds: readonly Fund[];
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const recording = useAct(RecordGrantDocument);
  const [isOpen, setOpen] = useState(false);
  const [texts, setTexts] = useState(EMPTY);
  const own = funds.filter(({ kind, state }) => kind === 'GRANT' && state !== 'CLOSED');
  const [picked, setPicked] = useState('');
  const fund = own.find(({ id }) => id === picked) ?? own[0];
  const minorUnits = readAmount(texts.amount);
  if (fund === undefined) return null;
  return (
    <>
      <Button size="sm" variant="default" onClick={() => setOpen(true)}>
        {t('funding:grants.record')}
      </Button>
      <ActDialog
        title={t('funding:grants.record')}
        about={t('funding:grants.recordAbout')}
        confirm={t('funding:grants.record')}
        isOpen={isOpen}
        close={() => setOpen(false)}
        isReady={minorUnits !== null && FIELDS.every((field) => texts[field].trim() !== '')}
        act={() => {
          const { code, name, startsOn, endsOn, lapsesOn } = texts;
          const amount = { minorUnits: minorUnits ?? '', currency: fund.left.currency };
          const input = { code, name: name.trim(), amount, startsOn, endsOn, lapsesOn };
          return recording.run({ input: { ...input, fundId: fund.id, lines: [] } });
        }}
        done={() => {
          toast(t('funding:grants.done', { grant: texts.code }));
          setTexts(EMPTY);
          changed();
        }}
      >
        <NativeSelect
          label={t('funding:column.fund')}
          value={fund.id}
          onChange={(event) => setPicked(event.currentTarget.value)}
          data={own.map(({ id, code, name }) => ({ value: id, label: `${code} · ${name}` }))}
        />
        {FIELDS.map((field) => (
          <TextInput
            key={field}
            required
            type={field.endsWith('On') ? 'date' : 'text'}
            label={t(`funding:grants.field.${field}`)}
            value={texts[field]}
            inputMode={field === 'amount' ? 'decimal' : undefined}
            error={
              field === 'amount' && texts.amount !== '' && minorUnits === null
                ? t('funding:notAnAmount')
                : undefined
            }
            onChange={(event) => {
              const value = event.currentTarget.value;
              setTexts({ ...texts, [field]: field === 'code' ? value.toUpperCase() : value });
            }}
          />
        ))}
      </ActDialog>
    </>
  );
}

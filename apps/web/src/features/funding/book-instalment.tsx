import { Button, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { ActDialog } from '../../ui/act-dialog';
import { formatMoney, readAmount } from '../../ui/money';
import { toast } from '../../ui/toast';
import { useCommandKey } from './command-key';
import { BookInstalmentDocument } from './funding.documents';
import type { Grant } from './grant-page-types';

const TAKES_MONEY: readonly string[] = ['SIGNED', 'OPEN', 'CLOSING'];

/** Books money of a grant that has arrived at the bank. */
export function BookInstalment({
  grant,
  changed,
}: {
  readonly grant: Grant;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const booking = useAct(BookInstalmentDocument);
  const withKey = useCommandKey();
  const [isOpen, setOpen] = useState(false);
  const [amount, setAmount] = useState('');
  const [bankReference, setReference] = useState('');
  const [receivedOn, setReceivedOn] = useState(() => new Date().toISOString().slice(0, 10));
  const minorUnits = readAmount(amount);
  if (!TAKES_MONEY.includes(grant.state)) return null;
  const money = { minorUnits: minorUnits ?? '', currency: grant.amount.currency };
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        {t('funding:instalment.book')}
      </Button>
      <ActDialog
        title={t('funding:instalment.book')}
        about={t('funding:instalment.about')}
        confirm={t('funding:instalment.book')}
        isOpen={isOpen}
        close={() => setOpen(false)}
        isReady={minorUnits !== null && bankReference.trim() !== '' && receivedOn !== ''}
        act={() =>
          withKey((commandKey) => {
            const reference = bankReference.trim();
            const input = { commandKey, grantId: grant.id, amount: money, receivedOn };
            return booking.run({ input: { ...input, bankReference: reference } });
          })
        }
        done={({ overhead }) => {
          const values = { amount: formatMoney(money), overhead: formatMoney(overhead) };
          toast(t('funding:instalment.done', values));
          setAmount('');
          setReference('');
          changed();
        }}
      >
        <TextInput
          required
          label={t('funding:column.amount')}
          value={amount}
          onChange={(event) => setAmount(event.currentTarget.value)}
          error={amount !== '' && minorUnits === null ? t('funding:notAnAmount') : undefined}
          inputMode="decimal"
        />
        <TextInput
          required
          label={t('funding:instalment.reference')}
          value={bankReference}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
        <TextInput
          required
          type="date"
          label={t('funding:instalment.receivedOn')}
          value={receivedOn}
          onChange={(event) => setReceivedOn(event.currentTarget.value)}
        />
      </ActDialog>
    </>
  );
}

import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { ActDialog } from '../../ui/act-dialog';
import { formatMoney, readAmount } from '../../ui/money';
import { toast } from '../../ui/toast';
import { useCommandKey } from './command-key';
import { RefundGiftDocument } from './funding.documents';
import type { Gift } from './gifts-page-types';

const REASONS = ['DONOR_ASKED', 'DUPLICATE', 'FRAUD', 'RISK_TO_DONOR', 'MISTAKE'] as const;

/** Gives a gift back, all that is left of it or a part. */
export function Refund({
  gift,
  changed,
}: {
  readonly gift: Gift;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const refunding = useAct(RefundGiftDocument);
  const withKey = useCommandKey();
  const [isOpen, setOpen] = useState(false);
  const [part, setPart] = useState('');
  const [reason, setReason] = useState('');
  const minorUnits = readAmount(part);
  const isWhole = part.trim() === '';
  const isTooMuch = minorUnits !== null && BigInt(minorUnits) > BigInt(gift.refundable.minorUnits);
  return (
    <div>
      <Button size="sm" variant="default" onClick={() => setOpen(true)}>
        {t('funding:refund.act')}
      </Button>
      <ActDialog
        title={t('funding:refund.act')}
        about={t('funding:refund.about')}
        confirm={t('funding:refund.act')}
        isOpen={isOpen}
        close={() => setOpen(false)}
        isReady={reason !== '' && (isWhole || (minorUnits !== null && !isTooMuch))}
        isGrave
        act={() =>
          withKey((commandKey) => {
            const { currency } = gift.amount;
            const amount = isWhole || minorUnits === null ? null : { minorUnits, currency };
            return refunding.run({ input: { commandKey, giftId: gift.id, reason, amount } });
          })
        }
        done={() => {
          toast(t('funding:refund.done'));
          changed();
        }}
      >
        <TextInput
          label={t('funding:refund.part', { left: formatMoney(gift.refundable) })}
          value={part}
          onChange={(event) => setPart(event.currentTarget.value)}
          error={
            !isWhole && minorUnits === null
              ? t('funding:notAnAmount')
              : isTooMuch
                ? t('funding:refund.tooMuch')
                : undefined
          }
          inputMode="decimal"
        />
        <NativeSelect
          label={t('funding:refund.reason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data={[
            { value: '', label: t('funding:choose') },
            ...REASONS.map((value) => ({ value, label: t(`funding:refundReason.${value}`) })),
          ]}
        />
      </ActDialog>
    </div>
  );
}

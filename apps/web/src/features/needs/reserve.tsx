import { Button, Group, Text, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, type ActOutcome } from '../../api/use-act';
import { formatMoney, plainAmount, readAmount, type MoneyValue } from '../../ui/money';
import { toast } from '../../ui/toast';
import type { MatchedFund } from './matched-fund';
import { ReleaseReservationDocument, ReserveForNeedDocument } from './need.documents';
import type { OpenedNeed } from './opened-need';

/** Sets money aside, at most what the fund has; undone from the toast as long as nobody has drawn on it. */
export function Reserve({
  fund,
  need,
  missing,
  hasFocus,
  told,
  changed,
}: {
  readonly fund: MatchedFund;
  readonly need: OpenedNeed;
  readonly missing: MoneyValue;
  readonly hasFocus: boolean;
  /** Hears what became of it: this line may be gone by then, because somebody else was quicker. */
  readonly told: (outcome: ActOutcome<unknown>) => void;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const reserving = useAct(ReserveForNeedDocument);
  const releasing = useAct(ReleaseReservationDocument);
  const button = useRef<HTMLButtonElement>(null);
  const isEnough = BigInt(fund.available.minorUnits) >= BigInt(missing.minorUnits);
  const [amount, setAmount] = useState(() =>
    plainAmount((isEnough ? missing : fund.available).minorUnits),
  );
  const [commandKey, setCommandKey] = useState(() => crypto.randomUUID());
  const minorUnits = readAmount(amount);
  useEffect(() => {
    if (hasFocus) button.current?.focus();
  }, [hasFocus]);

  const reserve = async (): Promise<void> => {
    if (minorUnits === null) return;
    const money = { minorUnits, currency: missing.currency };
    const input = { commandKey, needId: need.id, fundId: fund.fundId, version: need.version };
    const answer = await reserving.run({ input: { ...input, amount: money } });
    told(answer);
    // A command that was answered is over; one that was lost on the way is sent again as it is.
    if (answer.kind !== 'FAILED') setCommandKey(crypto.randomUUID());
    if (answer.kind !== 'DONE') return;
    const { reservationId } = answer.done;
    const undoKey = crypto.randomUUID();
    toast(t('needs:fund.done', { amount: formatMoney(money), fund: fund.code }), () => {
      void releasing.run({ input: { commandKey: undoKey, reservationId } }).then(changed);
    });
    changed();
  };

  return (
    <>
      <Group mt="xs" gap="xs" align="end" wrap="nowrap">
        <TextInput
          size="xs"
          label={t('needs:fund.amount')}
          value={amount}
          onChange={(event) => setAmount(event.currentTarget.value)}
          error={minorUnits === null ? t('needs:fund.notAnAmount') : undefined}
          inputMode="decimal"
        />
        <Button
          ref={button}
          size="xs"
          flex="none"
          variant={fund.choice === null ? 'default' : 'filled'}
          loading={reserving.isRunning}
          disabled={minorUnits === null}
          onClick={() => void reserve()}
        >
          {t('needs:fund.reserve')}
        </Button>
      </Group>
      <Text size="xs" c="dimmed" mt={4}>
        {isEnough
          ? t('needs:fund.left', { left: formatMoney(fund.left) })
          : t('needs:fund.notEnough', { available: formatMoney(fund.available) })}
      </Text>
    </>
  );
}

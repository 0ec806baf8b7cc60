import { Checkbox, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { useMay } from '../../ui/may';
import { readAmount } from '../../ui/money';
import {
  MarkDeliveredDocument,
  MarkFailedDocument,
  MarkInTransitDocument,
  MarkLostDocument,
} from './acts.documents';
import { useCommandKey } from './command-key';
import type { ActProps } from './payout-acts-types';
import { REASONS, TRAVELLING } from './payout-codes';
import { ReasonAct } from './reason-act';

const OUT: readonly string[] = ['RELEASED', 'IN_TRANSIT'];

/** What became of it on the way: in somebody's hands, arrived (in part), failed or came back, lost or seized. */
export function DeliveryActs({ payout, done }: ActProps): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const sending = useAct(MarkInTransitDocument);
  const losing = useAct(MarkLostDocument);
  const withKey = useCommandKey();
  const disbursementId = payout.id;
  if (!may('markDelivered') || !OUT.includes(payout.state)) return null;
  return (
    <>
      {payout.state === 'RELEASED' && TRAVELLING.includes(payout.channelClass) && (
        <ReasonAct
          label={t('disbursements:delivery.send')}
          about={t('disbursements:delivery.sendAbout')}
          hotkey="t"
          act={() => sending.run({ input: { disbursementId } })}
          done={done}
        />
      )}
      <Arrived payout={payout} done={done} />
      <CameBack payout={payout} done={done} />
      <ReasonAct
        label={t('disbursements:delivery.lose')}
        about={t('disbursements:delivery.loseAbout')}
        reasons={REASONS.LOSE}
        act={(reasonCode) =>
          withKey((commandKey) => losing.run({ input: { commandKey, disbursementId, reasonCode } }))
        }
        done={done}
        isGrave
      />
    </>
  );
}

function Arrived({ payout, done }: ActProps): ReactNode {
  const { t } = useTranslation();
  const delivering = useAct(MarkDeliveredDocument);
  const withKey = useCommandKey();
  const [part, setPart] = useState('');
  const minorUnits = readAmount(part);
  const isWhole = part.trim() === '';
  const { currency } = payout.amount;
  return (
    <ReasonAct
      label={t('disbursements:delivery.arrived')}
      about={t('disbursements:delivery.arrivedAbout')}
      hotkey="d"
      isReady={isWhole || minorUnits !== null}
      act={() =>
        withKey((commandKey) => {
          const amount = isWhole || minorUnits === null ? null : { minorUnits, currency };
          return delivering.run({ input: { commandKey, disbursementId: payout.id, amount } });
        })
      }
      done={done}
      fields={
        <TextInput
          label={t('disbursements:delivery.part')}
          value={part}
          onChange={(event) => setPart(event.currentTarget.value)}
          error={!isWhole && minorUnits === null ? t('disbursements:notAnAmount') : undefined}
          inputMode="decimal"
        />
      }
    />
  );
}

function CameBack({ payout, done }: ActProps): ReactNode {
  const { t } = useTranslation();
  const failing = useAct(MarkFailedDocument);
  const withKey = useCommandKey();
  const [wasReturned, setReturned] = useState(false);
  return (
    <ReasonAct
      label={t('disbursements:delivery.fail')}
      about={t('disbursements:delivery.failAbout')}
      hotkey="f"
      reasons={wasReturned ? REASONS.RETURN : REASONS.FAIL}
      act={(reasonCode) =>
        withKey((commandKey) =>
          failing.run({
            input: { commandKey, disbursementId: payout.id, reasonCode, wasReturned },
          }),
        )
      }
      done={done}
      fields={
        <Checkbox
          label={t('disbursements:delivery.wasReturned')}
          checked={wasReturned}
          onChange={(event) => setReturned(event.currentTarget.checked)}
        />
      }
    />
  );
}

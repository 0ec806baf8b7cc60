import { Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoney } from '../../ui/money';
import type { CentThread } from './cent-thread';
import { ThreadStep } from './thread-step';
import { UseThread } from './use-thread';

/** The way of one gift or grant: what it was, the fee, and each payout that it paid, to the family's word. */
export function CentThreadView({
  thread,
  fundId,
}: {
  readonly thread: CentThread;
  readonly fundId: string;
}): ReactNode {
  const { t } = useTranslation();
  const { source, fee, uses, waiting } = thread;
  const { currency } = source.amount;
  const money = (minor: bigint): string => formatMoney({ minorUnits: minor.toString(), currency });
  return (
    <Stack gap="lg">
      <section>
        <Title order={2} size="h5" mb="xs">
          {t('ledger:cent.came', { amount: formatMoney(source.amount) })}
        </Title>
        <ol className="thread">
          <ThreadStep
            name={t(`ledger:transfer.${source.code}`)}
            at={source.bookedAt}
            amount={formatMoney(source.amount)}
            to={`/transfer/${source.transferId}`}
          />
          {fee !== null && (
            <ThreadStep
              name={t('ledger:transfer.GIFT_FEE')}
              at={fee.bookedAt}
              amount={`−${formatMoney(fee.amount)}`}
              to={`/transfer/${fee.transferId}`}
            />
          )}
          <ThreadStep
            name={t('ledger:cent.waits')}
            at={null}
            amount={money(waiting)}
            to={`/account/${fundId}`}
          />
        </ol>
      </section>
      {uses.map((use, index) => (
        <section key={use.release.transferId}>
          <Title order={2} size="h5" mb="xs">
            {t('ledger:cent.use', { number: index + 1, share: money(use.share) })}
          </Title>
          <UseThread use={use} fundId={fundId} />
        </section>
      ))}
    </Stack>
  );
}

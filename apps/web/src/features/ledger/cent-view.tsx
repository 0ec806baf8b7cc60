import { Button, Stack, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoney } from '../../ui/money';
import { Waiting } from '../../ui/states';
import type { CentThread, Use } from './cent-thread';
import { ThreadStep } from './thread-step';
import { usePayoutsOf } from './use-payouts';
import { UseThread } from './use-thread';

/** Uses that are shown and read at once. */
const CHUNK = 20;

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
  const [shown, setShown] = useState(CHUNK);
  const chunks = Array.from(
    { length: Math.ceil(Math.min(shown, uses.length) / CHUNK) },
    (_, place) => uses.slice(place * CHUNK, (place + 1) * CHUNK),
  );
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
      {chunks.map((chunk, place) => (
        <Uses key={chunk[0]?.release.transferId} uses={chunk} first={place * CHUNK + 1} />
      ))}
      {uses.length > shown && (
        <Button size="compact-sm" variant="subtle" onClick={() => setShown(shown + CHUNK)}>
          {t('ledger:cent.more', { count: uses.length - shown })}
        </Button>
      )}
    </Stack>
  );
}

/** Uses whose payouts are read together. */
function Uses({
  uses,
  first,
}: {
  readonly uses: readonly Use[];
  /** The number of the first of them. */
  readonly first: number;
}): ReactNode {
  const { t } = useTranslation();
  const payouts = usePayoutsOf(uses.map(({ release }) => release.transferId));
  if (payouts === null) return <Waiting rows={uses.length} />;
  return uses.map(({ release, share }, index) => {
    const { currency } = release.amount;
    return (
      <section key={release.transferId}>
        <Title order={2} size="h5" mb="xs">
          {t('ledger:cent.use', {
            number: first + index,
            share: formatMoney({ minorUnits: share.toString(), currency }),
          })}
        </Title>
        <UseThread release={release} payout={payouts.get(release.transferId) ?? null} />
      </section>
    );
  });
}

import './disclosure.css';
import { Alert, Button, Progress, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../ui/keys';
import { PageFrame } from '../../ui/page-frame';
import { Failed } from '../../ui/states';
import { formatMoment } from '../../ui/time';
import { NearWatch } from './near-watch';
import { useAuditCheck, type VerifiedChain } from './use-audit-check';

/** Whether the audit trail is whole: recomputed from its entries, on a button, with its progress. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const { chains, chainCount, isRunning, failure, endedAt, start } = useAuditCheck();
  const begin = (): void => {
    if (!isRunning) void start();
  };
  useKeys({ v: begin });
  return (
    <PageFrame title={t('disclosure:audit.title')} acts={<NearWatch />}>
      <Stack gap="md" maw={640}>
        <Text size="sm">{t('disclosure:audit.about')}</Text>
        <div>
          <Button loading={isRunning} onClick={begin}>
            {t('disclosure:audit.verify')} <kbd>v</kbd>
          </Button>
        </div>
        {isRunning && (
          <div>
            <Progress
              value={chainCount === null ? 0 : (100 * chains.length) / chainCount}
              aria-label={t('disclosure:audit.title')}
            />
            <Text size="sm" role="status">
              {t('disclosure:audit.progress', { done: chains.length, total: chainCount ?? 1 })}
            </Text>
          </div>
        )}
        {failure !== null && <Failed failure={failure} retry={begin} />}
        {endedAt !== null && <Outcome chains={chains} endedAt={endedAt} />}
        <Text size="sm" c="dimmed">
          {t('disclosure:audit.limits')}
        </Text>
      </Stack>
    </PageFrame>
  );
}

function Outcome({
  chains,
  endedAt,
}: {
  readonly chains: readonly VerifiedChain[];
  readonly endedAt: string;
}): ReactNode {
  const { t } = useTranslation();
  const broken = chains.filter(({ fault }) => fault !== null);
  const entries = chains.reduce((sum, chain) => sum + chain.entries, 0);
  const until =
    chains
      .flatMap((chain) => chain.until ?? [])
      .toSorted()
      .at(-1) ?? endedAt;
  if (broken.length === 0) {
    return (
      <Alert role="status" title={t('disclosure:audit.whole', { when: formatMoment(until) })}>
        {t('disclosure:audit.counted', { count: entries, when: formatMoment(endedAt) })}
      </Alert>
    );
  }
  return (
    <Alert role="alert" color="red" title={t('disclosure:audit.broken', { count: broken.length })}>
      <ul>
        {broken.map(({ chain, fault, faultAt }) => (
          <li key={chain}>
            {t('disclosure:audit.place', { chain, place: faultAt })}{' '}
            {t(`disclosure:auditFault.${fault ?? 'CHANGED'}`)}
          </li>
        ))}
      </ul>
      {t('disclosure:audit.way')}
    </Alert>
  );
}

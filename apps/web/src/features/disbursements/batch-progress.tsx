import { Button, Group, Progress, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../session/session';
import { formatMoney } from '../../ui/money';
import { refusalText } from '../../ui/refusal-alert';
import { formatTime } from '../../ui/time';
import type { Batch, BatchLine } from './use-batch';

/** How far the batch has come: "released 14:03 by …" for what went, the reason for what did not. */
export function BatchProgress({ batch }: { readonly batch: Batch }): ReactNode {
  const { t } = useTranslation();
  const { lines, isRunning, forget } = batch;
  if (lines.length === 0) return null;
  const over = lines.filter(({ step }) => step === 'OVER').length;
  return (
    <section aria-labelledby="batch" className="batch">
      <Group justify="space-between">
        <Title order={2} size="h6" id="batch" role="status">
          {t('disbursements:release.progress', { over, all: lines.length })}
        </Title>
        {!isRunning && (
          <Button size="compact-sm" variant="subtle" onClick={forget}>
            {t('disbursements:release.forget')}
          </Button>
        )}
      </Group>
      <Progress value={(over / lines.length) * 100} size="sm" my={4} aria-hidden />
      <ul className="plain-list">
        {lines.map((line) => (
          <li key={line.payout.id}>
            <span className="strong">{line.payout.codename}</span> {formatMoney(line.payout.amount)}{' '}
            <Became line={line} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Became({ line: { step, outcome, at } }: { readonly line: BatchLine }): ReactNode {
  const { t } = useTranslation();
  const { displayName } = useMe();
  if (outcome === null || at === null) {
    return <span className="quiet">{t(`disbursements:release.step.${step}`)}</span>;
  }
  if (outcome.kind === 'DONE') {
    return <span>{t('disbursements:release.byAt', { at: formatTime(at), who: displayName })}</span>;
  }
  const why =
    outcome.kind === 'REFUSED' ? refusalText(outcome.refusal) : t('disbursements:release.lost');
  return (
    <Text span size="sm" className="late">
      {t('disbursements:release.not', { why })}
    </Text>
  );
}

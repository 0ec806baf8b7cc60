import { Alert, Text } from '@mantine/core';
import i18next from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActOutcome } from '../api/use-act';
import type { Refusal } from '../api/outcome';
import { Failed } from './states';

/** A refusal explains itself: in the language of the page where it has a sentence for it, else as the server says it. */
export function refusalText({ __typename, code, reason, message }: Refusal): string {
  const names = [reason, code, __typename].filter((name) => name !== undefined && name !== '');
  const keys = names.map((name) => `refusals:${name ?? ''}`);
  const known = keys.find((key) => i18next.exists(key));
  return known === undefined ? message : i18next.t(known);
}

/** Below what was asked for, until the next try. */
export function OutcomeAlert({
  outcome,
}: {
  readonly outcome: ActOutcome<unknown> | null;
}): ReactNode {
  const { t } = useTranslation();
  if (outcome === null || outcome.kind === 'DONE') return null;
  if (outcome.kind === 'FAILED') return <Failed failure={outcome.failure} />;
  return (
    <Alert color="orange" variant="light" role="alert" title={t('ui:refused')}>
      <Text size="sm">{refusalText(outcome.refusal)}</Text>
    </Alert>
  );
}

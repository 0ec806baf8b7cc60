import { Button, Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { OutcomeAlert } from '../../ui/refusal-alert';
import { Waiting } from '../../ui/states';
import type { Cards } from './cards-ahead';
import { Story } from './claims';
import { Identity } from './identity';
import { useCard } from './use-card';

/** Another request beside the one that is open, to see whether it is the same family. */
export function CompareCard({
  requestId,
  open,
  labelOf,
  close,
}: {
  readonly requestId: string;
  readonly open: Cards['open'];
  readonly labelOf: (code: string) => string;
  readonly close: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { outcome } = useCard(requestId, open);
  return (
    <section className="compared" aria-labelledby={`compared-${requestId}`}>
      <Group justify="space-between">
        <Title order={3} size="h6" id={`compared-${requestId}`}>
          {t('intake:similar.other')}
        </Title>
        <Button size="compact-xs" variant="subtle" onClick={close}>
          {t('intake:similar.close')}
        </Button>
      </Group>
      {outcome === null && <Waiting rows={4} />}
      {outcome !== null && outcome !== 'OVER' && outcome.kind !== 'DONE' && (
        <OutcomeAlert outcome={outcome} />
      )}
      {outcome === 'OVER' && t('intake:card.over')}
      {outcome !== null && outcome !== 'OVER' && outcome.kind === 'DONE' && (
        <>
          <Story story={outcome.done.story} members={outcome.done.members} labelOf={labelOf} />
          <Identity requestId={requestId} labelOf={labelOf} />
        </>
      )}
    </section>
  );
}

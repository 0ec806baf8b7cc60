import { Alert, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalText } from '../../ui/refusal-alert';
import type { ActedOn } from './use-act-on-needs';

/** How many were done and which were refused, by reason; stays until it was read. */
export function BulkResult({
  acted,
  close,
}: {
  readonly acted: ActedOn;
  readonly close: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { done, refused } = acted;
  const byReason = Map.groupBy(refused, ({ refusal }) => refusalText(refusal));
  const title = [
    t('needs:bulk.doneCount', { count: done.length }),
    t('needs:bulk.refusedCount', { count: refused.length }),
  ].join(', ');
  return (
    <Alert
      color="orange"
      variant="light"
      role="status"
      className="bulk-result"
      title={title}
      withCloseButton
      closeButtonLabel={t('ui:close')}
      onClose={close}
    >
      <ul className="reasons">
        {[...byReason].map(([reason, these]) => (
          <li key={reason}>
            <Text size="sm">
              <strong>{[...new Set(these.map(({ need }) => need.codename))].join(', ')}</strong>:{' '}
              {reason}
            </Text>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

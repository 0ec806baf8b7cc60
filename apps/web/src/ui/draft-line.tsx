import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from '../api/use-draft';
import { formatTime } from './time';

/** Says quietly that what is being written is kept, and lets it be thrown away. */
export function DraftLine({ draft }: { readonly draft: Draft }): ReactNode {
  const { t } = useTranslation();
  const { state, keptAt, discard } = draft;
  return (
    <Group gap="xs" className="draft-line" data-draft={state}>
      <Text size="sm" c="dimmed" role="status">
        {state !== 'NEW' &&
          t(`ui:draft.${state}`, { time: keptAt === null ? '' : formatTime(keptAt) })}
      </Text>
      {(state === 'KEPT' || state === 'RESTORED') && (
        <Button size="compact-xs" variant="subtle" onClick={discard}>
          {t('ui:draft.discard')}
        </Button>
      )}
    </Group>
  );
}

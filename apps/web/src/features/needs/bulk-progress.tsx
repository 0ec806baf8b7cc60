import { Progress, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const ALL = 100;

/** How far an act on many needs has come. */
export function BulkProgress({
  progress,
  all,
}: {
  readonly progress: number | null;
  readonly all: number;
}): ReactNode {
  const { t } = useTranslation();
  if (progress === null || all <= 1) return null;
  return (
    <div role="status">
      <Text size="sm">{t('needs:bulk.progress', { done: progress, total: all })}</Text>
      <Progress value={(progress / all) * ALL} animated aria-hidden />
    </div>
  );
}

import './people.css';
import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageFrame } from '../../ui/page-frame';
import { NotHere } from '../../ui/states';
import { useMay } from '../../ui/may';
import { NeedKinds } from './need-kinds';
import { Protocols } from './protocols';
import { TaskKinds } from './task-kinds';

/** The rules of the house, to be read: kinds of needs with their limits, kinds of tasks, protocols of call-outs. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const needs = useMay()('needTaxonomy');
  const tasks = useMay()('taskKinds');
  const protocols = useMay()('callOutProtocols');
  if (!needs && !tasks && !protocols) return <NotHere />;
  return (
    <PageFrame title={t('people:settings.title')}>
      <Text size="sm" c="dimmed" mb="lg" maw={640}>
        {t('people:settings.about')}
      </Text>
      <Stack gap="xl">
        {needs && <NeedKinds />}
        {tasks && <TaskKinds />}
        {protocols && <Protocols />}
      </Stack>
    </PageFrame>
  );
}

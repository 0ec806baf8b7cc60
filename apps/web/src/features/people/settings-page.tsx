import './people.css';
import { Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePages } from '../../api/use-pages';
import { PageFrame } from '../../ui/page-frame';
import { NotHere } from '../../ui/states';
import { useMay } from '../../ui/may';
import { LimitChanges, type LimitChange } from './limit-changes';
import { Limits } from './limits';
import { SettingChangesDocument } from './limits.documents';
import { NearPlaces } from './near-places';
import { NeedKinds } from './need-kinds';
import { Protocols } from './protocols';
import { TaskKinds } from './task-kinds';
import { useLimits } from './use-limits';

const PAGE = 20;

/** The rules of the house: what the organisation sets itself, kinds of needs and tasks, protocols of call-outs. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const [turn, setTurn] = useState(0);
  const limits = useLimits();
  const changes = usePages({
    document: SettingChangesDocument,
    variables: (after) => ({ input: { first: PAGE, after } }),
    pick: ({ settingChanges }) => settingChanges,
    isPaused: !may('settingChanges'),
  });
  const [needs, tasks] = [may('needTaxonomy'), may('taskKinds')];
  if (!needs && !tasks && !may('organizationSettings')) return <NotHere />;
  const changed = (): void => {
    limits.reading.refresh();
    changes.refresh();
    setTurn((before) => before + 1);
  };
  const all = limits.reading.data?.organizationSettings ?? [];
  const settingOf = ({ key, code }: LimitChange) =>
    all.find((each) => each.key === key && each.code === code) ?? {
      ...{ key, code, label: null },
      unit: key === 'NEED_CEILING' ? ('EUR_CENTS' as const) : ('CASES' as const),
    };
  return (
    <PageFrame title={t('people:settings.title')} acts={<NearPlaces />}>
      <Text size="sm" c="dimmed" mb="lg" maw={640}>
        {t('people:settings.about')}
      </Text>
      <Stack gap="xl">
        {may('organizationSettings') && <Limits reading={limits.reading} changed={changed} />}
        {all.length > 0 && <LimitChanges pages={changes} settingOf={settingOf} changed={changed} />}
        {needs && <NeedKinds ceilingOf={limits.ceilingOf} changed={changed} />}
        {tasks && <TaskKinds />}
        {may('callOutProtocols') && <Protocols key={turn} />}
      </Stack>
    </PageFrame>
  );
}

import './disclosure.css';
import { Button, Chip, Group, Text, TextInput } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePages } from '../../api/use-pages';
import { DataTable, type Column } from '../../ui/data-table';
import { useKeys } from '../../ui/keys';
import { PageFrame } from '../../ui/page-frame';
import { Empty, Failed, Waiting } from '../../ui/states';
import { formatDay } from '../../ui/time';
import { actOf, type GuardedAct, type GuardedCase } from './guarded-acts';
import { GuardedDialog } from './guarded-dialog';
import { NearWatch } from './near-watch';
import { GuardedCasesDocument } from './oversight.documents';

const PAGE = 50;

/** Cases by codename and state, to put one into quarantine or to lift it. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const [codename, setCodename] = useState('');
  const [onlyQuarantined, setOnly] = useState(false);
  const [asked, ask] = useState<{ readonly file: GuardedCase; readonly act: GuardedAct } | null>(
    null,
  );
  const search = useRef<HTMLInputElement>(null);
  useKeys({ '/': () => search.current?.focus() });
  const { nodes, failure, isLoading, hasMore, loadMore, refresh } = usePages({
    document: GuardedCasesDocument,
    variables: (after) => ({
      input: {
        ...{ first: PAGE, after },
        ...(codename === '' ? {} : { codename }),
        ...(onlyQuarantined ? { states: ['QUARANTINED' as const] } : {}),
      },
    }),
    pick: ({ guardedCases }) => guardedCases,
    topics: ['case'],
  });
  return (
    <PageFrame title={t('disclosure:guarded.title')} acts={<NearWatch />}>
      <Text size="sm" c="dimmed" mb="sm" maw={640}>
        {t('disclosure:guarded.about')}
      </Text>
      <Group gap="xs" mb="xs">
        <TextInput
          ref={search}
          size="xs"
          aria-label={t('disclosure:filter.codename')}
          placeholder={t('disclosure:filter.codename')}
          value={codename}
          onChange={(event) => setCodename(event.currentTarget.value.toUpperCase())}
        />
        <Chip size="xs" checked={onlyQuarantined} onChange={setOnly}>
          {t('disclosure:caseState.QUARANTINED')}
        </Chip>
      </Group>
      {failure !== null && <Failed failure={failure} retry={refresh} />}
      {nodes.length === 0 && isLoading && <Waiting />}
      {nodes.length === 0 && !isLoading && failure === null && (
        <Empty title={t('disclosure:guarded.empty')}>{t('disclosure:guarded.emptyAbout')}</Empty>
      )}
      {nodes.length > 0 && <Cases cases={nodes} ask={(file, act) => ask({ file, act })} />}
      {hasMore && (
        <Button size="compact-xs" variant="default" mt="sm" loading={isLoading} onClick={loadMore}>
          {t('disclosure:guarded.more')}
        </Button>
      )}
      {asked !== null && <GuardedDialog {...asked} close={() => ask(null)} changed={refresh} />}
    </PageFrame>
  );
}

function Cases({
  cases,
  ask,
}: {
  readonly cases: readonly GuardedCase[];
  readonly ask: (file: GuardedCase, act: GuardedAct) => void;
}): ReactNode {
  const { t } = useTranslation();
  const columns: readonly Column<GuardedCase>[] = [
    { key: 'codename', title: t('disclosure:filter.codename'), value: (row) => row.codename },
    {
      key: 'state',
      title: t('disclosure:guarded.state'),
      value: ({ state }) => t(`disclosure:caseState.${state}`),
      cell: ({ state }) => (
        <span className="judgement" data-judgement={state === 'QUARANTINED' ? 'MORE' : undefined}>
          {t(`disclosure:caseState.${state}`)}
        </span>
      ),
    },
    {
      key: 'since',
      title: t('disclosure:guarded.since'),
      value: ({ stateSince }) => stateSince,
      text: ({ stateSince }) => formatDay(stateSince),
    },
    {
      key: 'holders',
      title: t('disclosure:guarded.holders'),
      value: ({ holders }) => holders,
      isNumber: true,
    },
    {
      key: 'act',
      title: t('disclosure:guarded.act'),
      value: ({ state }) => actOf(state) ?? '',
      cell: (file) => {
        const act = actOf(file.state);
        return act === null ? null : (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t(`disclosure:guardedAct.${act}.of`, { codename: file.codename })}
            onClick={() => ask(file, act)}
          >
            {t(`disclosure:guardedAct.${act}.act`)}
          </Button>
        );
      },
    },
  ];
  return (
    <div className="captionless">
      <DataTable
        caption={t('disclosure:guarded.title')}
        rows={cases}
        columns={columns}
        rowKey={({ id }) => id}
      />
    </div>
  );
}

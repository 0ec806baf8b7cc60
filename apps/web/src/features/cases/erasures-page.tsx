import './cases.css';
import { Button, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isRefusal } from '../../api/outcome';
import { usePages } from '../../api/use-pages';
import { useMe } from '../../session/session';
import { DataTable, type Column } from '../../ui/data-table';
import { useMay } from '../../ui/may';
import { PageFrame } from '../../ui/page-frame';
import { Empty, Failed, Waiting } from '../../ui/states';
import { formatDay } from '../../ui/time';
import { erasureActOf, type ErasableCase, type ErasureAct } from './erasable';
import { ErasureDialog } from './erasure-dialog';
import { CaseErasuresDocument } from './erasures.documents';
import { NO_PAGE } from './no-page';

/** Cases in one page of the interface; it allows no more. */
const PAGE = 50;

/** Cases that need not be kept any more: one proposes, the data-protection officer confirms. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const [asked, ask] = useState<{ readonly row: ErasableCase; readonly act: ErasureAct } | null>(
    null,
  );
  const { nodes, failure, isLoading, hasMore, loadMore, refresh } = usePages({
    document: CaseErasuresDocument,
    variables: (after) => ({ input: { first: PAGE, after } }),
    pick: ({ caseErasures }) => (isRefusal(caseErasures) ? NO_PAGE : caseErasures.cases),
    topics: ['case'],
    isSealed: true,
  });
  return (
    <PageFrame title={t('cases:erasure.list')}>
      <Text size="sm" c="dimmed" mb="sm" maw={640}>
        {t('cases:erasure.about')}
      </Text>
      {failure !== null && <Failed failure={failure} retry={refresh} />}
      {nodes.length === 0 && isLoading && <Waiting />}
      {nodes.length === 0 && !isLoading && failure === null && (
        <Empty title={t('cases:erasure.empty')}>
          {/* Who is not appointed gets no list, and is told the same as who has nothing to do. */}
          {may('proposeCaseErasure')
            ? t('cases:erasure.emptyAbout')
            : t('cases:erasure.emptyOther')}
        </Empty>
      )}
      {nodes.length > 0 && <Erasable rows={nodes} ask={(row, act) => ask({ row, act })} />}
      {hasMore && (
        <Button size="compact-xs" variant="default" mt="sm" loading={isLoading} onClick={loadMore}>
          {t('cases:matters.more')}
        </Button>
      )}
      {asked !== null && <ErasureDialog {...asked} close={() => ask(null)} changed={refresh} />}
    </PageFrame>
  );
}

function Erasable({
  rows,
  ask,
}: {
  readonly rows: readonly ErasableCase[];
  readonly ask: (row: ErasableCase, act: ErasureAct) => void;
}): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const may = useMay();
  const proposal = ({ proposedBy, proposalEndsAt }: ErasableCase): string => {
    if (proposedBy === null) return t('cases:erasure.notProposed');
    const day = formatDay((proposalEndsAt ?? '').slice(0, 10));
    return t(proposedBy === me.id ? 'cases:erasure.proposedByYou' : 'cases:erasure.proposed', {
      day,
    });
  };
  const columns: readonly Column<ErasableCase>[] = [
    { key: 'codename', title: t('cases:filter.codename'), value: ({ codename }) => codename },
    {
      key: 'state',
      title: t('cases:filter.state'),
      value: ({ state }) => t(`cases:state.${state}`),
    },
    {
      key: 'keptUntil',
      title: t('cases:erasure.keptUntil'),
      value: ({ retentionDueDay }) => retentionDueDay,
      text: ({ retentionDueDay }) => formatDay(retentionDueDay),
    },
    { key: 'proposal', title: t('cases:erasure.signatures'), value: proposal },
    {
      key: 'act',
      title: t('cases:erasure.act'),
      value: () => '',
      isControl: true,
      cell: (row) => {
        const act = erasureActOf(row, may);
        return act === null ? null : (
          <Button
            size="compact-xs"
            variant={act === 'CONFIRM' ? 'filled' : 'default'}
            aria-label={t(`cases:erasureTitle.${act}`, { codename: row.codename })}
            onClick={() => ask(row, act)}
          >
            {t(`cases:erasureAct.${act}`)}
          </Button>
        );
      },
    },
  ];
  return (
    <DataTable
      caption={t('cases:erasure.list')}
      isCaptionHidden
      rows={rows}
      columns={columns}
      rowKey={({ caseId }) => caseId}
    />
  );
}

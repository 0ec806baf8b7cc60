import './cases.css';
import { Anchor, Button, Text, Title } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePages } from '../../api/use-pages';
import { DataTable, type Column } from '../../ui/data-table';
import { PageFrame } from '../../ui/page-frame';
import { Empty, Failed, Waiting } from '../../ui/states';
import { CaseListDocument, CaseloadDocument, type CaseloadQuery } from './case-list.documents';
import type { ListedCase } from './case-row';
import { LIVE_STATES } from './codes';
import { AwaitingBoard } from './awaiting-board';
import { CaseLine } from './day-lines';
import { DaySection } from './day-section';
import { useMay } from '../../ui/may';
import { MoveList } from './move-list';
import { useRowKeys } from './row-keys';

/** What is still in the inbox belongs to the screeners. */
const TAKEN_ON = LIVE_STATES.filter((state) => state !== 'INTAKE');

type Load = CaseloadQuery['caseload']['edges'][number]['node'];

/** Rows in one page of the interface; it allows no more. */
const PAGE = 50;
/** Most cases that are looked through for one without a deputy. */
const MOST_CASES = 1000;

/** Who carries how much, what nobody carries, and where a key is still to be given. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const loads = usePages({
    document: CaseloadDocument,
    variables: (after) => ({ input: { first: PAGE, after } }),
    pick: ({ caseload }) => caseload,
    topics: ['case'],
  });
  const [shown, setShown] = useState<Load['person']>(null);
  const columns = useColumns(may('assignCase') ? setShown : null);
  useRowKeys();
  return (
    <PageFrame title={t('cases:load.title')}>
      {loads.failure !== null && <Failed failure={loads.failure} retry={loads.refresh} />}
      {loads.isLoading && loads.nodes.length === 0 && loads.failure === null && <Waiting />}
      {loads.nodes.length > 0 && (
        <DataTable
          caption={t('cases:load.caption')}
          rows={loads.nodes}
          columns={columns}
          rowKey={({ person }) => person?.id ?? ''}
        />
      )}
      {loads.hasMore && (
        <Button size="xs" variant="default" onClick={loads.loadMore}>
          {t('cases:load.more')}
        </Button>
      )}
      <Text size="sm" c="dimmed" my="sm">
        {t('cases:load.bands')}
      </Text>
      {shown !== null && <MoveList key={shown.id} person={shown} />}
      {may('awaitingAccess') && <AwaitingBoard />}
      {may('caseList') && <Board />}
    </PageFrame>
  );
}

/** @param show opens the families of a colleague, where they may be moved */
function useColumns(show: ((person: Load['person']) => void) | null): readonly Column<Load>[] {
  const { t } = useTranslation();
  const count = (key: 'cases' | 'asDeputy' | 'heldIdentities' | 'overdueSteps'): Column<Load> => ({
    key,
    title: t(`cases:load.${key}`),
    value: (load) => load[key],
    isNumber: true,
  });
  return [
    {
      key: 'person',
      title: t('cases:load.person'),
      value: ({ person }) => person?.displayName ?? '–',
      cell: ({ person }) =>
        show === null || person === null ? (
          (person?.displayName ?? '–')
        ) : (
          <Anchor component="button" size="sm" onClick={() => show(person)}>
            {person.displayName}
          </Anchor>
        ),
    },
    {
      key: 'band',
      title: t('cases:load.band'),
      value: ({ band }) => t(`cases:band.${band}`),
      cell: ({ band }) => (
        <span className="band" data-band={band}>
          {t(`cases:band.${band}`)}
        </span>
      ),
    },
    count('cases'),
    count('asDeputy'),
    count('overdueSteps'),
    count('heldIdentities'),
  ];
}

/** Families without a caseworker or a deputy. */
function Board(): ReactNode {
  const { t } = useTranslation();
  const { nodes, hasMore, isLoading, loadMore, failure, refresh } = usePages({
    document: CaseListDocument,
    variables: (after) => ({ input: { first: PAGE, after, states: TAKEN_ON } }),
    pick: ({ caseList }) => caseList,
    topics: ['case'],
  });
  const isReading = hasMore && nodes.length < MOST_CASES;
  useEffect(() => {
    if (isReading && !isLoading) loadMore();
  }, [isReading, isLoading, loadMore]);
  const unassigned = nodes.filter(({ assignee }) => assignee === null);
  const undeputised = nodes.filter((row) => row.assignee !== null && row.deputy === null);
  const part = (title: string, rows: readonly ListedCase[]): ReactNode => (
    <DaySection title={title} count={rows.length}>
      {rows.map((row) => (
        <CaseLine key={row.id} row={row} />
      ))}
    </DaySection>
  );
  if (failure !== null) return <Failed failure={failure} retry={refresh} />;
  if (nodes.length === 0) return isLoading ? <Waiting rows={3} /> : null;
  const isDone = unassigned.length + undeputised.length === 0;
  return (
    <>
      {isReading && (
        <Text size="sm" c="dimmed" role="status">
          {t('cases:load.reading', { count: nodes.length })}
        </Text>
      )}
      {isDone && !isReading && (
        <Empty title={t('cases:load.allHeld')}>{t('cases:load.allHeldAbout')}</Empty>
      )}
      {part(t('cases:load.unassigned'), unassigned)}
      {part(t('cases:load.undeputised'), undeputised)}
      {hasMore && !isReading && (
        <Title order={2} size="h6">
          {t('cases:load.cut', { count: nodes.length })}
        </Title>
      )}
    </>
  );
}

import './cases.css';
import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { usePages } from '../../api/use-pages';
import { useCountryCodes } from '../../codes/country-codes';
import { useKeys } from '../../ui/keys';
import { PageFrame } from '../../ui/page-frame';
import { Empty, Failed, Waiting } from '../../ui/states';
import { CaseListDocument } from './case-list.documents';
import { CaseNeedsDocument } from './case-needs.documents';
import { LIVE_STATES } from './codes';
import { AwaitingBoard } from './awaiting-board';
import { CallLine } from './call-line';
import { CaseLine, NeedLine } from './day-lines';
import { DayDrafts } from './day-drafts';
import { DayReleases } from './day-releases';
import { DaySection } from './day-section';
import { dayOf } from './day';
import { useToday } from './days';
import { useMay } from '../../ui/may';
import { useRowKeys } from './row-keys';

/** Rows in one page of the interface; it allows no more. A caseworker has at most 40 families. */
const PAGE = 50;

/** What I promised, whom I have not heard, what runs out, what waits for me. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay();
  const today = useToday();
  const { wordOf } = useCountryCodes();
  const cases = usePages({
    document: CaseListDocument,
    variables: (after) => ({
      input: { first: PAGE, after, orderBy: 'NEXT_STEP' as const, states: LIVE_STATES, mine: true },
    }),
    pick: ({ caseList }) => caseList,
    topics: ['case'],
  });
  const needs = usePages({
    document: CaseNeedsDocument,
    variables: (after) => ({
      input: { first: PAGE, after, orderBy: 'DUE_DAY' as const, filter: { mine: true } },
    }),
    pick: ({ needQueue }) => needQueue,
    topics: ['need'],
  });
  const open = (): void => void navigate('/open-case');
  const mayOpen = may('openCase');
  useRowKeys();
  useKeys(mayOpen ? { o: open } : {});
  const day = dayOf(cases.nodes, needs.nodes, today);
  const failed = [cases, needs].find(({ failure }) => failure !== null);
  const isWaiting = cases.isLoading && cases.nodes.length === 0;
  const isQuiet = !isWaiting && Object.values(day).every(({ length }) => length === 0);
  const lines = (rows: typeof day.late): ReactNode =>
    rows.map((row) => <CaseLine key={row.id} row={row} />);
  const callLines = (rows: typeof day.calls): ReactNode =>
    rows.map((row) => <CallLine key={row.id} row={row} />);
  const codenames = new Map(cases.nodes.map(({ id, codename }) => [id, codename]));
  const needLines = (rows: typeof day.deadlines): ReactNode =>
    rows.map((need) => (
      <NeedLine key={need.id} need={need} word={wordOf('needKinds', need.code)} />
    ));
  return (
    <PageFrame
      title={t('cases:day.title')}
      acts={
        mayOpen && (
          <Button size="sm" variant="default" onClick={open} rightSection={<kbd>o</kbd>}>
            {t('cases:list.open')}
          </Button>
        )
      }
    >
      {failed !== undefined && failed.failure !== null && (
        <Failed failure={failed.failure} retry={failed.refresh} />
      )}
      {isWaiting && failed === undefined && <Waiting />}
      {isQuiet && failed === undefined && (
        <Empty title={t('cases:day.empty')}>{t('cases:day.emptyAbout')}</Empty>
      )}
      {may('drafts') && <DayDrafts codenames={codenames} />}
      <DaySection title={t('cases:day.calls')} count={day.calls.length}>
        {callLines(day.calls)}
      </DaySection>
      <DaySection title={t('cases:day.late')} count={day.late.length}>
        {lines(day.late)}
      </DaySection>
      <DaySection title={t('cases:day.today')} count={day.today.length}>
        {lines(day.today)}
      </DaySection>
      <DaySection title={t('cases:day.silent')} count={day.silent.length}>
        {callLines(day.silent)}
      </DaySection>
      <DaySection title={t('cases:day.deadlines')} count={day.deadlines.length}>
        {needLines(day.deadlines)}
      </DaySection>
      {may('releasesAhead') && <DayReleases />}
      {may('awaitingAccess') && <AwaitingBoard />}
      <DaySection title={t('cases:day.waiting')} count={day.waiting.length}>
        {needLines(day.waiting)}
      </DaySection>
      <DaySection title={t('cases:day.week')} count={day.week.length}>
        {lines(day.week)}
      </DaySection>
      <DaySection title={t('cases:day.unplanned')} count={day.unplanned.length}>
        {lines(day.unplanned)}
      </DaySection>
      {!isWaiting && (
        <Text size="sm" c="dimmed" mt="md">
          {t('cases:day.later', { count: cases.nodes.length })}
        </Text>
      )}
    </PageFrame>
  );
}

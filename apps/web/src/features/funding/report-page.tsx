import './funding.css';
import { Group, NativeSelect, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { isRefusal } from '../../api/outcome';
import { useRead } from '../../api/use-read';
import { PageFrame } from '../../ui/page-frame';
import { Empty, Failed, NotHere, Waiting } from '../../ui/states';
import { FundReportDocument, FundsDocument } from './funding.documents';
import { ReportFiles } from './report-files';
import { ReportView } from './report-view';

/** What a fund did: reserved, spent, left, for whom in coarse numbers; to be taken along as CSV. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const { id = null } = useParams();
  const navigate = useNavigate();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const { data, failure, refresh } = useRead(FundsDocument, { input: {} });
  const fundId = id ?? data?.funds[0]?.id ?? null;
  const reading = useRead(
    FundReportDocument,
    { input: { fundId: fundId ?? '', from: from === '' ? null : from, to: to === '' ? null : to } },
    { isPaused: fundId === null, topics: ['fund'] },
  );
  const report = reading.data?.fundReport;
  const trouble = failure ?? reading.failure;
  return (
    <PageFrame title={t('funding:report.title')}>
      <Group align="end" mb="md">
        <NativeSelect
          label={t('funding:column.fund')}
          value={fundId ?? ''}
          onChange={(event) => void navigate(`/fund-report/${event.currentTarget.value}`)}
          data={(data?.funds ?? []).map((fund) => ({
            value: fund.id,
            label: `${fund.code} · ${fund.name}`,
          }))}
        />
        <TextInput
          type="month"
          label={t('funding:report.from')}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="month"
          label={t('funding:report.to')}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        {fundId !== null && <ReportFiles fundId={fundId} from={from} to={to} />}
      </Group>
      {trouble !== null && <Failed failure={trouble} retry={refresh} />}
      {data?.funds.length === 0 && (
        <Empty title={t('funding:funds.none')}>{t('funding:report.empty')}</Empty>
      )}
      {fundId !== null && report === undefined && trouble === null && <Waiting />}
      {report !== undefined && (isRefusal(report) ? <NotHere /> : <ReportView report={report} />)}
    </PageFrame>
  );
}

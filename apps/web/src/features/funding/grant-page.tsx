import './funding.css';
import { Group, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useRead } from '../../api/use-read';
import { Facts } from '../../ui/facts';
import { useKeys } from '../../ui/keys';
import { useMay } from '../../ui/may';
import { Money } from '../../ui/money';
import { PageFrame } from '../../ui/page-frame';
import { Failed, NotHere, Waiting } from '../../ui/states';
import { formatDay } from '../../ui/time';
import { BookInstalment } from './book-instalment';
import { ChangeLines } from './change-lines';
import { GrantsDocument } from './funding.documents';
import { GrantBurn } from './grant-burn';
import { GrantLines } from './grant-lines';
import { GrantSteps } from './grant-steps';
import { GrantProgressDocument } from './grants.documents';
import { LapseAlarm } from './lapse-alarm';
import { ReportFiles } from './report-files';
import { WhatIf } from './what-if';

/** One grant: what was promised and came, whether it is in time, its lines and goals, its report, its next step. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const may = useMay();
  const navigate = useNavigate();
  const { data, failure, refresh } = useRead(GrantsDocument, {}, { topics: ['fund'] });
  const following = useRead(GrantProgressDocument, {}, { topics: ['fund', 'need'] });
  useKeys({ Escape: () => void navigate('/grants') });
  const grant = data?.grants.find((each) => each.id === id);
  if (data === null) {
    return failure === null ? <Waiting /> : <Failed failure={failure} retry={refresh} />;
  }
  if (grant === undefined) return <NotHere />;
  const progress = following.data?.grantProgress.find(({ grantId }) => grantId === id);
  const changed = (): void => {
    refresh();
    following.refresh();
  };
  return (
    <PageFrame
      title={`${grant.code} · ${grant.name}`}
      acts={
        <Group gap="xs">
          {may('bookGrantInstalment') && <BookInstalment grant={grant} changed={changed} />}
          <ChangeLines key={grant.version} grant={grant} changed={changed} />
          {may('advanceGrant') && <GrantSteps grant={grant} changed={changed} />}
        </Group>
      }
    >
      <Link to="/grants" className="back">
        {t('funding:myGrants.all')}
      </Link>
      <Stack gap="lg">
        {progress !== undefined && (
          <>
            <LapseAlarm grant={progress} />
            <GrantBurn grant={progress} />
            <GrantLines grant={progress} />
          </>
        )}
        <Facts
          pairs={[
            [t('funding:column.state'), t(`funding:grantState.${grant.state}`)],
            [t('funding:column.promised'), <Money value={grant.amount} />],
            [t('funding:column.received'), <Money value={grant.received} />],
            [t('funding:column.overhead'), <Money value={grant.overhead} />],
            [t('funding:grants.field.startsOn'), formatDay(grant.startsOn)],
            [t('funding:grants.field.endsOn'), formatDay(grant.endsOn)],
            [t('funding:grants.field.lapsesOn'), formatDay(grant.lapsesOn)],
            [
              t('funding:column.fund'),
              <Link to={`/funds/${grant.fundId}`}>{t('funding:grants.toFund')}</Link>,
            ],
          ]}
        />
        {may('fundReportFile') && (
          <section aria-labelledby="grant-report">
            <Title order={2} size="h5" id="grant-report" mb="xs">
              {t('funding:download.title')}
            </Title>
            <ReportFiles fundId={grant.fundId} />
          </section>
        )}
        {may('fundWhatIf') && grant.state === 'OPEN' && <WhatIf fundId={grant.fundId} />}
      </Stack>
    </PageFrame>
  );
}

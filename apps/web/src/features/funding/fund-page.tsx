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
import { ChangeRules } from './change-rules';
import { FundBar } from './fund-bar';
import { FundRules } from './fund-rules';
import { FundStateActs } from './fund-state-acts';
import { FundsDocument } from './funding.documents';
import { GrantsTable } from './grants-table';
import { WhatIf } from './what-if';

/** One fund: its money, its rules in sentences, its grants, and what can be changed. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const may = useMay();
  const navigate = useNavigate();
  const reading = useRead(FundsDocument, { input: {} }, { topics: ['fund'] });
  useKeys({ Escape: () => void navigate('/funds') });
  const fund = reading.data?.funds.find((each) => each.id === id);
  if (reading.data === null) {
    return reading.failure === null ? (
      <Waiting />
    ) : (
      <Failed failure={reading.failure} retry={reading.refresh} />
    );
  }
  if (fund === undefined) return <NotHere />;
  const { lapsesOn } = fund;
  return (
    <PageFrame
      title={`${fund.code} · ${fund.name}`}
      acts={
        <Group gap="xs">
          {may('changeFundRules') && fund.state !== 'CLOSED' && (
            <ChangeRules key={fund.version} fund={fund} changed={reading.refresh} />
          )}
          {may('changeFundState') && <FundStateActs fund={fund} changed={reading.refresh} />}
        </Group>
      }
    >
      <Link to="/funds" className="back">
        {t('funding:funds.back')}
      </Link>
      <Stack gap="lg">
        <FundBar fund={fund} />
        <Facts
          pairs={[
            [t('funding:column.received'), <Money value={fund.received} />],
            [t('funding:column.overhead'), <Money value={fund.overhead} />],
            [t('funding:column.spent'), <Money value={fund.spent} />],
            [t('funding:column.reserved'), <Money value={fund.reserved} />],
            [t('funding:column.left'), <Money value={fund.left} />],
            [t('funding:fund.floor'), <Money value={fund.floor} />],
            [t('funding:column.state'), t(`funding:fundState.${fund.state}`)],
            [t('funding:fund.kind'), t(`funding:fundKind.${fund.kind}`)],
            [t('funding:fund.opensOn'), formatDay(fund.opensOn)],
            [
              t('funding:column.lapses'),
              lapsesOn === null ? t('funding:never') : formatDay(lapsesOn),
            ],
            [
              t('funding:fund.whoSees'),
              fund.isPublic ? t('funding:fund.public') : t('funding:fund.internal'),
            ],
            [t('funding:fund.free'), fund.isFreeFund ? t('funding:fund.freeAbout') : null],
          ]}
        />
        <section aria-labelledby="rules">
          <Title order={2} size="h5" id="rules">
            {t('funding:rules.title')}
          </Title>
          <FundRules fund={fund} />
        </section>
        {may('fundWhatIf') && fund.state === 'OPEN' && <WhatIf fundId={fund.id} />}
        {may('grants') && fund.kind === 'GRANT' && <GrantsTable fundId={fund.id} />}
        <Group gap="md">
          {may('fundReport') && (
            <Link to={`/fund-report/${fund.id}`}>{t('funding:report.title')}</Link>
          )}
          {may('accountStatement') && (
            <Link to={`/account/${fund.id}`}>{t('funding:fund.statement')}</Link>
          )}
        </Group>
      </Stack>
    </PageFrame>
  );
}

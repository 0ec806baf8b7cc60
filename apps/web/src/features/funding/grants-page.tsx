import './funding.css';
import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../api/use-read';
import { useMay } from '../../ui/may';
import { formatMoney } from '../../ui/money';
import { PageFrame } from '../../ui/page-frame';
import { Empty, Failed, Waiting } from '../../ui/states';
import { formatDay } from '../../ui/time';
import { FundBar } from './fund-bar';
import type { GrantProgress } from './grant-progress-types';
import { GrantProgressDocument } from './grants.documents';
import { LapseAlarm } from './lapse-alarm';
import { SetUpGrant } from './set-up-grant';

/** Grants that I follow: first what lapses soon, then how far each has come. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const options = { topics: ['fund', 'need'] } as const;
  const { data, failure, refresh } = useRead(GrantProgressDocument, {}, options);
  const grants = data?.grantProgress;
  // Whoever sets grants up and cannot open funds sees the own ones alone.
  const areMine = may('setUpGrant') && !may('openFund');
  return (
    <PageFrame
      title={t(areMine ? 'funding:myGrants.title' : 'funding:myGrants.all')}
      acts={may('setUpGrant') && <SetUpGrant changed={refresh} />}
    >
      {failure !== null && <Failed failure={failure} retry={refresh} />}
      {grants === undefined && failure === null && <Waiting rows={4} />}
      {grants?.length === 0 && (
        <Empty title={t('funding:myGrants.none')}>{t('funding:myGrants.empty')}</Empty>
      )}
      {grants !== undefined && grants.length > 0 && (
        <Stack gap="md">
          {grants.map((grant) => (
            <LapseAlarm key={grant.grantId} grant={grant} isLinked />
          ))}
          <ul className="grant-cards" aria-label={t('funding:myGrants.all')}>
            {grants.map((grant) => (
              <GrantCard key={grant.grantId} grant={grant} />
            ))}
          </ul>
        </Stack>
      )}
    </PageFrame>
  );
}

function GrantCard({ grant }: { readonly grant: GrantProgress }): ReactNode {
  const { t } = useTranslation();
  const { grantId, code, name, state, spent, spendable, lapsesOn, reserved, left } = grant;
  const sums = { spent: formatMoney(spent), all: formatMoney(spendable) };
  return (
    <li className="grant-card">
      <Group justify="space-between" gap="xs" mb={4}>
        <Title order={2} size="h5">
          <Link to={`/grants/${grantId}`}>{`${code} · ${name}`}</Link>
        </Title>
        <Text size="sm">
          {t(`funding:grantState.${state}`)},{' '}
          {t('funding:myGrants.until', { day: formatDay(lapsesOn) })}
        </Text>
      </Group>
      <FundBar fund={{ spent, reserved, left }} />
      <Group gap="2px 20px" mt={6}>
        <Text size="sm" fw={600}>
          {t('funding:myGrants.about', sums)}
        </Text>
        <Text size="sm">{`${t('funding:column.reserved')}: ${formatMoney(reserved)}`}</Text>
        <Text size="sm">{`${t('funding:column.left')}: ${formatMoney(left)}`}</Text>
      </Group>
    </li>
  );
}

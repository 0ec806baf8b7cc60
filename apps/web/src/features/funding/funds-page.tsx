import './funding.css';
import { Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../api/use-read';
import { DataTable } from '../../ui/data-table';
import { useMay } from '../../ui/may';
import { PageFrame } from '../../ui/page-frame';
import { Empty, Failed, Waiting } from '../../ui/states';
import { dayColumn, moneyColumn } from '../../ui/table-columns';
import { FundBar } from './fund-bar';
import type { Fund } from './fund-page-types';
import { FundsDocument } from './funding.documents';
import { GrantsTable } from './grants-table';
import { OpenFund } from './open-fund';
import { RecordGrant } from './record-grant';

const SUM = { hasSum: true } as const;

/** What each fund has received, promised, spent and left, and the grants behind it. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const { data, failure, refresh } = useRead(FundsDocument, { input: {} }, { topics: ['fund'] });
  const funds = data?.funds;
  return (
    <PageFrame
      title={t('funding:funds.title')}
      acts={
        <Group gap="xs">
          {may('openFund') && <OpenFund changed={refresh} />}
          {may('recordGrant') && funds !== undefined && (
            <RecordGrant funds={funds} changed={refresh} />
          )}
        </Group>
      }
    >
      {failure !== null && <Failed failure={failure} retry={refresh} />}
      {funds === undefined && failure === null && <Waiting rows={8} />}
      {funds?.length === 0 && (
        <Empty title={t('funding:funds.none')}>{t('funding:funds.empty')}</Empty>
      )}
      {funds !== undefined && funds.length > 0 && (
        <Stack gap="lg">
          <DataTable
            caption={t('funding:funds.caption')}
            rows={funds}
            rowKey={({ id }) => id}
            fileName="funds"
            columns={[
              {
                key: 'fund',
                title: t('funding:column.fund'),
                value: ({ code, name }) => `${code} · ${name}`,
                cell: ({ id, code, name }) => (
                  <>
                    <Link to={`/funds/${id}`}>{code}</Link>
                    <Text size="sm">{name}</Text>
                  </>
                ),
              },
              {
                key: 'state',
                title: t('funding:column.state'),
                value: ({ state }) => t(`funding:fundState.${state}`),
              },
              dayColumn<Fund>(
                'lapses',
                t('funding:column.lapses'),
                ({ lapsesOn }) => lapsesOn,
                t('funding:never'),
              ),
              moneyColumn<Fund>(
                'received',
                t('funding:column.received'),
                ({ received }) => received,
                SUM,
              ),
              moneyColumn<Fund>(
                'reserved',
                t('funding:column.reserved'),
                ({ reserved }) => reserved,
                SUM,
              ),
              moneyColumn<Fund>('spent', t('funding:column.spent'), ({ spent }) => spent, SUM),
              moneyColumn<Fund>('left', t('funding:column.left'), ({ left }) => left, SUM),
              {
                key: 'bar',
                title: t('funding:column.shares'),
                value: ({ spent, received }) => shareOf(spent.minorUnits, received.minorUnits),
                cell: (fund) => (
                  <div className="fund-bar">
                    <FundBar fund={fund} />
                  </div>
                ),
              },
            ]}
          />
          {may('grants') && <GrantsTable />}
        </Stack>
      )}
    </PageFrame>
  );
}

/** Per cent of the whole, without a fraction. */
function shareOf(part: string, whole: string): string {
  const all = BigInt(whole);
  return all <= 0n ? '' : `${String((BigInt(part) * 100n) / all)} %`;
}

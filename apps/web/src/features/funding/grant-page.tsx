import './funding.css';
import { Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useRead } from '../../api/use-read';
import { DataTable } from '../../ui/data-table';
import { Facts } from '../../ui/facts';
import { useKeys } from '../../ui/keys';
import { useMay } from '../../ui/may';
import { Money } from '../../ui/money';
import { PageFrame } from '../../ui/page-frame';
import { Failed, NotHere, Waiting } from '../../ui/states';
import { moneyColumn } from '../../ui/table-columns';
import { formatDay } from '../../ui/time';
import { GrantsDocument } from './funding.documents';
import { GrantSteps } from './grant-steps';
import { useGroupWords } from './group-words';
import { BookInstalment } from './book-instalment';
import type { Grant } from './grant-page-types';

/** One grant: what was promised, what came, its lines, and its next step. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const may = useMay();
  const navigate = useNavigate();
  const { groupOf } = useGroupWords();
  const { data, failure, refresh } = useRead(GrantsDocument, {}, { topics: ['fund'] });
  useKeys({ Escape: () => void navigate('/funds') });
  const grant = data?.grants.find((each) => each.id === id);
  if (data === null) {
    return failure === null ? <Waiting /> : <Failed failure={failure} retry={refresh} />;
  }
  if (grant === undefined) return <NotHere />;
  const { currency } = grant.amount;
  return (
    <PageFrame
      title={`${grant.code} · ${grant.name}`}
      acts={
        <Group gap="xs">
          {may('bookGrantInstalment') && <BookInstalment grant={grant} changed={refresh} />}
          {may('advanceGrant') && <GrantSteps grant={grant} changed={refresh} />}
        </Group>
      }
    >
      <Link to="/funds" className="back">
        {t('funding:funds.back')}
      </Link>
      <Stack gap="lg">
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
        {grant.lines.length > 0 && (
          <DataTable
            caption={t('funding:grants.lines')}
            rows={grant.lines}
            rowKey={({ group }) => group}
            columns={[
              {
                key: 'group',
                title: t('funding:column.group'),
                value: ({ group }) => groupOf(group),
              },
              moneyColumn<Grant['lines'][number]>(
                'ceiling',
                t('funding:column.ceiling'),
                ({ ceilingMinor }) => ({
                  minorUnits: ceilingMinor,
                  currency,
                }),
              ),
            ]}
          />
        )}
      </Stack>
    </PageFrame>
  );
}

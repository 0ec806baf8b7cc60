import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../api/use-read';
import { DataTable } from '../../ui/data-table';
import { Empty } from '../../ui/states';
import { dayColumn, moneyColumn } from '../../ui/table-columns';
import type { Grant } from './grant-page-types';
import { GrantsDocument } from './funding.documents';

/** Grants: what was promised, what has come, and until when; of one fund or of all. */
export function GrantsTable({ fundId = null }: { readonly fundId?: string | null }): ReactNode {
  const { t } = useTranslation();
  const { data } = useRead(GrantsDocument, {}, { topics: ['fund'] });
  const grants = data?.grants.filter((grant) => fundId === null || grant.fundId === fundId);
  if (grants === undefined) return null;
  if (grants.length === 0) {
    return <Empty title={t('funding:grants.none')}>{t('funding:grants.empty')}</Empty>;
  }
  return (
    <DataTable
      caption={t('funding:grants.title')}
      rows={grants}
      rowKey={({ id }) => id}
      fileName="grants"
      columns={[
        {
          key: 'grant',
          title: t('funding:column.grant'),
          value: ({ code, name }) => `${code} · ${name}`,
          cell: ({ id, code, name }) => <Link to={`/grants/${id}`}>{`${code} · ${name}`}</Link>,
        },
        {
          key: 'state',
          title: t('funding:column.state'),
          value: ({ state }) => t(`funding:grantState.${state}`),
        },
        dayColumn<Grant>('ends', t('funding:column.ends'), ({ endsOn }) => endsOn),
        moneyColumn<Grant>('amount', t('funding:column.promised'), ({ amount }) => amount),
        moneyColumn<Grant>('received', t('funding:column.received'), ({ received }) => received),
        moneyColumn<Grant>('overhead', t('funding:column.overhead'), ({ overhead }) => overhead),
      ]}
    />
  );
}

import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePages, type Connection } from '../../api/use-pages';
import { DataTable, type Column } from '../../ui/data-table';
import { PersonExposureDocument, type PersonExposureQuery } from './oversight.documents';

type Exposure = Extract<
  PersonExposureQuery['personExposure'],
  { readonly __typename: 'PersonExposure' }
>;
type Exposed = Exposure['cases']['edges'][number]['node'];

const PAGE = 50;
const NONE: Connection<Exposed> = {
  edges: [],
  pageInfo: { endCursor: null, hasNextPage: false },
};

/** The families, by codename, and how far each would open. */
export function ExposedFamilies({ personId }: { readonly personId: string }): ReactNode {
  const { t } = useTranslation();
  const { nodes, hasMore, isLoading, loadMore } = usePages({
    document: PersonExposureDocument,
    variables: (after) => ({ input: { personId, first: PAGE, after } }),
    pick: ({ personExposure }) =>
      personExposure.__typename === 'PersonExposure' ? personExposure.cases : NONE,
  });
  if (nodes.length === 0) return null;
  const columns: readonly Column<Exposed>[] = [
    {
      key: 'codename',
      title: t('disclosure:filter.codename'),
      value: ({ codename }) => codename,
    },
    {
      key: 'opens',
      title: t('disclosure:exposure.opens'),
      value: ({ opens }) => t(`disclosure:opens.${opens}`),
    },
    {
      key: 'state',
      title: t('disclosure:guarded.state'),
      value: ({ state }) => t(`disclosure:caseState.${state}`),
    },
  ];
  return (
    <div>
      <DataTable
        caption={t('disclosure:exposure.families')}
        rows={nodes}
        columns={columns}
        rowKey={({ id }) => id}
      />
      {hasMore && (
        <Button size="compact-xs" variant="default" loading={isLoading} onClick={loadMore}>
          {t('disclosure:guarded.more')}
        </Button>
      )}
    </div>
  );
}

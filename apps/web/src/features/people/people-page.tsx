import './people.css';
import { Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../session/session';
import { DataTable, type Column } from '../../ui/data-table';
import { PageFrame } from '../../ui/page-frame';
import { Empty, Failed, Waiting } from '../../ui/states';
import { formatMoment } from '../../ui/time';
import { EVERYBODY, PeopleFilters, fittingPeople, type PeopleFilter } from './people-filter';
import { NearPlaces } from './near-places';
import { useColleagues, type Colleague } from './use-colleagues';
import { useDuty } from './use-duty';

/** Who works here: roles, standing, who may screen requests, and who is on duty. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const { nodes, failure, isLoading, refresh } = useColleagues();
  const [filter, setFilter] = useState<PeopleFilter>(EVERYBODY);
  const shown = fittingPeople(nodes, filter).toSorted((one, other) =>
    one.displayName.localeCompare(other.displayName),
  );
  const standingCount = (standing: Colleague['standing']): number =>
    nodes.filter((person) => person.standing === standing).length;
  return (
    <PageFrame title={t('people:list.title')} acts={<NearPlaces />}>
      {failure !== null && <Failed failure={failure} retry={refresh} />}
      {nodes.length === 0 && isLoading && <Waiting />}
      {nodes.length > 0 && (
        <Stack gap="sm">
          <Text size="sm" role="status">
            {t('people:list.sum', {
              active: standingCount('ACTIVE'),
              probation: standingCount('PROBATION'),
              suspended: standingCount('SUSPENDED'),
            })}
          </Text>
          <div>
            <PeopleFilters people={nodes} filter={filter} change={setFilter} />
            {shown.length === 0 ? (
              <Empty title={t('people:list.empty')}>{t('people:list.emptyAbout')}</Empty>
            ) : (
              <PeopleTable people={shown} />
            )}
          </div>
          <Text size="sm" c="dimmed" maw={640}>
            {t('people:list.about')}
          </Text>
        </Stack>
      )}
    </PageFrame>
  );
}

function PeopleTable({ people }: { readonly people: readonly Colleague[] }): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const { shifts, mayRead } = useDuty();
  const untilOf = ({ id }: Colleague): string =>
    shifts.find(({ person }) => person.id === id)?.until ?? '';
  const duty: Column<Colleague> = {
    key: 'duty',
    title: t('people:column.duty'),
    value: untilOf,
    cell: (person) =>
      untilOf(person) === '' ? '' : t('people:duty.until', { when: formatMoment(untilOf(person)) }),
  };
  const columns: readonly Column<Colleague>[] = [
    {
      key: 'name',
      title: t('people:column.name'),
      value: ({ displayName }) => displayName,
      cell: ({ displayName, id }) =>
        id === me.id ? t('people:list.you', { name: displayName }) : displayName,
    },
    {
      key: 'roles',
      title: t('people:column.roles'),
      value: ({ roles }) => roles.map((role) => t(`codes:role.${role}`)).join(', '),
    },
    {
      key: 'standing',
      title: t('people:column.standing'),
      value: ({ standing }) => t(`people:standing.${standing}`),
      cell: ({ standing }) => (
        <span className="standing" data-standing={standing}>
          {t(`people:standing.${standing}`)}
        </span>
      ),
    },
    {
      key: 'screener',
      title: t('people:column.screener'),
      value: ({ screener }) => (screener ? t('people:list.screener') : ''),
    },
    ...(mayRead ? [duty] : []),
  ];
  return (
    <div className="captionless">
      <Text size="sm" role="status">
        {t('people:list.count', { count: people.length })}
      </Text>
      <DataTable
        caption={t('people:list.title')}
        rows={people}
        columns={columns}
        rowKey={({ id }) => id}
      />
    </div>
  );
}

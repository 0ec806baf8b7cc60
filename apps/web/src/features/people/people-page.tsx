import './people.css';
import { Button, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../session/session';
import { useMay } from '../../ui/may';
import { DataTable, type Column } from '../../ui/data-table';
import { PageFrame } from '../../ui/page-frame';
import { Empty, Failed, Waiting } from '../../ui/states';
import { formatMoment } from '../../ui/time';
import { ChangePerson } from './change-person';
import { EVERYBODY, PeopleFilters, fittingPeople, type PeopleFilter } from './people-filter';
import { NearPlaces } from './near-places';
import { SuspendPerson } from './suspend-person';
import { useColleagues, type Colleague } from './use-colleagues';
import { useDuty } from './use-duty';
import { usePersonChanges } from './use-person-changes';
import { PastChanges, WaitingChanges } from './waiting-changes';

/** Who works here: roles, standing, who may screen requests, and who is on duty. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const { nodes, failure, isLoading, refresh } = useColleagues();
  const changes = usePersonChanges();
  const mayChange = useMay()('changePerson');
  const [filter, setFilter] = useState<PeopleFilter>(EVERYBODY);
  const [chosen, choose] = useState<Colleague | null>(null);
  const readAnew = (): void => {
    refresh();
    changes.refresh();
  };
  const dialog = { close: () => choose(null), changed: readAnew };
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
          <WaitingChanges changes={changes} changed={readAnew} />
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
              <PeopleTable people={shown} choose={choose} />
            )}
          </div>
          <Text size="sm" c="dimmed" maw={640}>
            {t('people:list.about')}
          </Text>
          <PastChanges changes={changes} />
          {chosen !== null &&
            (mayChange ? (
              <ChangePerson key={chosen.id} person={chosen} {...dialog} />
            ) : (
              <SuspendPerson key={chosen.id} person={chosen} {...dialog} />
            ))}
        </Stack>
      )}
    </PageFrame>
  );
}

function PeopleTable({
  people,
  choose,
}: {
  readonly people: readonly Colleague[];
  readonly choose: (person: Colleague) => void;
}): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const { shifts, mayRead } = useDuty();
  const may = useMay();
  const act = may('changePerson') ? 'change' : may('suspendPerson') ? 'suspend' : null;
  const untilOf = ({ id }: Colleague): string =>
    shifts.find(({ person }) => person.id === id)?.until ?? '';
  const duty: Column<Colleague> = {
    key: 'duty',
    title: t('people:column.duty'),
    value: untilOf,
    cell: (person) =>
      untilOf(person) === '' ? '' : t('people:duty.until', { when: formatMoment(untilOf(person)) }),
  };
  // Volunteers come, rest and go by vetting; nobody changes their own rights.
  const isMine = ({ id, roles, standing }: Colleague): boolean =>
    id !== me.id && !roles.includes('VOLUNTEER') && (act === 'change' || standing !== 'SUSPENDED');
  const acts = (kind: 'change' | 'suspend'): Column<Colleague> => ({
    key: 'act',
    title: t('people:column.act'),
    value: (person) => (isMine(person) ? kind : ''),
    cell: (person) =>
      isMine(person) && (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t(`people:${kind}.title`, { name: person.displayName })}
          onClick={() => choose(person)}
        >
          {t(`people:${kind}.act`)}
        </Button>
      ),
  });
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
    ...(act === null ? [] : [acts(act)]),
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

import './volunteers.css';
import { Chip, Group } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { usePages } from '../../api/use-pages';
import { SplitList } from '../../ui/split-list';
import { Empty } from '../../ui/states';
import { OpenedVolunteer } from './opened-volunteer';
import { VettingTabs } from './vetting-tabs';
import { VolunteersDocument, type VettingState } from './volunteers.documents';
import { countryName } from '../../ui/names';
import type { Volunteer } from './volunteers-page-types';

const PAGE = 50;

/** Volunteers by how they stand. */
const VIEWS = {
  ALL: ['PROBATION', 'ACTIVE', 'RECHECK_DUE', 'SUSPENDED'],
  PROBATION: ['PROBATION'],
  ACTIVE: ['ACTIVE'],
  RECHECK_DUE: ['RECHECK_DUE'],
  SUSPENDED: ['SUSPENDED'],
  ENDED: ['REVOKED', 'RESIGNED'],
} as const satisfies Readonly<Record<string, readonly VettingState[]>>;
type View = keyof typeof VIEWS;
const VIEW_NAMES = Object.keys(VIEWS) as View[];

/** Who helps, how they stand, and what is decided on them. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const { id = null } = useParams();
  const [view, setView] = useState<View>('ALL');
  const pages = usePages({
    document: VolunteersDocument,
    variables: (after) => ({ input: { first: PAGE, after, states: [...VIEWS[view]] } }),
    pick: ({ volunteers }) => volunteers,
  });
  return (
    <SplitList
      label={t('volunteers:vetting.people')}
      pages={pages}
      path="/vetting/people"
      openId={id}
      head={
        <div className="list-head">
          <VettingTabs />
          <Chip.Group
            value={view}
            onChange={(next) => setView(VIEW_NAMES.find((each) => each === next) ?? view)}
          >
            <Group gap={6}>
              {VIEW_NAMES.map((name) => (
                <Chip key={name} size="xs" value={name}>
                  {t(`volunteers:view.${name}`)}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        </div>
      }
      row={(volunteer) => <VolunteerRow volunteer={volunteer} />}
      empty={
        <Empty title={t('volunteers:person.empty')}>{t('volunteers:person.emptyAbout')}</Empty>
      }
    >
      {id !== null && <OpenedVolunteer key={id} id={id} changed={pages.refresh} />}
    </SplitList>
  );
}

function VolunteerRow({ volunteer }: { readonly volunteer: Volunteer }): ReactNode {
  const { t } = useTranslation();
  const { person, tier, state, country, verifiedTasks } = volunteer;
  return (
    <>
      <span className="vetting-name strong">{person?.displayName ?? '–'}</span>
      <span className="vetting-state">{t(`volunteers:state.${state}`)}</span>
      <span className="vetting-tier">{tier ?? '–'}</span>
      <span className="vetting-country">{countryName(country)}</span>
      <span className="vetting-voices">
        {t('volunteers:person.tasks', { count: verifiedTasks })}
      </span>
    </>
  );
}

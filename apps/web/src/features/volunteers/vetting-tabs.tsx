import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';

/** The three lists of the vetting desk, and what colleagues ask of me. */
export function VettingTabs(): ReactNode {
  const { t } = useTranslation();
  return (
    <Group gap={4} component="nav" aria-label={t('volunteers:vetting.title')}>
      <NavLink to="/vetting" end className="vetting-tab">
        {t('volunteers:vetting.due')}
      </NavLink>
      <NavLink to="/vetting/applications" className="vetting-tab">
        {t('volunteers:vetting.applications')}
      </NavLink>
      <NavLink to="/vetting/people" className="vetting-tab">
        {t('volunteers:vetting.people')}
      </NavLink>
      <NavLink to="/references" className="vetting-tab">
        {t('volunteers:references.title')}
      </NavLink>
    </Group>
  );
}

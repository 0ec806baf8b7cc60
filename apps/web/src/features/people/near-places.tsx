import { Anchor, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useMay } from '../../ui/may';

/** Ways between the pages of people, duty and rules, as far as they are mine. */
export function NearPlaces(): ReactNode {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const places = [
    { path: '/people', label: t('people:list.title'), isMine: useMay()('colleagues') },
    { path: '/duty', label: t('people:duty.title'), isMine: useMay()('dutyList') },
    {
      path: '/settings',
      label: t('people:settings.title'),
      isMine: useMay()('organizationSettings'),
    },
  ];
  return (
    <Group gap="md" component="nav" aria-label={t('people:near')}>
      {places
        .filter(({ path, isMine }) => isMine && path !== pathname)
        .map(({ path, label }) => (
          <Anchor key={path} component={Link} to={path} size="sm">
            {label}
          </Anchor>
        ))}
    </Group>
  );
}

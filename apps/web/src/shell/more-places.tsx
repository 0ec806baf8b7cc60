import { Menu, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RailPlace } from '../app/my-places';

/** Places that are not in sight, behind one word; nothing where all are. */
export function MorePlaces({
  places,
  className,
}: {
  readonly places: readonly RailPlace[];
  readonly className: string;
}): ReactNode {
  const { t } = useTranslation();
  if (places.length === 0) return null;
  return (
    <Menu position="top-start">
      <Menu.Target>
        <UnstyledButton className={className}>{t('shell:more')}</UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {places.map(({ path, label }) => (
          <Menu.Item key={path} component={Link} to={path}>
            {t(label)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

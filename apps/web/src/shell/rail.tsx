import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useMyRail } from '../app/my-places';
import { MorePlaces } from './more-places';

/** Places in sight; a longer list is read, not seen. */
const MOST = 7;

/** The places of my roles. */
export function Rail(): ReactNode {
  const { t } = useTranslation();
  const rail = useMyRail();
  // One word more would take as much room as the last place.
  const inSight = rail.length > MOST + 1 ? MOST : MOST + 1;
  return (
    <nav className="rail" aria-label={t('shell:places')}>
      {rail.slice(0, inSight).map(({ path, label }) => (
        <NavLink key={path} to={path} className="rail-place">
          {t(label)}
        </NavLink>
      ))}
      <MorePlaces places={rail.slice(inSight)} className="rail-place" />
    </nav>
  );
}

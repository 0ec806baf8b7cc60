import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useMyHome, useMyRail, type RailPlace } from '../app/my-places';
import { MorePlaces } from './more-places';

/** Places within reach of a thumb; the others are behind "More". */
const MOST = 3;

/** The bar at the bottom of a phone. */
export function PhoneBar(): ReactNode {
  const { t } = useTranslation();
  const rail = useMyRail();
  const home = useMyHome();
  const rank = ({ path, isOnPhone }: RailPlace): number => (path === home ? 0 : isOnPhone ? 1 : 2);
  const near = rail.toSorted((one, other) => rank(one) - rank(other));
  const shown = near.slice(0, rail.length > MOST + 1 ? MOST : MOST + 1);
  const others = rail.filter((place) => !shown.includes(place));
  return (
    <nav className="phone-bar" aria-label={t('shell:places')}>
      {shown.map(({ path, label }) => (
        <NavLink key={path} to={path} className="phone-place">
          {t(label)}
        </NavLink>
      ))}
      <MorePlaces places={others} className="phone-place" />
    </nav>
  );
}

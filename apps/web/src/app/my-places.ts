import { useMe } from '../session/session';
import { FEATURES } from './features';
import { mayUse } from './feature';
import { useMyAppointments } from './my-appointments';

const PLACES = FEATURES.flatMap(({ places }) => places);

export interface RailPlace {
  readonly path: string;
  readonly label: string;
  readonly isOnPhone: boolean;
}

/** The places in my rail, the one where I begin on top. */
export function useMyRail(): readonly RailPlace[] {
  const me = useMe();
  const home = useMyHome();
  const appointments = useMyAppointments();
  const mine = PLACES.filter((place) => mayUse(place, me)).flatMap(({ path, rail }) => {
    if (rail === undefined) return [];
    const isMine = rail.roles.some((role) => me.roles.includes(role));
    if (!isMine && !appointments.includes(path)) return [];
    return [
      { path: withoutParameters(path), label: rail.label, isOnPhone: rail.isOnPhone ?? false },
    ];
  });
  return mine.toSorted((one, other) => Number(other.path === home) - Number(one.path === home));
}

/** Where I begin: the first home of my roles, or whatever I have. */
export function useMyHome(): string | null {
  const me = useMe();
  const mine = PLACES.filter((place) => mayUse(place, me));
  const home = mine.find(({ homeOf }) => homeOf?.some((role) => me.roles.includes(role)));
  const first = home ?? mine.find(({ rail }) => rail !== undefined);
  return first === undefined ? null : withoutParameters(first.path);
}

function withoutParameters(path: string): string {
  return path.replace(/\/:.*$/, '');
}

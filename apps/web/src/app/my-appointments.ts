import { useEffect, useState } from 'react';
import { useApi } from '../api/api-context';
import type { Api } from '../api/client';
import { useMe } from '../session/session';
import { FEATURES } from './features';
import { mayUse, type Place } from './feature';

/** After the first page is there: nobody waits for it. */
const REST_MS = 2_000;

/** Answers of this session: rail, bar and palette ask once. */
const asked = new WeakMap<Api, Promise<readonly string[]>>();

/** Paths of the places that I have by appointment and not by role; none until the desk has answered. */
export function useMyAppointments(): readonly string[] {
  const me = useMe();
  const api = useApi();
  const [paths, setPaths] = useState<readonly string[]>([]);
  useEffect(() => {
    const open = FEATURES.flatMap(({ places }) => places).filter(
      (place) =>
        place.rail?.isAppointed !== undefined &&
        mayUse(place, me) &&
        !place.rail.roles.some((role) => me.roles.includes(role)),
    );
    if (open.length === 0) return undefined;
    let isOver = false;
    const timer = setTimeout(() => {
      const answer = asked.get(api) ?? ask(api, open);
      asked.set(api, answer);
      void answer.then((found) => {
        if (!isOver) setPaths(found);
      });
    }, REST_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [me, api]);
  return paths;
}

async function ask(api: Api, places: readonly Place[]): Promise<readonly string[]> {
  const answers = await Promise.all(
    // On a bad line the place is missing until the next session.
    places.map(async ({ rail }) => (await rail?.isAppointed?.(api).catch(() => false)) === true),
  );
  return places.filter((_, index) => answers[index] === true).map(({ path }) => path);
}

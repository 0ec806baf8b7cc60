import { Navigate, createBrowserRouter, type RouteObject } from 'react-router';
import { Shell } from '../shell/shell';
import { Failed, NotHere } from '../ui/states';
import { FEATURES } from './features';
import { mayUse, type Place } from './feature';
import { useMyHome } from './my-places';
import { useMe } from '../session/session';
import type { ComponentType, ReactNode } from 'react';

function routeOf(place: Place): RouteObject {
  return {
    path: place.path,
    ErrorBoundary: Faulty,
    lazy: async () => {
      const { Page } = await place.load();
      return { Component: () => <Allowed place={place} page={Page} /> };
    },
  };
}

/** A page that is not for this person is not there, as on the server. */
function Allowed({
  place,
  page: Page,
}: {
  readonly place: Place;
  readonly page: ComponentType;
}): ReactNode {
  return mayUse(place, useMe()) ? <Page /> : <NotHere />;
}

/** A page with a fault of ours, in the frame: the other places go on. */
function Faulty(): ReactNode {
  return <Failed failure="FAILED" retry={() => location.reload()} />;
}

function Home(): ReactNode {
  const home = useMyHome();
  return home === null ? <NotHere /> : <Navigate to={home} replace />;
}

/** Every place of every feature, in one frame. */
export const router = createBrowserRouter([
  {
    path: '/',
    Component: Shell,
    HydrateFallback: () => null,
    children: [
      { index: true, Component: Home },
      ...FEATURES.flatMap(({ places }) => places.map(routeOf)),
      { path: '*', Component: NotHere },
    ],
  },
]);

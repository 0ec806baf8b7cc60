import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { RouterProvider } from 'react-router/dom';
import { SessionProvider, useSession, type FirstSession } from '../session/session';
import { IdleLock } from '../session/idle-lock';
import { LockScreen } from '../session/lock-screen';
import { SignInPage } from '../session/sign-in-page';
import { theme } from '../theme';
import { pageSettings } from './page-settings';
import { router } from './routes';

/** The desk, from the outside in: looks, session, pages. */
export function App({ first }: { readonly first: FirstSession }): ReactNode {
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      getStyleNonce={() => pageSettings.nonce}
      deduplicateInlineStyles
    >
      <SessionProvider first={first}>
        <IdleLock />
        <Desk />
        <Notifications position="top-center" autoClose={6000} limit={3} />
      </SessionProvider>
    </MantineProvider>
  );
}

/** While it is locked the desk is kept, unseen: nobody loses what they were writing. */
function Desk(): ReactNode {
  const { state } = useSession();
  if (state === 'NOBODY') return <SignInPage />;
  if (state === 'CHECKING') return null;
  const isLocked = state === 'LOCKED';
  return (
    <>
      {isLocked && <LockScreen />}
      <div hidden={isLocked} inert={isLocked}>
        <RouterProvider router={router} />
      </div>
    </>
  );
}

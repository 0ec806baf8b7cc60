import type { Feature } from '../../app/feature';

/** Intake: the screening desk, exports of the form, and who can open what families send. */
export const intake: Feature = {
  name: 'intake',
  places: [
    {
      path: 'inbox/:id?',
      operation: 'intakeInbox',
      load: () => import('./inbox-page'),
      rail: {
        label: 'intake:inbox.title',
        roles: ['COORDINATOR', 'CASEWORKER'],
        isOnPhone: true,
      },
      isForScreeners: true,
    },
    {
      path: 'inbox-import/:id?',
      operation: 'importSubmissions',
      load: () => import('./import-page'),
    },
    {
      path: 'inbox-keys',
      operation: 'inboxKeys',
      load: () => import('./keys-page'),
      rail: { label: 'intake:keys.title', roles: ['SECURITY_OFFICER'] },
    },
  ],
};

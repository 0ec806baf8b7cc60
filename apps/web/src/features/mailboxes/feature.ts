import type { Feature } from '../../app/feature';

/** What families say by themselves: their mailboxes, complaints, and notes of people who are no relatives. */
export const mailboxes: Feature = {
  name: 'mailboxes',
  places: [
    {
      path: 'mailboxes/:id?',
      operation: 'mailboxes',
      load: () => import('./mailboxes-page'),
      rail: {
        label: 'mailboxes:list.title',
        roles: ['COORDINATOR', 'CASEWORKER', 'SECURITY_OFFICER'],
      },
    },
    {
      path: 'mailboxes-of/:kind/:subjectId/:id?',
      operation: 'mailboxes',
      load: () => import('./mailboxes-page'),
    },
    {
      path: 'open-mailbox/:caseId',
      operation: 'issueMailbox',
      load: () => import('./issue-page'),
    },
    {
      path: 'complaints/:id?',
      operation: 'complaints',
      load: () => import('./complaints-page'),
      rail: { label: 'mailboxes:complaints.title', roles: ['COORDINATOR', 'SECURITY_OFFICER'] },
    },
    {
      path: 'outside-notes/:id?',
      operation: 'outsideNotes',
      load: () => import('./outside-page'),
      rail: { label: 'mailboxes:outside.title', roles: ['COORDINATOR', 'CASEWORKER'] },
      isForScreeners: true,
    },
  ],
};

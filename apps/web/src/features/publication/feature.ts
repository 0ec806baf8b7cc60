import type { Feature } from '../../app/feature';

/** What leaves the house about families: cards and updates, written by one person and let out by another. */
export const publication: Feature = {
  name: 'publication',
  places: [
    {
      path: 'public-texts/:id?',
      operation: 'publicTexts',
      load: () => import('./texts-page'),
      rail: {
        label: 'publication:list.title',
        roles: ['COORDINATOR', 'SECURITY_OFFICER', 'AUDITOR'],
      },
    },
    {
      path: 'public-texts/write/:needId',
      operation: 'writePublicText',
      load: () => import('./write-page'),
    },
  ],
};

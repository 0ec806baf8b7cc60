import type { Feature } from '../../app/feature';

/** Devices that reopen my own desk. */
export const devices: Feature = {
  name: 'devices',
  places: [
    {
      path: 'devices',
      operation: 'passkeys',
      load: () => import('./devices-page'),
    },
  ],
};

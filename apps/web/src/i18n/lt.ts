import { gather } from './gather';

export const texts = gather(
  import.meta.glob('../**/locales/lt.json', { eager: true, import: 'default' }),
);

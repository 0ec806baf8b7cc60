import { gather } from './gather';

export const texts = gather(
  import.meta.glob('../**/locales/pl.json', { eager: true, import: 'default' }),
);

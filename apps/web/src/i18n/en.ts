import { gather } from './gather';

export const texts = gather(
  import.meta.glob('../**/locales/en.json', { eager: true, import: 'default' }),
);

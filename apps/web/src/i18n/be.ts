import { gather } from './gather';

export const texts = gather(
  import.meta.glob('../**/locales/be.json', { eager: true, import: 'default' }),
);

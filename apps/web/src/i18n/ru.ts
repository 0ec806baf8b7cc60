import { gather } from './gather';

export const texts = gather(
  import.meta.glob('../**/locales/ru.json', { eager: true, import: 'default' }),
);

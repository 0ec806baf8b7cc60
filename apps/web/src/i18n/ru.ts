import { gather } from './gather';

export const texts = gather(
  import.meta.glob(['../**/locales/ru.json', '!../doors/**'], {
    eager: true,
    import: 'default',
  }),
);

import { gather } from './gather';

export const texts = gather(
  import.meta.glob(['../**/locales/lt.json', '!../doors/**'], {
    eager: true,
    import: 'default',
  }),
);

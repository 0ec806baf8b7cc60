import { gather } from './gather';

export const texts = gather(
  import.meta.glob(['../**/locales/pl.json', '!../doors/**'], {
    eager: true,
    import: 'default',
  }),
);

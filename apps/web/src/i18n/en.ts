import { gather } from './gather';

export const texts = gather(
  import.meta.glob(['../**/locales/en.json', '!../doors/**'], {
    eager: true,
    import: 'default',
  }),
);

import { gather } from './gather';

export const texts = gather(
  import.meta.glob(['../**/locales/be.json', '!../doors/**'], {
    eager: true,
    import: 'default',
  }),
);

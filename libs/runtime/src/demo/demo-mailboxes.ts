import type { IssuedWords } from '@kinward/mailbox';

/** A mailbox of the demonstration. Its words are public, like the passphrases: they protect nothing and say so. */
export interface DemoMailbox {
  readonly key: 'ASKED' | 'TALKING' | 'COMPLAINING';
  readonly language: 'be' | 'en' | 'ru';
  readonly words: IssuedWords;
}

const words = (code: string, closing: string, alarm: string): IssuedWords => ({
  code: code.split(' '),
  closing,
  alarm,
});

/** One family waits for an answer, one talks with its caseworker, one has complained and waits too long. */
export const DEMO_MAILBOXES: readonly DemoMailbox[] = [
  {
    key: 'ASKED',
    language: 'be',
    words: words('берег лампа снег хлеб окно роса утро мост', 'парус', 'гроза'),
  },
  {
    key: 'TALKING',
    language: 'en',
    words: words('amber boat candle brook apple cedar lake velvet', 'winter', 'ribbon'),
  },
  {
    key: 'COMPLAINING',
    language: 'ru',
    words: words('дорога чашка ветер поле звезда река сахар облако', 'апрель', 'флейта'),
  },
];

/** What the first of them answered in the short form. */
export const DEMO_FORM = {
  'consent/given': 'yes',
  'consent/purposes': 'assess',
  'applicant/language': 'be',
  'applicant/full_name': 'Demo-Redstart Volha',
  'applicant/safe_contact': 'do_not_contact',
  'prisoner/full_name': 'Demo-Redstart Brother',
  'location/region_class': 'IN_EAST',
  'needs/codes': 'LEG-LAWYER DET-PARCEL',
  'needs/note':
    'Demo: брата забралі ў мінулы аўторак. Мы не ведаем, дзе ён, і што яму можна перадаць.',
} as const;

/** What was said, by whom. */
export const DEMO_LINES = {
  asked: 'Demo: ці ёсць навіны? Я зайду зноў у пятніцу.',
  first:
    'Demo: we live with my sister now. The children are well. Is there still money for the rent?',
  answer:
    'Demo: thank you for telling us. The rent of this month is agreed. We look at the next one on Monday.',
  thanks: 'Demo: thank you. Monday is good.',
  complaint:
    'Demo: человек, который приходил, спрашивал при соседях, за кого сидит мой муж. Пожалуйста, пусть приходит кто-нибудь другой.',
  outside:
    'Demo: I drive to the border on Saturdays and could bring warm clothes. I know nobody there by name.',
} as const;

import type { NeutralStatus } from '../../domain/neutral-status.js';

/** Everything that a family reads, in one language. Written for each language, not word by word. */
export interface DoorTexts {
  readonly title: string;
  readonly languages: string;
  readonly close: string;
  readonly stop: string;
  readonly noCall: string;
  readonly next: string;
  readonly send: string;
  readonly back: string;
  readonly begin: string;
  readonly choose: string;
  readonly empty: string;
  readonly tooLong: string;
  readonly home: {
    readonly heading: string;
    readonly words: string;
    readonly wordsHint: string;
    readonly open: string;
    readonly ask: string;
    readonly arrived: string;
    readonly tell: string;
  };
  readonly nothing: string;
  readonly wait: string;
  readonly notNow: string;
  readonly tooOld: string;
  readonly ask: {
    readonly consentHeading: string;
    readonly consentText: string;
    readonly consentYes: string;
    readonly consentNeeded: string;
    readonly where: string;
    readonly what: string;
    readonly words: string;
    readonly wordsHint: string;
    readonly name: string;
    readonly nameHint: string;
    readonly held: string;
    readonly heldHint: string;
  };
  readonly code: {
    readonly heading: string;
    readonly once: string;
    readonly closing: string;
    readonly alarm: string;
    readonly after: string;
  };
  readonly thread: {
    readonly heading: string;
    readonly messages: string;
    readonly none: string;
    readonly mine: string;
    readonly ours: string;
    readonly acts: string;
    readonly write: string;
    readonly pause: string;
    readonly resume: string;
    readonly consent: string;
    readonly complain: string;
    readonly appeal: string;
    readonly done: string;
  };
  readonly status: Readonly<Record<NeutralStatus, string>>;
  readonly kinds: Readonly<
    Record<'PAUSED' | 'RESUMED' | 'CONSENT_ENDED' | 'APPEALED' | 'ANSWER', string>
  >;
  readonly act: {
    readonly writeHeading: string;
    readonly pauseHeading: string;
    readonly pauseText: string;
    readonly resumeHeading: string;
    readonly resumeText: string;
    readonly consentHeading: string;
    readonly everything: string;
    readonly complainHeading: string;
    readonly complainText: string;
    readonly complainWords: string;
    readonly appealHeading: string;
    readonly appealText: string;
    readonly appealWords: string;
  };
  readonly complaints: Readonly<Record<'HELPER' | 'REFUSAL' | 'OTHER', string>>;
  readonly arrived: {
    readonly heading: string;
    readonly word: string;
    readonly done: string;
  };
  readonly tell: {
    readonly heading: string;
    readonly text: string;
    readonly REPORT: string;
    readonly OFFER: string;
    readonly words: string;
    readonly done: string;
  };
  /** By code of the pack; a code that is missing here is shown in the pack's own words. */
  readonly purposes: Readonly<Record<string, string>>;
  readonly needs: Readonly<Record<NeedChoice, string>>;
}

/** Needs that the short form offers, as codes of the pack. */
export const NEED_CHOICES = [
  'LIV-FOOD',
  'LIV-GRANT',
  'LIV-RENT',
  'DET-PARCEL',
  'LEG-LAWYER',
  'MED-URGENT',
  'MED-CHRONIC',
  'CHD-SCHOOL',
  'PSY-THERAPY',
  'LGL-DOCS',
  'EVA-FAMILY',
  'REL-INCOUNTRY',
] as const;
export type NeedChoice = (typeof NEED_CHOICES)[number];

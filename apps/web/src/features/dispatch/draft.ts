import type { DraftTaskInput } from './desk.documents';

export const PRIORITIES = ['P0', 'P1', 'P2', 'P3', 'P4'] as const;
/** Where tasks have been so far; the interface takes any country. */
export const PLACES = ['PL', 'LT', 'LV', 'EE', 'GE', 'UA', 'DE', 'CZ', 'GB', 'US'] as const;
export const TALKS = ['be', 'ru', 'pl', 'lt', 'lv', 'uk', 'en', 'de', 'ka'] as const;
/** What volunteers can do (libs/volunteers, volunteer-codes). */
export const SKILLS = [
  ...([
    'DRIVING',
    'PARCELS',
    'LETTERS',
    'TRANSLATION',
    'INTERPRETING',
    'MENTORING',
    'HOSTING',
  ] as const),
  ...([
    'CHILDCARE',
    'LAW',
    'MEDICINE',
    'PSYCHOLOGY',
    'DIGITAL_SECURITY',
    'HOTLINE',
    'SOCIAL_WORK',
  ] as const),
] as const;

/** What stands in the form. */
export interface Draft {
  readonly kind: string;
  readonly needId: string | null;
  /** Where it is for a family and no need in particular. */
  readonly caseId: string | null;
  readonly priority: string;
  readonly country: string | null;
  readonly languages: readonly string[];
  readonly skills: readonly string[];
  /** Of this device's zone, as the field gives it. */
  readonly due: string;
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
  readonly what: string;
  readonly place: string;
  readonly contact: string;
}

export const EMPTY_DRAFT: Draft = {
  kind: '',
  needId: null,
  caseId: null,
  priority: '',
  country: null,
  languages: [],
  skills: [],
  due: '',
  from: '',
  to: '',
  minutes: 60,
  what: '',
  place: '',
  contact: '',
};

/** The form as the interface takes it; null while something needed is missing. */
export function draftInput(draft: Draft): DraftTaskInput | null {
  const { kind, needId, caseId, priority, country, due, minutes, from, to } = draft;
  const what = draft.what.trim();
  if (kind === '' || due === '' || what === '' || minutes < 1) return null;
  return {
    kind,
    needId,
    caseId: needId === null ? caseId : null,
    country,
    priority: priority === '' ? null : priority,
    languages: [...draft.languages],
    skills: [...draft.skills],
    dueAt: instantOf(due),
    windowFrom: from === '' ? null : instantOf(from),
    windowTo: to === '' ? null : instantOf(to),
    expectedMinutes: minutes,
    details: { what, place: textOf(draft.place), contact: textOf(draft.contact) },
  };
}

function instantOf(local: string): string {
  return new Date(local).toISOString();
}

function textOf(text: string): string | null {
  const rest = text.trim();
  return rest === '' ? null : rest;
}

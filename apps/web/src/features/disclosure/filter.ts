import type { DisclosureLogInput } from './log.documents';

export const PERIODS = ['TODAY', 'WEEK', 'MONTH', 'ALL'] as const;
export type Period = (typeof PERIODS)[number];

export const KINDS = ['CASE', 'TASK', 'REQUEST'] as const;

/** Why something was opened: those of cases, of the inbox, of payments and of tasks. */
export const PURPOSES = [
  'CONTACT_FAMILY',
  'VERIFY_CASE',
  'PREPARE_DELIVERY',
  'LEGAL_HELP',
  'EMERGENCY',
  'FAMILY_ASKED',
  'HANDOVER',
  'SCREEN_REQUEST',
  'COMPARE_REQUESTS',
  'ANSWER_APPEAL',
  'PAY_OUT',
  'CHECK_PAYMENT',
  'CORRECT_DETAILS',
  'TASK',
] as const;

export interface LogFilter {
  readonly period: Period;
  readonly personId: string;
  readonly purpose: string;
  readonly kind: string;
  readonly codename: string;
}

export const FIRST_FILTER: LogFilter = {
  ...{ period: 'WEEK', personId: '', purpose: '', kind: '', codename: '' },
};

const DAYS: Readonly<Record<Period, number | null>> = { TODAY: 0, WEEK: 6, MONTH: 29, ALL: null };

/** What the desk is asked for; days begin where this device is. */
export function inputOf(filter: LogFilter, now: Date): Omit<DisclosureLogInput, 'first' | 'after'> {
  const { period, personId, purpose, kind, codename } = filter;
  const days = DAYS[period];
  const from = new Date(now);
  from.setHours(0, 0, 0, 0);
  from.setDate(from.getDate() - (days ?? 0));
  return {
    ...(days === null ? {} : { from: from.toISOString() }),
    ...(personId === '' ? {} : { personId }),
    ...(purpose === '' ? {} : { purpose }),
    ...(kind === '' ? {} : { kind }),
    ...(codename === '' ? {} : { codename }),
  };
}

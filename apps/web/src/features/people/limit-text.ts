import i18next from 'i18next';
import { formatMoney } from '../../ui/money';
import type { OrganizationSettingsQuery } from './limits.documents';

export type Setting = OrganizationSettingsQuery['organizationSettings'][number];

/** A number of a setting in words: an amount, cases, days, people. */
export function limitText({ unit }: Pick<Setting, 'unit'>, value: string): string {
  if (unit === 'EUR_CENTS') return formatMoney({ minorUnits: value, currency: 'EUR' });
  return i18next.t(`people:limit.unit.${unit}`, { count: Number(value) });
}

/** What a setting is called; a ceiling by its kind of need. */
export function limitName({ key, label, code }: Pick<Setting, 'key' | 'label' | 'code'>): string {
  return i18next.t(`people:limit.key.${key}`, { need: label ?? code ?? '' });
}

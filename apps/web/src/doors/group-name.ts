import type { TFunction } from 'i18next';

/** Groups of needs that these pages have words of their own for: a jurisdiction's list does not speak every language. */
const KNOWN = [
  ...['DET', 'LEG', 'LIV', 'CHD', 'MED', 'PSY', 'EVA', 'LGL', 'REL', 'JOB', 'DIG', 'FUN'],
  ...['CAREGIVER', 'OTHER'],
];

/** A group of needs in the language of the page, small letters first; else the words of its list. */
export function groupName(t: TFunction, group: string, label: string | null): string {
  return KNOWN.includes(group) ? t(`doors:group.${group}`) : (label ?? group);
}

import i18next from 'i18next';

/** What somebody may do, as the desk tells it. */
interface Authority {
  readonly roles: readonly string[];
  readonly screener: boolean;
  readonly standing: string;
}

/** Roles that are given here; volunteers come and go by vetting. */
export const GIVEN_ROLES = [
  'COORDINATOR',
  'CASEWORKER',
  'FINANCE_OFFICER',
  'FOUNDATION_MANAGER',
  'SECURITY_OFFICER',
  'AUDITOR',
  'ADMINISTRATOR',
] as const;

/** In one line: roles, screening, standing. */
export function authorityText({ roles, screener, standing }: Authority): string {
  const parts = [
    roles.map((role) => i18next.t(`codes:role.${role}`)).join(', '),
    ...(screener ? [i18next.t('people:list.screener')] : []),
    i18next.t(`people:standing.${standing}`),
  ];
  return parts.join(' · ');
}

import { useRead, type Reading } from '../../api/use-read';
import { presentLanguage } from '../../i18n/i18n';
import { useMay } from '../../ui/may';
import { OrganizationSettingsDocument, type OrganizationSettingsQuery } from './limits.documents';
import type { Setting } from './limit-text';

/** What the organisation has set for itself. */
export interface Limits {
  readonly reading: Reading<OrganizationSettingsQuery>;
  /** The ceiling of a kind of need; null as long as it is not known. */
  readonly ceilingOf: (code: string) => Setting | null;
}

/** Reads the settings of the organisation, for those who may see them. */
export function useLimits(): Limits {
  const isPaused = !useMay()('organizationSettings');
  const input = { language: presentLanguage() };
  const reading = useRead(OrganizationSettingsDocument, { input }, { isPaused });
  const all = reading.data?.organizationSettings;
  return { reading, ceilingOf: (code) => all?.find((each) => each.code === code) ?? null };
}

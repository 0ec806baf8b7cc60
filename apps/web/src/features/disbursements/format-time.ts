import { presentLanguage } from '../../i18n/i18n';

/** A time of day such as `14:03`, in the zone of this device, from an ISO instant. */
export function formatTime(instant: string): string {
  return new Intl.DateTimeFormat(presentLanguage(), { timeStyle: 'short' }).format(
    new Date(instant),
  );
}

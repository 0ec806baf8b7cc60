import i18next from 'i18next';
import { formatMoment, formatTime } from '../../ui/time';

/** "released 14:03 by …" for today, with the day for other days; nothing where nobody has released it. */
export function releasedText({
  releasedAt,
  releasedBy,
}: {
  readonly releasedAt: string | null;
  readonly releasedBy: { readonly displayName: string } | null;
}): string {
  if (releasedAt === null || releasedBy === null) return '';
  const who = releasedBy.displayName;
  const isToday = new Date(releasedAt).toDateString() === new Date().toDateString();
  return isToday
    ? i18next.t('disbursements:release.byAt', { at: formatTime(releasedAt), who })
    : i18next.t('disbursements:release.byOn', { day: formatMoment(releasedAt), who });
}

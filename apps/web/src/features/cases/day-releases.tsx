import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../api/use-read';
import { formatDay } from '../../ui/time';
import { DaySection } from './day-section';
import { ReleasesAheadDocument } from './day.documents';
import { useToday } from './days';

/** Days ahead in which a release wants a plan. */
const AHEAD_DAYS = 60;

/** Whose sentence ends soon, in the families whose story my keys open. */
export function DayReleases(): ReactNode {
  const { t } = useTranslation();
  const today = useToday();
  const input = { days: AHEAD_DAYS };
  const options = { isSealed: true, topics: ['case'] } as const;
  const { data } = useRead(ReleasesAheadDocument, { input }, options);
  const answer = data?.releasesAhead;
  const releases = answer?.__typename === 'ReleasesAhead' ? answer.releases : [];
  return (
    <DaySection title={t('cases:day.releases')} count={releases.length}>
      {releases.map(({ caseId, codename, prisonerId, endsOn }) => (
        <Link key={prisonerId} to={`/cases/${caseId}/prisoner`} className="day-row">
          <strong className="case-codename">{codename}</strong>
          <span className="grow">
            {t(endsOn < today ? 'cases:day.released' : 'cases:day.releaseOn', {
              day: formatDay(endsOn),
            })}
          </span>
        </Link>
      ))}
    </DaySection>
  );
}

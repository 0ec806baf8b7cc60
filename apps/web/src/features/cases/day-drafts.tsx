import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../api/use-read';
import { formatMoment } from '../../ui/time';
import { DaySection } from './day-section';
import { DraftsDocument, type DraftsQuery } from './day.documents';

type OwnDraft = DraftsQuery['drafts'][number];

/** Where a draft is gone on with, and which form opens there. */
const FORMS = {
  OPEN_CASE: { path: () => '/open-case', act: null },
  CASE_NOTE: { path: (id: string) => `/cases/${id}`, act: 'NOTE' },
  CONTACT_ATTEMPT: { path: (id: string) => `/cases/${id}`, act: 'CONTACT' },
} as const;

/** What I have left half written; its words open where I go on with it. */
export function DayDrafts({
  codenames,
}: {
  readonly codenames: ReadonlyMap<string, string>;
}): ReactNode {
  const { t } = useTranslation();
  const { data } = useRead(DraftsDocument, {}, { isSealed: true, topics: ['case'] });
  const drafts = data?.drafts ?? [];
  return (
    <DaySection title={t('cases:day.drafts')} count={drafts.length}>
      {drafts.map((draft) => (
        <DraftRow
          key={draft.id}
          draft={draft}
          codename={codenames.get(draft.subjectId ?? '') ?? null}
        />
      ))}
    </DaySection>
  );
}

function DraftRow({
  draft: { kind, subjectId, keptAt },
  codename,
}: {
  readonly draft: OwnDraft;
  readonly codename: string | null;
}): ReactNode {
  const { t } = useTranslation();
  const { path, act } = FORMS[kind];
  return (
    <Link to={path(subjectId ?? '')} state={act === null ? null : { act }} className="day-row">
      {codename !== null && <strong className="case-codename">{codename}</strong>}
      <span className="grow">{t(`cases:day.draft.${kind}`)}</span>
      <span className="quiet">{t('cases:day.kept', { when: formatMoment(keptAt) })}</span>
    </Link>
  );
}

import './disbursements.css';
import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { usePages } from '../../api/use-pages';
import { useKeys } from '../../ui/keys';
import { BatchProgress } from './batch-progress';
import { ClearedTable } from './cleared-table';
import { FollowTable } from './follow-table';
import { MatchPasted } from './match-pasted';
import { PayoutDetail } from './payout-detail';
import { PayoutsDocument } from './payouts.documents';
import { useBatch } from './use-batch';
import { useWords } from './use-words';

const PAGE = 50;

/** The day of a finance officer: what may go now, what came back, what is on its way, what waits for the bank. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const { id = null } = useParams();
  const navigate = useNavigate();
  const words = useWords();
  const batch = useBatch();
  const cleared = usePages({
    document: PayoutsDocument,
    variables: (after) => ({
      input: { first: PAGE, after, states: ['APPROVED' as const], mineToSign: true },
    }),
    pick: ({ disbursements }) => disbursements,
    topics: ['disbursement'],
  });
  useKeys({ Escape: () => id !== null && void navigate('/releases') });
  return (
    <div className="split" data-open={id !== null}>
      <section className="split-list releases" aria-label={t('disbursements:releases.title')}>
        <Title order={1} size="h3">
          {t('disbursements:releases.title')}
        </Title>
        <ClearedTable pages={cleared} words={words} batch={batch} openId={id} />
        <BatchProgress batch={batch} />
        <FollowTable view="BACK" words={words} openId={id} />
        <FollowTable view="OUT" words={words} openId={id} />
        <FollowTable view="PROVEN" words={words} openId={id} acts={<MatchPasted />} />
      </section>
      {id !== null && (
        <section className="split-detail" aria-label={t('ui:opened')}>
          <Link to="/releases" className="back">
            {t('ui:back')}
          </Link>
          <PayoutDetail key={id} payoutId={id} words={words} />
        </section>
      )}
    </div>
  );
}

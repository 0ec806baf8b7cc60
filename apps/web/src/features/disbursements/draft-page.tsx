import './disbursements.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { usePages } from '../../api/use-pages';
import { formatMoney } from '../../ui/money';
import { SplitList } from '../../ui/split-list';
import { Empty } from '../../ui/states';
import { NeedsWithMoneyDocument } from './draft.documents';
import { DraftForm } from './draft-form';
import { useWords } from './use-words';

const FUNDED = ['FUNDED', 'IN_DELIVERY', 'WAITING_FUNDS', 'APPROVED'] as const;

/** A new payout begins with a need that has money: choose it, and write what is to be paid. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const { id = null } = useParams();
  const { labelOf } = useWords();
  const pages = usePages({
    document: NeedsWithMoneyDocument,
    variables: (after) => ({ input: { first: 50, after, filter: { states: FUNDED } } }),
    pick: ({ needQueue }) => needQueue,
    topics: ['need', 'disbursement'],
  });
  const nodes = pages.nodes.filter(({ funded }) => funded.minorUnits !== '0');
  return (
    <SplitList
      label={t('disbursements:draft.title')}
      pages={{ ...pages, nodes }}
      path="/new-payout"
      openId={id}
      head={<h1 className="list-head payout-title">{t('disbursements:draft.choose')}</h1>}
      row={(need) => (
        <>
          <span className="payout-codename strong">{need.codename}</span>
          <span className="grow">{labelOf(need.code)}</span>
          <span className="payout-money money">{formatMoney(need.funded)}</span>
        </>
      )}
      empty={<Empty title={t('disbursements:draft.none')}>{t('disbursements:draft.empty')}</Empty>}
    >
      {id !== null && <DraftForm key={id} needId={id} labelOf={labelOf} />}
    </SplitList>
  );
}

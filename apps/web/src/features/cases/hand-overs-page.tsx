import './cases.css';
import { Text } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { isRefusal } from '../../api/outcome';
import { usePages } from '../../api/use-pages';
import { SplitList } from '../../ui/split-list';
import { Empty, NotHere, Waiting } from '../../ui/states';
import { NO_PAGE } from './no-page';
import { TransferDetail } from './transfer-detail';
import { TransferRow } from './transfer-row';
import { CaseTransfersDocument } from './transfers.documents';

/** Offers in one page of the interface; it allows no more. */
const PAGE = 50;

/** Families offered by us and to us: how far each has come, until when, and whose turn it is. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const { id = null } = useParams();
  const pages = usePages({
    document: CaseTransfersDocument,
    variables: (after) => ({ input: { first: PAGE, after } }),
    pick: ({ caseTransfers }) => (isRefusal(caseTransfers) ? NO_PAGE : caseTransfers.transfers),
    topics: ['case'],
    isSealed: true,
  });
  const { nodes, hasMore, isLoading, loadMore } = pages;
  const opened = nodes.find((each) => each.id === id);
  // An address leads to an offer on any page of the list.
  useEffect(() => {
    if (id !== null && opened === undefined && hasMore) loadMore();
  }, [id, opened, hasMore, loadMore]);
  return (
    <SplitList
      label={t('cases:transfer.list')}
      pages={pages}
      path="/hand-overs"
      isTwoLined
      openId={id}
      head={
        <Text size="sm" className="list-note">
          {t('cases:transfer.about')}
        </Text>
      }
      row={(transfer) => <TransferRow transfer={transfer} />}
      empty={<Empty title={t('cases:transfer.empty')}>{t('cases:transfer.emptyAbout')}</Empty>}
    >
      {id === null ? null : opened !== undefined ? (
        <TransferDetail key={id} transfer={opened} changed={pages.refresh} />
      ) : isLoading || hasMore ? (
        <Waiting rows={6} />
      ) : (
        <NotHere />
      )}
    </SplitList>
  );
}

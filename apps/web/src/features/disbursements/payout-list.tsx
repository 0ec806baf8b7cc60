import './disbursements.css';
import { Chip, Group, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { usePages } from '../../api/use-pages';
import { SplitList } from '../../ui/split-list';
import { Empty } from '../../ui/states';
import { VIEWS, type View } from './payout-codes';
import { PayoutDetail } from './payout-detail';
import { PayoutRow } from './payout-row';
import { PayoutsDocument, type DisbursementsInput } from './payouts.documents';
import { useWords } from './use-words';

const PAGE = 50;

/** The question to the interface that a view stands for. */
export function viewInput(view: View, after: string | null): DisbursementsInput {
  const states = VIEWS[view];
  if (states === null) return { first: PAGE, after, mineToSign: true };
  return { first: PAGE, after, ...(states.length === 0 ? {} : { states }) };
}

/** Payouts by where they stand, each opened beside the list. */
export function PayoutList({
  title,
  path,
  views,
  emptyAbout,
  acts,
}: {
  readonly title: string;
  readonly path: string;
  /** The first one is shown first. */
  readonly views: readonly [View, ...View[]];
  /** What an empty first view means. */
  readonly emptyAbout: string;
  readonly acts?: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const { id = null } = useParams();
  const words = useWords();
  const [view, setView] = useState<View>(views[0]);
  const pages = usePages({
    document: PayoutsDocument,
    variables: (after) => ({ input: viewInput(view, after) }),
    pick: ({ disbursements }) => disbursements,
    topics: ['disbursement'],
  });
  const count = pages.nodes.length;
  return (
    <SplitList
      label={title}
      pages={pages}
      path={path}
      openId={id}
      head={
        <div className="list-head">
          <Text size="sm" fw={600} role="status">
            {t(pages.hasMore ? 'disbursements:countMore' : 'disbursements:count', { count })}
          </Text>
          <Chip.Group
            value={view}
            onChange={(value) => setView(views.find((each) => each === value) ?? views[0])}
          >
            <Group gap={6} role="radiogroup" aria-label={t('disbursements:show')}>
              {views.map((each) => (
                <Chip key={each} value={each} size="xs">
                  {t(`disbursements:view.${each}`)}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
          {acts}
        </div>
      }
      row={(payout) => <PayoutRow payout={payout} label={words.labelOf(payout.code)} />}
      empty={
        <Empty title={t('disbursements:empty')}>
          {view === views[0] ? emptyAbout : t('disbursements:emptyView')}
        </Empty>
      }
    >
      {id !== null && <PayoutDetail key={id} payoutId={id} words={words} />}
    </SplitList>
  );
}

import './funding.css';
import { Chip, Group, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { usePages } from '../../api/use-pages';
import { formatMoney } from '../../ui/money';
import { SplitList } from '../../ui/split-list';
import { Empty } from '../../ui/states';
import { formatDay } from '../../ui/time';
import { GiftsDocument } from './funding.documents';
import { GiftDetail } from './gift-detail';

const VIEWS: Readonly<Record<string, readonly string[] | null>> = {
  ALL: null,
  SUCCEEDED: ['SUCCEEDED'],
  WAITING: ['INTENT', 'PENDING'],
  TROUBLE: ['FAILED', 'BLOCKED_RISK', 'DISPUTED', 'CHARGED_BACK'],
  REFUNDED: ['REFUNDED'],
};

/** Gifts, newest first; each opens beside the list. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const { id = null } = useParams();
  const [view, setView] = useState('ALL');
  const pages = usePages({
    document: GiftsDocument,
    variables: (after) => ({ input: { first: 50, after, states: VIEWS[view] ?? null } }),
    pick: ({ gifts }) => gifts,
    topics: ['gift', 'fund'],
  });
  return (
    <SplitList
      label={t('funding:gifts.title')}
      pages={pages}
      path="/gifts"
      openId={id}
      head={
        <div className="list-head">
          <Text size="sm" fw={600} role="status">
            {t(pages.hasMore ? 'funding:gifts.countMore' : 'funding:gifts.count', {
              count: pages.nodes.length,
            })}
          </Text>
          <Chip.Group
            value={view}
            onChange={(value) => setView(typeof value === 'string' ? value : 'ALL')}
          >
            <Group gap={6} role="radiogroup" aria-label={t('funding:column.state')}>
              {Object.keys(VIEWS).map((each) => (
                <Chip key={each} value={each} size="xs">
                  {t(`funding:giftView.${each}`)}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
          <Link to="/payment-events">{t('funding:events.title')}</Link>
        </div>
      }
      row={(each) => (
        <>
          <span className="gift-day">{formatDay(each.startedOn)}</span>
          <span className="gift-money money strong">{formatMoney(each.amount)}</span>
          <span className="grow">{t(`funding:giftState.${each.state}`)}</span>
          <span className="gift-rhythm quiet">
            {each.isMonthly ? t('funding:gifts.monthly') : t('funding:gifts.once')}
          </span>
        </>
      )}
      empty={<Empty title={t('funding:gifts.none')}>{t('funding:gifts.empty')}</Empty>}
    >
      {id !== null && <GiftDetail key={id} giftId={id} changed={pages.refresh} />}
    </SplitList>
  );
}

import './funding.css';
import { Button, Chip, Group } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAct } from '../../api/use-act';
import { usePages } from '../../api/use-pages';
import { ActButton } from '../../ui/act-button';
import { DataTable } from '../../ui/data-table';
import { useMay } from '../../ui/may';
import { PageFrame } from '../../ui/page-frame';
import { Empty, Failed, Waiting } from '../../ui/states';
import { momentColumn } from '../../ui/table-columns';
import { formatMoment } from '../../ui/time';
import { toast } from '../../ui/toast';
import { useCommandKey } from './command-key';
import {
  PaymentEventsDocument,
  RetryEventDocument,
  type PaymentEventsQuery,
} from './funding.documents';

type PaymentEvent = PaymentEventsQuery['stripeInbox']['edges'][number]['node'];

const STATES = ['FAILED', 'RECEIVED', 'DONE', 'IGNORED'] as const;

/** What the payment provider told us, and what was given up; given-up events can be worked on again. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const [state, setState] = useState<string>(STATES[0]);
  const pages = usePages({
    document: PaymentEventsDocument,
    variables: (after) => ({ input: { first: 50, after, states: [state] } }),
    pick: ({ stripeInbox }) => stripeInbox,
    topics: ['gift'],
  });
  const becameOf = ({ state: became, failure, nextTryAt }: PaymentEvent): string => {
    const sentence = t(`funding:eventBecame.${became}`);
    const why = failure === null ? '' : t('funding:events.why', { code: failure });
    const again =
      nextTryAt === null ? '' : t('funding:events.again', { when: formatMoment(nextTryAt) });
    return [sentence, why, again].filter((part) => part !== '').join(' ');
  };
  return (
    <PageFrame title={t('funding:events.title')}>
      <Link to="/gifts" className="back">
        {t('funding:events.back')}
      </Link>
      <Chip.Group
        value={state}
        onChange={(value) => setState(STATES.find((each) => each === value) ?? STATES[0])}
      >
        <Group gap={6} role="radiogroup" aria-label={t('funding:column.state')}>
          {STATES.map((each) => (
            <Chip key={each} value={each} size="xs">
              {t(`funding:eventState.${each}`)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {pages.failure !== null && <Failed failure={pages.failure} retry={pages.refresh} />}
      {pages.isLoading && pages.nodes.length === 0 && <Waiting />}
      {!pages.isLoading && pages.failure === null && pages.nodes.length === 0 && (
        <Empty title={t('funding:events.none')}>
          {t(state === 'FAILED' ? 'funding:events.noneFailed' : 'funding:events.empty')}
        </Empty>
      )}
      {pages.nodes.length > 0 && (
        <DataTable
          caption={t('funding:events.caption', { count: pages.nodes.length })}
          rows={pages.nodes}
          rowKey={({ eventId }) => eventId}
          fileName="payment-events"
          columns={[
            momentColumn<PaymentEvent>('at', t('funding:events.at'), ({ createdAt }) => createdAt),
            { key: 'type', title: t('funding:events.type'), value: ({ type }) => type },
            {
              key: 'attempts',
              title: t('funding:events.attempts'),
              isNumber: true,
              value: ({ attempts }) => attempts,
            },
            {
              key: 'became',
              title: t('funding:events.became'),
              value: (event) => becameOf(event),
              cell: (event) => (
                <>
                  {becameOf(event)}{' '}
                  {event.giftId !== null && (
                    <Link to={`/gifts/${event.giftId}`}>{t('funding:events.gift')}</Link>
                  )}
                  {event.state === 'FAILED' && may('retryPaymentEvent') && (
                    <Retry eventId={event.eventId} changed={pages.refresh} />
                  )}
                </>
              ),
            },
          ]}
        />
      )}
      {pages.hasMore && (
        <Button size="compact-sm" variant="subtle" onClick={pages.loadMore}>
          {t('funding:more')}
        </Button>
      )}
    </PageFrame>
  );
}

function Retry({
  eventId,
  changed,
}: {
  readonly eventId: string;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const retrying = useAct(RetryEventDocument);
  const withKey = useCommandKey();
  return (
    <ActButton
      size="xs"
      variant="default"
      act={() => withKey((commandKey) => retrying.run({ input: { commandKey, eventId } }))}
      done={() => {
        toast(t('funding:events.retried'));
        changed();
      }}
    >
      {t('funding:events.retry')}
    </ActButton>
  );
}

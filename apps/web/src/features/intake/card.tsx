import { Anchor, Button, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '../../ui/may';
import { OutcomeAlert } from '../../ui/refusal-alert';
import { Empty, Failed, NotHere, Waiting } from '../../ui/states';
import { formatDay } from '../../ui/time';
import type { Cards } from './cards-ahead';
import { Claims } from './claims';
import { CompareCard } from './compare-card';
import { DecisionBar } from './decision-bar';
import type { DeskOfCard } from './decision-bar-types';
import { Identity } from './identity';
import { DueDay, type InboxRequest } from './inbox-row';
import { KeyNote } from './key-note';
import { Lacks } from './lacks';
import { LaterVersion } from './later-version';
import { Similar } from './similar';
import { useCard } from './use-card';
import { RegionName } from './answers';
import { languageName } from '../../ui/names';

interface CardProps extends Omit<DeskOfCard, 'reopen'> {
  readonly requestId: string;
  /** The row of the list; null where the card is in none that is shown. */
  readonly request: InboxRequest | null;
  /** `12 of 40`. */
  readonly place: string | null;
  readonly cards: Cards;
}

/** One request, opened: claims left, what is missing right, the decisions below. */
export function Card({ requestId, request, place, cards, ...desk }: CardProps): ReactNode {
  const { t } = useTranslation();
  const { outcome, reopen } = useCard(requestId, cards.open);
  const [comparedId, setComparedId] = useState<string | null>(null);
  if (outcome === null) return <Waiting rows={8} />;
  if (outcome === 'OVER') {
    return (
      <Empty title={t('intake:card.over')}>
        <Button size="sm" variant="default" onClick={reopen}>
          {t('intake:card.reopen')}
        </Button>
      </Empty>
    );
  }
  if (outcome.kind !== 'DONE') {
    const { kind } = outcome;
    if (kind === 'REFUSED' && outcome.refusal.__typename === 'NotFound') return <NotHere />;
    if (kind === 'FAILED') return <Failed failure={outcome.failure} retry={reopen} />;
    return (
      <Stack gap="sm">
        <OutcomeAlert outcome={outcome} />
        <KeyNote changed={reopen} />
        <Anchor size="sm" component={Link} to="/inbox-keys">
          {t('intake:card.whoHasKeys')}
        </Anchor>
      </Stack>
    );
  }
  const card = outcome.done;
  const { labelOf } = desk;
  return (
    <article className="card" key={card.version}>
      <Head request={request} state={request?.state ?? card.state} place={place} />
      <div className="card-sides">
        <Claims card={card} request={request} labelOf={labelOf} />
        <div className="card-right">
          <Lacks card={card} request={request} />
          <Similar
            card={card}
            comparedId={comparedId}
            compare={setComparedId}
            decideLater={desk.decideLater}
          />
          {comparedId !== null && (
            <CompareCard
              key={comparedId}
              requestId={comparedId}
              open={cards.open}
              labelOf={labelOf}
              close={() => setComparedId(null)}
            />
          )}
          <Identity requestId={requestId} labelOf={labelOf} />
        </div>
      </div>
      <LaterVersion card={card} labelOf={labelOf} reopen={reopen} />
      <DecisionBar card={card} reopen={reopen} {...desk} />
    </article>
  );
}

function Head({
  request,
  state,
  place,
}: {
  readonly request: InboxRequest | null;
  readonly state: string;
  readonly place: string | null;
}): ReactNode {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  // After a decision the focus is nowhere: it goes to the card that came.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  return (
    <header>
      <Title order={2} size="h4" ref={heading} tabIndex={-1} className="card-title">
        {request?.codename ?? t('intake:card.noCodename')}
        {place !== null && <span className="quiet card-place"> {place}</span>}
      </Title>
      <Text size="sm" component="p" className="card-facts">
        <strong>{t(`intake:state.${state}`)}</strong>
        {request !== null && (
          <>
            {request.claimedPriority !== null && <span>{request.claimedPriority}</span>}
            <DueDay request={request} />
            {request.correctedOn !== null && (
              <span>{t('intake:card.corrected', { day: formatDay(request.correctedOn) })}</span>
            )}
            <span>{t('intake:card.received', { day: formatDay(request.receivedOn) })}</span>
            <span>{t(`intake:source.${request.source}`)}</span>
            {request.region !== null && (
              <span>
                <RegionName code={request.region} />
              </span>
            )}
            {request.language !== null && <span>{languageName(request.language)}</span>}
          </>
        )}
        {request?.source === 'FAMILY' && <FamilyWays requestId={request.id} />}
      </Text>
    </header>
  );
}

/** What the family says by itself: its mailbox, and complaints for whoever may answer some. */
function FamilyWays({ requestId }: { readonly requestId: string }): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <>
      {may('mailboxes') && (
        <Anchor size="sm" component={Link} to={`/mailboxes-of/request/${requestId}`}>
          {t('intake:card.mailbox')}
        </Anchor>
      )}
      {may('complaints') && (
        <Anchor size="sm" component={Link} to="/complaints">
          {t('intake:card.complaints')}
        </Anchor>
      )}
    </>
  );
}

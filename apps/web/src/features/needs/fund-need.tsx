import { Button, Card, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isRefusal } from '../../api/outcome';
import { useAct, type ActOutcome } from '../../api/use-act';
import { useRead } from '../../api/use-read';
import { useMe } from '../../session/session';
import { formatMoney, Money, plainAmount, readAmount } from '../../ui/money';
import { OutcomeAlert } from '../../ui/refusal-alert';
import { Waiting } from '../../ui/states';
import { formatDay } from '../../ui/time';
import { toast } from '../../ui/toast';
import {
  MatchNeedDocument,
  ReleaseReservationDocument,
  ReserveForNeedDocument,
  type MatchNeedQuery,
} from './need.documents';
import type { OpenedNeed } from './opened-need';

type Match = Extract<MatchNeedQuery['matchNeed'], { readonly __typename: 'NeedMatchType' }>;
type Fund = Match['funds'][number];

/** States in which money may be set aside for a need (domain.md C3). */
const FUNDABLE: readonly string[] = ['APPROVED', 'WAITING_FUNDS', 'FUNDED', 'IN_DELIVERY'];

/** Which funds may pay: the reason in words, what would be left, and who else waits for the same money. */
export function FundNeed({
  need,
  changed,
}: {
  readonly need: OpenedNeed;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { roles } = useMe();
  const isFundable = FUNDABLE.includes(need.state) && need.remaining.minorUnits !== '0';
  const isPaused = !isFundable || !roles.includes('COORDINATOR');
  const options = { topics: ['need', 'fund'], isPaused } as const;
  const { data } = useRead(MatchNeedDocument, { input: { needId: need.id } }, options);
  if (isPaused) return null;
  const match = data?.matchNeed;
  if (match === undefined) return <Waiting rows={3} />;
  if (isRefusal(match)) return null;
  return (
    <section aria-labelledby="fund">
      <Title order={3} size="h6" id="fund" mb="xs">
        {t('needs:fund.title', { missing: formatMoney(match.missing) })}
      </Title>
      <Stack gap="xs">
        {match.funds.map((fund) => (
          <FundChoice key={fund.fundId} fund={fund} need={need} match={match} changed={changed} />
        ))}
      </Stack>
    </section>
  );
}

function FundChoice({
  fund,
  need,
  match,
  changed,
}: {
  readonly fund: Fund;
  readonly need: OpenedNeed;
  readonly match: Match;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <Card withBorder padding="sm" className="fund" data-allowed={fund.isAllowed}>
      <Group justify="space-between" wrap="nowrap" align="start">
        <div>
          <Text size="sm" fw={600}>
            {fund.code} · {fund.name}
          </Text>
          <Text size="xs" c="dimmed">
            {fund.lapsesOn !== null && t('needs:fund.lapses', { day: formatDay(fund.lapsesOn) })}{' '}
            {t('needs:fund.others', { count: fund.otherNeeds })}
          </Text>
        </div>
        <Text size="sm" component="div">
          <Money value={fund.available} />
        </Text>
      </Group>
      {fund.isAllowed ? (
        <Reserve fund={fund} need={need} match={match} changed={changed} />
      ) : (
        <ul className="reasons">
          {fund.reasons.map(({ code, text }) => (
            <li key={code}>{text}</li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** Sets money aside; undone from the toast as long as nobody has drawn on it. */
function Reserve({
  fund,
  need,
  match,
  changed,
}: {
  readonly fund: Fund;
  readonly need: OpenedNeed;
  readonly match: Match;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const reserving = useAct(ReserveForNeedDocument);
  const releasing = useAct(ReleaseReservationDocument);
  const [amount, setAmount] = useState(() => plainAmount(match.missing.minorUnits));
  const [commandKey, setCommandKey] = useState(() => crypto.randomUUID());
  const [outcome, setOutcome] = useState<ActOutcome<unknown> | null>(null);
  const minorUnits = readAmount(amount);

  const reserve = async (): Promise<void> => {
    if (minorUnits === null) return;
    const money = { minorUnits, currency: match.missing.currency };
    const input = { commandKey, needId: need.id, fundId: fund.fundId, version: need.version };
    const answer = await reserving.run({ input: { ...input, amount: money } });
    setOutcome(answer);
    // A command that was answered is over; one that was lost on the way is sent again as it is.
    if (answer.kind !== 'FAILED') setCommandKey(crypto.randomUUID());
    if (answer.kind !== 'DONE') return;
    const { reservationId } = answer.done;
    const undoKey = crypto.randomUUID();
    toast(t('needs:fund.done', { amount: formatMoney(money), fund: fund.code }), () => {
      void releasing.run({ input: { commandKey: undoKey, reservationId } }).then(changed);
    });
    changed();
  };

  return (
    <>
      <Group mt="xs" gap="xs" align="end" wrap="nowrap">
        <TextInput
          size="xs"
          label={t('needs:fund.amount')}
          value={amount}
          onChange={(event) => setAmount(event.currentTarget.value)}
          error={minorUnits === null ? t('needs:fund.notAnAmount') : undefined}
          inputMode="decimal"
        />
        <Button
          size="xs"
          variant={fund.choice === null ? 'default' : 'filled'}
          loading={reserving.isRunning}
          disabled={minorUnits === null}
          onClick={() => void reserve()}
        >
          {t('needs:fund.reserve')}
        </Button>
        {fund.choice !== null && <Text size="xs">{t(`needs:choice.${fund.choice}`)}</Text>}
      </Group>
      <Text size="xs" c="dimmed" mt={4}>
        {t('needs:fund.left', { left: formatMoney(fund.left) })}
      </Text>
      <OutcomeAlert outcome={outcome} />
    </>
  );
}

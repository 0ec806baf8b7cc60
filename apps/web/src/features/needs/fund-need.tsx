import { Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isRefusal } from '../../api/outcome';
import type { ActOutcome } from '../../api/use-act';
import { useRead } from '../../api/use-read';
import { useMay } from '../../ui/may';
import { formatMoney } from '../../ui/money';
import { OutcomeAlert, refusalText } from '../../ui/refusal-alert';
import { Failed, Waiting } from '../../ui/states';
import { FundChoice } from './fund-choice';
import { FUNDABLE } from './need-codes';
import { MatchNeedDocument } from './need.documents';
import type { OpenedNeed } from './opened-need';

/** Whether somebody may look for money for it: the state allows it, and something is missing. */
export function lacksMoney({ state, remaining }: Pick<OpenedNeed, 'state' | 'remaining'>): boolean {
  return FUNDABLE.includes(state) && remaining.minorUnits !== '0';
}

/** Which funds may pay: the reason in words, what would be left, and who else waits for the same money. */
export function FundNeed({
  need,
  isAsked,
  changed,
}: {
  readonly need: OpenedNeed;
  /** Somebody came for this: the fund to take first has the focus. */
  readonly isAsked: boolean;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const [outcome, setOutcome] = useState<ActOutcome<unknown> | null>(null);
  const isPaused = !lacksMoney(need) || !may('matchNeed');
  const options = { topics: ['need', 'fund'], isPaused } as const;
  const { data, failure, refresh } = useRead(
    MatchNeedDocument,
    { input: { needId: need.id } },
    options,
  );
  // Whoever was a moment too late still hears why.
  if (isPaused) return <OutcomeAlert outcome={outcome} />;
  const match = data?.matchNeed;
  if (match === undefined) {
    return failure === null ? <Waiting rows={3} /> : <Failed failure={failure} retry={refresh} />;
  }
  if (isRefusal(match)) return <Text size="sm">{refusalText(match)}</Text>;
  // What may pay comes first, and of these what should be taken first.
  const rank = ({ isAllowed, choice }: (typeof match.funds)[number]): number =>
    choice !== null ? 0 : isAllowed ? 1 : 2;
  const funds = match.funds.toSorted((one, other) => rank(one) - rank(other));
  return (
    <section aria-labelledby="fund" className="funds">
      <Title order={3} size="h6" id="fund" mb="xs">
        {t('needs:fund.title', { missing: formatMoney(match.missing) })} {!isAsked && <kbd>f</kbd>}
      </Title>
      {!funds.some(({ isAllowed }) => isAllowed) && (
        <Text size="sm" mb="xs">
          {t('needs:fund.none')}
        </Text>
      )}
      <OutcomeAlert outcome={outcome} />
      <Stack gap="xs">
        {funds.map((fund, place) => (
          <FundChoice
            key={fund.fundId}
            fund={fund}
            need={need}
            missing={match.missing}
            hasFocus={isAsked && place === 0 && fund.isAllowed}
            told={setOutcome}
            changed={changed}
          />
        ))}
      </Stack>
    </section>
  );
}

import { Card, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ActOutcome } from '../../api/use-act';
import { useMay } from '../../ui/may';
import { Money, type MoneyValue } from '../../ui/money';
import { refusalText } from '../../ui/refusal-alert';
import { formatDay } from '../../ui/time';
import type { MatchedFund } from './matched-fund';
import type { OpenedNeed } from './opened-need';
import { Reserve } from './reserve';

/** One fund: what it holds, why it may pay or may not, and who else waits for its money. */
export function FundChoice({
  fund,
  need,
  missing,
  hasFocus,
  told,
  changed,
}: {
  readonly fund: MatchedFund;
  readonly need: OpenedNeed;
  readonly missing: MoneyValue;
  readonly hasFocus: boolean;
  readonly told: (outcome: ActOutcome<unknown>) => void;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <Card withBorder padding="sm" className="fund" data-allowed={fund.isAllowed}>
      <Group justify="space-between" wrap="nowrap" align="start">
        <div>
          <Text size="sm" fw={600}>
            {may('fundWhatIf') ? (
              <Link to={`/funds/${fund.fundId}`}>
                {fund.code} · {fund.name}
              </Link>
            ) : (
              <>
                {fund.code} · {fund.name}
              </>
            )}
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
      <Text size="xs" fw={600} mt={6}>
        {t(fund.isAllowed ? 'needs:fund.allowed' : 'needs:fund.notAllowed')}
      </Text>
      <ul className="reasons">
        {fund.isAllowed ? (
          <>
            <li>{t('needs:fund.rulesAllow')}</li>
            {fund.choice !== null && <li>{t(`needs:choice.${fund.choice}`)}</li>}
          </>
        ) : (
          fund.reasons.map(({ code, text }) => (
            <li key={code}>
              {refusalText({ __typename: 'Refused', code, reason: code, message: text })}
            </li>
          ))
        )}
      </ul>
      {fund.isAllowed && (
        <Reserve
          fund={fund}
          need={need}
          missing={missing}
          hasFocus={hasFocus}
          told={told}
          changed={changed}
        />
      )}
    </Card>
  );
}

import type { ReactNode } from 'react';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/use-read';
import { useMay } from '../../ui/may';
import { formatMoney } from '../../ui/money';
import { formatDay } from '../../ui/time';
import { FundsOfPayoutsDocument } from './payouts.documents';
import type { NeedWords } from './use-words';

/** Which fund pays, what stays in it for others, and which of its rules are to be kept. */
export function FundLeft({
  fundId,
  words,
}: {
  readonly fundId: string;
  readonly words: NeedWords;
}): ReactNode {
  const { t } = useTranslation();
  const isPaused = !useMay()('funds');
  const { data } = useRead(FundsOfPayoutsDocument, { input: {} }, { isPaused, topics: ['fund'] });
  const fund = data?.funds.find(({ id }) => id === fundId);
  if (fund === undefined) return null;
  const { perNeedCeilingMinor: most, regions, groups, codes } = fund.rules;
  const { currency } = fund.left;
  const listOf = (all: readonly string[], word: (code: string) => string): string =>
    all.map(word).join(', ');
  const rules = [
    most === null
      ? null
      : t('disbursements:fund.perNeed', { most: formatMoney({ minorUnits: most, currency }) }),
    regions === null
      ? null
      : t('disbursements:fund.regions', {
          list: listOf(regions, (code) => t(`codes:region.${code}`, { defaultValue: code })),
        }),
    groups === null
      ? null
      : t('disbursements:fund.groups', { list: listOf(groups, words.groupOf) }),
    codes === null ? null : t('disbursements:fund.codes', { list: listOf(codes, words.labelOf) }),
    fund.lapsesOn === null
      ? null
      : t('disbursements:fund.lapses', { day: formatDay(fund.lapsesOn) }),
  ].filter((rule) => rule !== null);
  return (
    <Text size="sm" mt="xs">
      {t('disbursements:fund.left', {
        fund: `${fund.code} · ${fund.name}`,
        left: formatMoney(fund.left),
      })}{' '}
      {rules.length === 0 ? t('disbursements:fund.noRules') : rules.join(' ')}
    </Text>
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoney } from '../../ui/money';
import type { Fund } from './fund-page-types';
import { useGroupWords } from './group-words';

/** The rules of a fund as sentences; what is not narrowed is not said. */
export function FundRules({ fund }: { readonly fund: Fund }): ReactNode {
  const { t } = useTranslation();
  const { groupOf, kindOf } = useGroupWords();
  const { rules } = fund;
  const { currency } = fund.left;
  const amount = (minorUnits: string): string => formatMoney({ minorUnits, currency });
  const sentences = [
    rules.groups && t('funding:rules.groups', { list: rules.groups.map(groupOf).join(', ') }),
    rules.codes && t('funding:rules.codes', { list: rules.codes.map(kindOf).join(', ') }),
    rules.excludedCodes &&
      t('funding:rules.excluded', { list: rules.excludedCodes.map(kindOf).join(', ') }),
    rules.regions &&
      t('funding:rules.regions', {
        list: rules.regions
          .map((code) => t(`codes:region.${code}`, { defaultValue: code }))
          .join(', '),
      }),
    rules.channelClasses &&
      t('funding:rules.channels', {
        list: rules.channelClasses.map((code) => t(`codes:channel.${code}`)).join(', '),
      }),
    rules.perNeedCeilingMinor !== null &&
      t('funding:rules.perNeed', { most: amount(rules.perNeedCeilingMinor) }),
    rules.perPeriodCeilingMinor !== null &&
      t('funding:rules.perMonth', { most: amount(rules.perPeriodCeilingMinor) }),
    rules.overheadPercent !== null &&
      t('funding:rules.overhead', { percent: rules.overheadPercent }),
  ].filter((sentence) => typeof sentence === 'string');
  return (
    <ul className="rule-list">
      {sentences.length === 0 && <li>{t('funding:rules.none')}</li>}
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCountryCodes } from '../../codes/country-codes';
import { Facts } from '../../ui/facts';
import { Money } from '../../ui/money';
import { Sealed } from '../../ui/sealed';
import { formatDay } from '../../ui/time';
import type { OpenedNeed } from './opened-need';

/** What is asked for, by when and on which way; the family's own words for whoever holds the key. */
export function NeedFacts({ need }: { readonly need: OpenedNeed }): ReactNode {
  const { t } = useTranslation();
  const { wordOf } = useCountryCodes();
  const { words, firstApprover, channelClass } = need;
  return (
    <Facts
      pairs={[
        [t('needs:detail.amount'), <Money value={need.amount} />],
        [t('needs:detail.remaining'), <Money value={need.remaining} />],
        [
          t('needs:detail.next'),
          need.nextStep === null ? null : t(`codes:needStep.${need.nextStep}`),
        ],
        [
          t('needs:detail.firstApprover'),
          firstApprover === null ? null : firstApprover.displayName,
        ],
        [t('needs:detail.askedOn'), formatDay(need.askedOn)],
        [t('needs:detail.dueDay'), need.dueDay === null ? null : formatDay(need.dueDay)],
        [t('needs:detail.region'), wordOf('regions', need.region)],
        [
          t('needs:detail.channel'),
          channelClass === null ? null : t(`needs:channel.${channelClass}`),
        ],
        [t('needs:detail.assignee'), need.assignee?.displayName ?? t('needs:detail.nobody')],
        [
          t('needs:detail.words'),
          words === null ? (
            <Sealed what={t('needs:detail.wordsSealed')} who={t('needs:detail.wordsWho')} />
          ) : (
            (words.note ?? t('needs:detail.noWords'))
          ),
        ],
      ]}
    />
  );
}

import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../ui/facts';
import { formatMoney, Money } from '../../ui/money';
import { StackedBar } from '../../ui/stacked-bar';
import { formatDay } from '../../ui/time';
import type { GrantProgress } from './grant-progress-types';

/** Money spent beside time gone: two bars under each other, and what they come to in numbers. */
export function GrantBurn({ grant }: { readonly grant: GrantProgress }): ReactNode {
  const { t } = useTranslation();
  const { burn, spent, spendable } = grant;
  const gone = BigInt(burn.daysGone);
  const days = BigInt(burn.days);
  const all = BigInt(spendable.minorUnits);
  const used = BigInt(spent.minorUnits);
  const time = { gone: burn.daysGone, days: burn.days, percent: percentOf(gone, days) };
  const money = {
    ...{ spent: formatMoney(spent), all: formatMoney(spendable) },
    percent: percentOf(used, all),
  };
  return (
    <section aria-labelledby="burn">
      <Title order={2} size="h5" id="burn" mb="xs">
        {t('funding:burn.title')}
      </Title>
      <div className="burn-bars">
        <span>{t('funding:burn.time')}</span>
        <Share part={gone} all={days} />
        <span>{t('funding:burn.timeValue', time)}</span>
        <span>{t('funding:burn.money')}</span>
        <Share part={used} all={all} />
        <span>{t('funding:burn.moneyValue', money)}</span>
      </div>
      <Facts
        pairs={[
          [t('funding:burn.perMonth'), <Money value={burn.perMonth} />],
          [
            t('funding:burn.needed'),
            burn.neededPerMonth === null ? (
              t('funding:burn.over')
            ) : (
              <Money value={burn.neededPerMonth} />
            ),
          ],
          [
            t('funding:burn.usedUp'),
            burn.usedUpOn === null ? t('funding:burn.notYet') : formatDay(burn.usedUpOn),
          ],
          [t('funding:burn.wouldLapse'), <Money value={burn.wouldLapse} />],
        ]}
      />
    </section>
  );
}

function Share({ part, all }: { readonly part: bigint; readonly all: bigint }): ReactNode {
  const filled = part > all ? all : part;
  return (
    <StackedBar
      parts={[
        { label: '', value: filled > 0n ? filled : 0n, tone: 'strong' },
        { label: ' ', value: all - filled, tone: 'light' },
      ]}
    />
  );
}

/** Per cent of the whole, without a fraction; rounded down. */
function percentOf(part: bigint, all: bigint): string {
  return all <= 0n ? '0' : String((part * 100n) / all);
}

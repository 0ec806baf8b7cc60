import { formatMoneyIn } from '../../ui/format-money';
import { groupName } from '../group-name';
import type { Words } from '../words';
import { FAR, sumOf, type Far } from './sums';
import type { GiftStory } from './use-page';

/**
 * What became of the money, in one breath: what reached families and for what, then what is still under way. How many
 * families they are is said where the server tells it.
 */
export function storyLines(
  { t, language }: Pick<Words, 't' | 'language'>,
  { given, returned, families, lines }: GiftStory['spending'],
): readonly string[] {
  const money = (minor: bigint): string =>
    formatMoneyIn(language, { minorUnits: minor.toString(), currency: given.currency });
  const all = money(BigInt(given.minorUnits));
  if (given.minorUnits === '0') return [t('doors:story.nothingYet')];
  const reached = sumOf(lines, 'delivered') + sumOf(lines, 'confirmed');
  const kinds = lines
    .filter(
      ({ delivered, confirmed }) => delivered.minorUnits !== '0' || confirmed.minorUnits !== '0',
    )
    .map(({ group, label }) => groupName(t, group ?? 'OTHER', label));
  const first =
    reached > 0n
      ? t(families === null ? 'doors:story.reached' : 'doors:story.reachedCount', {
          ...{ reached: money(reached), all, kinds: kinds.join(', ') },
          count: families ?? 0,
        })
      : t('doors:story.notYet', { all });
  const later = FAR.filter((far) => far !== 'delivered' && far !== 'confirmed')
    .map((far): [Far, bigint] => [far, sumOf(lines, far)])
    .filter(([, minor]) => minor > 0n)
    .map(([far, minor]) => t(`doors:story.${far}`, { amount: money(minor) }));
  const back =
    returned.minorUnits === '0'
      ? []
      : [t('doors:story.returned', { amount: money(BigInt(returned.minorUnits)) })];
  return [first, ...later, ...back];
}

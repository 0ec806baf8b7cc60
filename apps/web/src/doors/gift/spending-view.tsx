import type { ReactNode } from 'react';
import { formatMoneyIn } from '../../ui/format-money';
import { groupName } from '../group-name';
import { useWords } from '../words';
import { FAR, sumOf } from './sums';
import type { GiftStory } from './use-page';

/** How far the money has come: a bar, and the same numbers as a table by kinds of need. */
export function SpendingView({
  spending,
}: {
  readonly spending: GiftStory['spending'];
}): ReactNode {
  const { t, language } = useWords();
  const { lines, fee, given } = spending;
  const money = (minor: bigint | string): string =>
    formatMoneyIn(language, { minorUnits: minor.toString(), currency: given.currency });
  const present = FAR.filter((far) => sumOf(lines, far) > 0n);
  return (
    <section>
      <h2>{t('doors:gift.thread')}</h2>
      <SpendingBar lines={lines} />
      <div className="scroll" role="region" aria-label={t('doors:gift.thread')} tabIndex={0}>
        <table className="spending">
          <thead>
            <tr>
              <th scope="col">{t('doors:gift.kind')}</th>
              {present.map((far) => (
                <th key={far} scope="col">
                  <span className="keyed">
                    <span className={`key ${far}`} aria-hidden="true" />
                    <span>{t(`doors:far.${far}`)}</span>
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.group}>
                <th scope="row">
                  {line.group === null
                    ? t('doors:gift.noKindYet')
                    : groupName(t, line.group, line.label)}
                </th>
                {present.map((far) => (
                  <td key={far} data-empty={line[far].minorUnits === '0'}>
                    <span className="narrow">
                      <span className={`key ${far}`} aria-hidden="true" /> {t(`doors:far.${far}`)}
                    </span>
                    {line[far].minorUnits === '0' ? '–' : money(line[far].minorUnits)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {fee.minorUnits !== '0' && (
        <p className="quiet">{t('doors:gift.fee', { fee: money(fee.minorUnits) })}</p>
      )}
    </section>
  );
}

const WIDTH = 1000n;

/** One bar in as many parts as there are; each has a pattern of its own, and its name in the table. */
function SpendingBar({ lines }: { readonly lines: GiftStory['spending']['lines'] }): ReactNode {
  const sums = FAR.map((far) => ({ far, minor: sumOf(lines, far) }));
  const all = sums.reduce((sum, { minor }) => sum + minor, 0n);
  if (all === 0n) return null;
  let at = 0n;
  return (
    <svg
      className="bar"
      viewBox={`0 0 ${WIDTH.toString()} 24`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {sums.map(({ far, minor }) => {
        const width = (minor * WIDTH) / all;
        const from = at;
        at += width;
        return (
          <rect
            key={far}
            className={far}
            x={from.toString()}
            width={width.toString()}
            height="24"
          />
        );
      })}
    </svg>
  );
}

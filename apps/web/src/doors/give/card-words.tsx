import type { ReactNode } from 'react';
import { useWords } from '../words';
import type { Options } from './options';

/** Facts about the person held, in the order in which they are told. */
const TOLD = ['sex', 'region', 'year', 'term', 'children'] as const;

/** What the family agreed to be said, and the few coarse facts that lead nobody to it. */
export function CardWords({
  card: { text, facts },
}: {
  readonly card: Options['caseCards'][number];
}): ReactNode {
  const { t } = useWords();
  const told = TOLD.flatMap((name) => {
    const fact = facts.find((each) => each.name === name);
    if (fact === undefined) return [];
    const { value, label } = fact;
    if (name === 'region') return label === null ? [] : [label];
    if (name === 'year') return [t('doors:fact.arrested', { year: value.replace('-', '–') })];
    return [t(`doors:fact.${name}.${value}`)];
  });
  return (
    <>
      {text !== null && <span className="block">{text}</span>}
      {told.length > 0 && (
        <span className="quiet block">{t('doors:fact.held', { facts: told.join(' · ') })}</span>
      )}
    </>
  );
}

import type { ReactNode } from 'react';
import { formatMoneyIn } from '../../ui/format-money';
import { groupName } from '../group-name';
import { useWords } from '../words';
import { CardWords } from './card-words';
import type { Options } from './options';
import type { Wish } from './wish';

interface ForWhomProps {
  readonly options: Options;
  readonly wish: Wish | null;
}

/** The first step: a fund, or the need of one family that nobody can recognise. */
export function ForWhom({ options: { funds, caseCards }, wish }: ForWhomProps): ReactNode {
  const { t } = useWords();
  return (
    <fieldset>
      <legend>
        <h2>{t('doors:give.forWhom')}</h2>
      </legend>
      {funds.map(({ id, name }, index) => (
        <label key={id} className="choice">
          <input type="radio" name="target" value={`fund ${id}`} defaultChecked={index === 0} />
          <span>{name}</span>
        </label>
      ))}
      {caseCards.length > 0 && <p className="between">{t('doors:give.orOneNeed')}</p>}
      {caseCards.map((card, index) => (
        <CaseCard key={card.id} card={card} isFirst={funds.length === 0 && index === 0} />
      ))}
      {wish?.caseCardId != null && <Fallback />}
    </fieldset>
  );
}

function CaseCard(props: {
  readonly card: Options['caseCards'][number];
  readonly isFirst: boolean;
}): ReactNode {
  const { card, isFirst } = props;
  const { t, language } = useWords();
  const { id, codename, needGroup, needLabel, amount, given, facts } = card;
  const share = (BigInt(given.minorUnits) * 100n) / (BigInt(amount.minorUnits) || 1n);
  const place = facts.find(({ name }) => name === 'place')?.value;
  return (
    <label className="choice">
      <input type="radio" name="target" value={`card ${id}`} defaultChecked={isFirst} />
      <span>
        <strong>{codename}</strong> · {groupName(t, needGroup, needLabel)}
        {place === 'IN_COUNTRY' && ` · ${t('doors:place.IN_COUNTRY')}`}
        {place === 'ABROAD' && ` · ${t('doors:place.ABROAD')}`}
        <CardWords card={card} />
        <span className="quiet block">
          {t('doors:give.givenOf', {
            given: formatMoneyIn(language, given),
            amount: formatMoneyIn(language, amount),
          })}
        </span>
        <svg className="given" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
          <rect className="all" width="100" height="4" />
          <rect className="part" width={share.toString()} height="4" />
        </svg>
      </span>
    </label>
  );
}

function Fallback(): ReactNode {
  const { t } = useWords();
  return (
    <fieldset className="inner">
      <legend>{t('doors:give.ifFull')}</legend>
      <label className="choice">
        <input type="radio" name="fallback" value="SAME_KIND" defaultChecked />
        <span>{t('doors:fallback.SAME_KIND')}</span>
      </label>
      <label className="choice">
        <input type="radio" name="fallback" value="FREE_FUND" />
        <span>{t('doors:fallback.FREE_FUND')}</span>
      </label>
    </fieldset>
  );
}

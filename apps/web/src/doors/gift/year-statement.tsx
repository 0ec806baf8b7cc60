import type { ReactNode } from 'react';
import { useState } from 'react';
import { useWords } from '../words';
import { FileButton } from './file-button';
import type { GiftStory } from './use-page';

interface YearStatementProps {
  readonly token: string;
  readonly gifts: GiftStory['page']['gifts'];
}

/** All gifts of one year on one sheet. */
export function YearStatement({ token, gifts }: YearStatementProps): ReactNode {
  const { t } = useWords();
  const years = [
    ...new Set(gifts.flatMap(({ receiptYear }) => (receiptYear === null ? [] : [receiptYear]))),
  ].sort((one, other) => other - one);
  const [chosen, setChosen] = useState<number | null>(null);
  const year = chosen ?? years[0];
  if (year === undefined) return null;
  return (
    <section>
      <h2>{t('doors:statement.title')}</h2>
      <div className="row">
        <label>
          <span className="unseen">{t('doors:statement.year')}</span>
          <select value={year} onChange={({ target }) => setChosen(Number(target.value))}>
            {years.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
        </label>
        <FileButton
          path="/files/statement"
          body={{ token, year }}
          name={`statement-${String(year)}.pdf`}
        >
          {t('doors:statement.save')}
        </FileButton>
      </div>
    </section>
  );
}

import type { ReactNode } from 'react';
import { formatMonth } from '../format-day';
import { useWords } from '../words';
import type { GiftStory } from './use-page';

/** What families agreed to tell those who gave for their need; nothing where nobody has told anything. */
export function FamilyUpdates({
  updates,
}: {
  readonly updates: GiftStory['page']['updates'];
}): ReactNode {
  const { t, language } = useWords();
  if (updates.length === 0) return null;
  return (
    <section>
      <h2>{t('doors:update.title')}</h2>
      <ul className="plain">
        {updates.map(({ id, codename, month, text }) => (
          <li key={id} className="card">
            <p>{text}</p>
            <p className="quiet">
              {codename} · {formatMonth(language, month)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { Title } from '@mantine/core';
import { Children, useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** One part of the day; nothing is shown of a part that is empty. */
export function DaySection({
  title,
  count,
  children,
}: {
  readonly title: string;
  readonly count: number;
  readonly children: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  if (count === 0) return null;
  return (
    <section aria-labelledby={id} className="day-section">
      <Title order={2} size="h6" id={id}>
        {title} <span className="quiet">{t('cases:day.count', { count })}</span>
      </Title>
      <ul className="day-rows">
        {Children.map(children, (row) => (
          <li>{row}</li>
        ))}
      </ul>
    </section>
  );
}

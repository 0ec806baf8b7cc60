import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../ui/time';
import type { OpenedNeed } from './opened-need';

/** Reasons that the page has words for; others stand in the history of other desks. */
const KNOWN = /^[A-Z_]+$/;

/** What happened to a need, by whom and why. */
export function NeedMoves({ need }: { readonly need: OpenedNeed }): ReactNode {
  const { t, i18n } = useTranslation();
  const reasonOf = (reason: string | null): string => {
    if (reason === null || !KNOWN.test(reason)) return '';
    const key = `needs:reason.${reason}`;
    return i18n.exists(key) ? ` (${t(key)})` : '';
  };
  return (
    <section aria-labelledby="moves">
      <Title order={3} size="h6" id="moves">
        {t('needs:detail.history')}
      </Title>
      <ol className="moves">
        {need.moves.map((move) => (
          <li key={move.madeAt + move.transition}>
            <span className="quiet">{formatMoment(move.madeAt)}</span>{' '}
            {t(`codes:needState.${move.toState}`)}
            {reasonOf(move.reason)}
            <span className="quiet">
              {' '}
              {move.madeBy?.displayName ?? t('needs:detail.byTheDesk')}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../ui/time';
import type { OpenedFile } from './acts';
import { reasonText } from './codes';

interface Entry {
  readonly at: string;
  /** Null for a rule that acts by itself. */
  readonly personId: string | null;
  readonly text: string;
}

/** What happened and who did it, the latest first. */
export function Timeline({
  file: { callOut, history, calls },
  nameOf,
}: {
  readonly file: OpenedFile;
  readonly nameOf: (id: string) => string | null;
}): ReactNode {
  const { t } = useTranslation();
  // Whoever may not list colleagues still sees the people that the call-out itself names.
  const named = [callOut.raisedBy, callOut.dispatchedBy, callOut.signedBy, callOut.owner];
  const personName = (id: string): string =>
    nameOf(id) ??
    named.find((person) => person?.id === id)?.displayName ??
    t('callouts:step.colleague');
  const entries: readonly Entry[] = [
    {
      at: callOut.raisedAt,
      personId: callOut.raisedBy?.id ?? null,
      text: t('callouts:step.RAISE'),
    },
    ...history
      .filter(({ fromState }) => fromState !== null)
      .map(({ madeAt, madeBy, transition, reason }) => ({
        at: madeAt,
        personId: madeBy,
        text:
          t(`callouts:step.${transition}`) + (reason === null ? '' : `: ${t(reasonText(reason))}`),
      })),
    ...calls.map(({ madeAt, personId, verdict }) => ({
      at: madeAt,
      personId,
      text: t('callouts:step.called', { verdict: t(`callouts:verdict.${verdict}`) }),
    })),
  ].toSorted((one, other) => other.at.localeCompare(one.at));
  return (
    <section aria-labelledby="callout-history">
      <Title order={3} size="h6" id="callout-history">
        {t('callouts:step.title')}
      </Title>
      <ol className="callout-history">
        {entries.map(({ at, personId, text }) => (
          <li key={at + text + (personId ?? '')}>
            <time className="quiet" dateTime={at}>
              {formatMoment(at)}
            </time>{' '}
            {text}{' '}
            <span className="quiet">
              {personId === null ? t('callouts:step.byTheDesk') : personName(personId)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCountryCodes } from '../../codes/country-codes';
import { Money } from '../../ui/money';
import { DueClock } from '../../ui/time';
import type { OpenedFile } from './acts';

const OVER = ['VERIFIED', 'EXPIRED', 'CANCELLED', 'FAILED', 'ABORTED_UNSAFE'];

/** What the protocol made: tasks for people, needs with money. */
export function Work({ file: { tasks, needs } }: { readonly file: OpenedFile }): ReactNode {
  const { t } = useTranslation();
  const { wordOf } = useCountryCodes();
  return (
    <>
      {tasks.length > 0 && (
        <section aria-labelledby="callout-tasks">
          <Title order={3} size="h6" id="callout-tasks">
            {t('callouts:work.tasks')}
          </Title>
          <ul className="callout-lines">
            {tasks.map(({ id, kind, state, priority, dueAt, carriesPersonalData }) => (
              <li key={id}>
                <span className="strong">{priority}</span>
                <span className="grow">
                  {t(`callouts:task.${kind}`)}
                  {carriesPersonalData && state === 'DRAFT' && (
                    <span className="quiet"> {t('callouts:work.waitsForSecurity')}</span>
                  )}
                </span>
                <span>{t(`callouts:taskState.${state}`)}</span>
                {!OVER.includes(state) && <DueClock dueAt={dueAt} />}
              </li>
            ))}
          </ul>
        </section>
      )}
      {needs.length > 0 && (
        <section aria-labelledby="callout-needs">
          <Title order={3} size="h6" id="callout-needs">
            {t('callouts:work.needs')}
          </Title>
          <ul className="callout-lines">
            {needs.map(({ id, code, state, amount }) => (
              <li key={id}>
                <span className="grow">{wordOf('needKinds', code)}</span>
                <span className="quiet">{t(`codes:needState.${state}`)}</span>
                <Money value={amount} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

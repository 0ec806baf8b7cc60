import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../ui/facts';
import { countryName, languageName } from '../../ui/names';
import { formatMinutes, formatShort, formatWindow } from './words';

/** What is said of a task before it is taken: nothing about anybody. */
export interface OpenWords {
  readonly kind: string;
  readonly tier: string;
  readonly country: string | null;
  readonly languages: readonly string[];
  readonly skills: readonly string[];
  readonly windowFrom: string | null;
  readonly windowTo: string | null;
  readonly dueAt: string;
  readonly expectedMinutes: number;
}

/** Roughly where, when, how long, what to bring, and who may do it. */
export function TaskFacts({ task }: { readonly task: OpenWords }): ReactNode {
  const { t } = useTranslation();
  const { windowFrom, windowTo, country } = task;
  const when =
    windowFrom === null || windowTo === null
      ? t('dispatch:facts.until', { when: formatShort(task.dueAt) })
      : formatWindow(windowFrom, windowTo);
  return (
    <Facts
      pairs={[
        [
          t('dispatch:facts.where'),
          country === null ? t('dispatch:facts.fromHome') : countryName(country),
        ],
        [t('dispatch:facts.when'), when],
        [
          t('dispatch:facts.howLong'),
          t('dispatch:facts.about', { time: formatMinutes(task.expectedMinutes) }),
        ],
        [t('dispatch:facts.bring'), t(`dispatch:bring.${task.kind}`)],
        [t('dispatch:facts.languages'), listOf(task.languages.map(languageName))],
        [
          t('dispatch:facts.skills'),
          listOf(task.skills.map((code) => t(`volunteers:skill.${code}`))),
        ],
        [t('dispatch:facts.tier'), t(`dispatch:tier.${task.tier}`)],
      ]}
    />
  );
}

function listOf(words: readonly string[]): string | null {
  return words.length === 0 ? null : words.join(', ');
}

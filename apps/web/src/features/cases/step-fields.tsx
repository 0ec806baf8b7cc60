import { Button, Group, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeSelect } from './code-select';
import { NEXT_STEPS } from './codes';
import { addDays, useToday } from './days';

/** A promise as it is being written; an empty kind makes none. */
export interface Step {
  readonly kind: string;
  readonly dueDay: string;
}

/** Days ahead that are most often promised. */
const AHEAD = [1, 3, 7, 14, 30] as const;

/** What is promised next and until when, with the usual days one press away. */
export function StepFields({
  step,
  change,
  none,
}: {
  readonly step: Step;
  readonly change: (step: Step) => void;
  /** The words for promising nothing new; absent: a promise is asked for. */
  readonly none?: string;
}): ReactNode {
  const { t } = useTranslation();
  const today = useToday();
  return (
    <>
      <CodeSelect
        label={t('cases:step.kind')}
        codes={NEXT_STEPS}
        wordOf={(code) => t(`cases:nextStep.${code}`)}
        value={step.kind}
        change={(kind) => change({ ...step, kind })}
        none={none}
      />
      {step.kind !== '' && (
        <div>
          <TextInput
            type="date"
            label={t('cases:step.dueDay')}
            value={step.dueDay}
            min={today}
            onChange={(event) => change({ ...step, dueDay: event.currentTarget.value })}
          />
          <Group gap={4} mt={4}>
            {AHEAD.map((days) => (
              <Button
                key={days}
                size="compact-xs"
                variant={step.dueDay === addDays(today, days) ? 'light' : 'default'}
                onClick={() => change({ ...step, dueDay: addDays(today, days) })}
              >
                {t('cases:step.inDays', { count: days })}
              </Button>
            ))}
          </Group>
        </div>
      )}
    </>
  );
}

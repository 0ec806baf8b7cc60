import { Checkbox, NumberInput, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const FACTS = [
  'singleCarer',
  'bothParentsHeld',
  'pregnancy',
  'seriousIllness',
  'disability',
  'age60Plus',
  'noOtherSupport',
] as const;

/** What the place in the queue depends on besides the need itself; sealed. */
export type TriageFacts = Readonly<Record<(typeof FACTS)[number], boolean>> & {
  readonly minors: number;
};

export const NO_FACTS: TriageFacts = {
  minors: 0,
  singleCarer: false,
  bothParentsHeld: false,
  pregnancy: false,
  seriousIllness: false,
  disability: false,
  age60Plus: false,
  noOtherSupport: false,
};

/** Who lives in the household, as far as it moves the need up. */
export function FactsFields({
  facts,
  change,
}: {
  readonly facts: TriageFacts;
  readonly change: (facts: TriageFacts) => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <details>
      <summary>{t('cases:facts.title')}</summary>
      <Stack gap="xs" mt="xs">
        <NumberInput
          label={t('cases:facts.minors')}
          value={facts.minors}
          onChange={(minors) => change({ ...facts, minors: Number(minors) })}
          min={0}
          max={20}
          allowDecimal={false}
        />
        {FACTS.map((fact) => (
          <Checkbox
            key={fact}
            label={t(`cases:facts.${fact}`)}
            checked={facts[fact]}
            onChange={(event) => change({ ...facts, [fact]: event.currentTarget.checked })}
          />
        ))}
      </Stack>
    </details>
  );
}

import { Button, Group, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, type ActOutcome } from '../../api/use-act';
import { OutcomeAlert } from '../../ui/refusal-alert';
import { toast } from '../../ui/toast';
import { lastQuarter } from './last-quarter';
import { DrawPaymentSampleDocument } from './samples.documents';

const USUAL_SIZE = 20;
const MOST = 100;

/** Draws a sample: over which days of release, and how many. */
export function SampleDraw({ drawn }: { readonly drawn: (sampleId: string) => void }): ReactNode {
  const { t } = useTranslation();
  const drawing = useAct(DrawPaymentSampleDocument);
  const [{ fromDay, toDay }, setPeriod] = useState(() => lastQuarter(new Date()));
  const [text, setText] = useState(String(USUAL_SIZE));
  const [outcome, setOutcome] = useState<ActOutcome<unknown> | null>(null);
  const size = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  const isSize = size >= 1 && size <= MOST;
  const draw = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isSize || drawing.isRunning) return;
    const answer = await drawing.run({ input: { fromDay, toDay, size } });
    setOutcome(answer);
    if (answer.kind !== 'DONE') return;
    toast(t('disclosure:sample.drawn'));
    drawn(answer.done.sampleId);
  };
  return (
    <form onSubmit={(event) => void draw(event)} noValidate>
      <Group gap="xs" align="end">
        <TextInput
          type="date"
          size="xs"
          label={t('disclosure:sample.from')}
          value={fromDay}
          onChange={(event) => setPeriod({ fromDay: event.currentTarget.value, toDay })}
        />
        <TextInput
          type="date"
          size="xs"
          label={t('disclosure:sample.to')}
          value={toDay}
          onChange={(event) => setPeriod({ fromDay, toDay: event.currentTarget.value })}
        />
        <TextInput
          size="xs"
          w={110}
          inputMode="numeric"
          label={t('disclosure:sample.size')}
          value={text}
          error={!isSize}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" size="xs" loading={drawing.isRunning} disabled={!isSize}>
          {t('disclosure:sample.draw')}
        </Button>
      </Group>
      <OutcomeAlert outcome={outcome} />
    </form>
  );
}

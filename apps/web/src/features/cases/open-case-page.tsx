import './cases.css';
import { Button, Group, Stack, Stepper, Text } from '@mantine/core';
import {
  useEffect,
  useRef,
  useState,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAct, type ActOutcome } from '../../api/use-act';
import { useDraft } from '../../api/use-draft';
import { DraftLine } from '../../ui/draft-line';
import { PageFrame } from '../../ui/page-frame';
import { OutcomeAlert } from '../../ui/refusal-alert';
import { toast } from '../../ui/toast';
import { addDays, useToday } from './days';
import { OpenCaseDocument } from './open-case.documents';
import { isDraftReady, newDraft, openCaseInput, STEPS, wholeDraft } from './opening';
import { OpeningStep } from './opening-step';

/** A new family in five steps: Enter goes on, Esc goes back. Nothing leaves this page before the last one. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const today = useToday();
  const opening = useAct(OpenCaseDocument, { isSealed: true });
  const [draft, setDraft] = useState(() => newDraft(addDays(today, 1)));
  const [at, setAt] = useState(0);
  const restore = (before: typeof draft): void => setDraft(wholeDraft(before));
  const kept = useDraft({ kind: 'OPEN_CASE', value: draft, restore });
  const commandKey = useRef<string | null>(null);
  const [outcome, setOutcome] = useState<ActOutcome<unknown> | null>(null);
  const step = STEPS[at] ?? 'REGION';
  const isLast = at === STEPS.length - 1;
  const isReady = isDraftReady(draft, step);

  const open = async (): Promise<void> => {
    await kept.settle();
    // One that was lost on the way is sent again as it is, and opens no second case.
    commandKey.current ??= crypto.randomUUID();
    const input = { ...openCaseInput(draft), commandKey: commandKey.current };
    const answer = await opening.run({ input });
    if (answer.kind !== 'FAILED') commandKey.current = null;
    setOutcome(answer);
    if (answer.kind !== 'DONE') return;
    kept.finish();
    toast(t('cases:opening.done', { codename: answer.done.codename }));
    void navigate(`/cases/${answer.done.caseId}`, { replace: true });
  };
  const goOn = (event: FormEvent): void => {
    event.preventDefault();
    if (!isReady || opening.isRunning) return;
    if (isLast) void open();
    else setAt(at + 1);
  };
  const goBack = (): void => {
    setOutcome(null);
    setAt(Math.max(at - 1, 0));
  };
  const press = (event: KeyboardEvent<HTMLFormElement>): void => {
    // A choice does not send its form by itself.
    const goesOn = event.key === 'Enter' && event.target instanceof HTMLSelectElement;
    if (event.nativeEvent.isComposing || (event.key !== 'Escape' && !goesOn)) return;
    event.preventDefault();
    if (goesOn) event.currentTarget.requestSubmit();
    else goBack();
  };
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('input, select, button[type="submit"]');
    first?.focus();
  }, [at]);

  return (
    <PageFrame title={t('cases:opening.title')}>
      <Text size="sm" c="dimmed" mb="md">
        {t('cases:opening.about')}
      </Text>
      <Stepper active={at} onStepClick={setAt} size="xs" mb="lg" className="opening-steps">
        {STEPS.map((each, place) => (
          <Stepper.Step
            key={each}
            label={t(`cases:opening.step.${each}`)}
            allowStepSelect={place < at}
          />
        ))}
      </Stepper>
      <form ref={form} onSubmit={goOn} onKeyDown={press} noValidate className="opening" key={step}>
        <Stack gap="sm">
          <OpeningStep step={step} draft={draft} change={setDraft} />
          <OutcomeAlert outcome={outcome} />
          <DraftLine draft={kept} />
          <Group justify="space-between" className="opening-acts">
            <Button
              variant="default"
              onClick={goBack}
              disabled={at === 0}
              rightSection={<kbd>Esc</kbd>}
            >
              {t('cases:opening.back')}
            </Button>
            <Button
              type="submit"
              loading={opening.isRunning}
              disabled={!isReady}
              rightSection={<kbd>Enter</kbd>}
            >
              {t(isLast ? 'cases:opening.confirm' : 'cases:opening.next')}
            </Button>
          </Group>
        </Stack>
      </form>
    </PageFrame>
  );
}

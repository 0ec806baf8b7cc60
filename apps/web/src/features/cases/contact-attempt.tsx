import { Chip, Group, Input, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../ui/act-dialog';
import { toast } from '../../ui/toast';
import { ChannelSelect } from './channel-select';
import { OUTCOMES } from './codes';
import { RecordContactAttemptDocument } from './contact.documents';
import { addDays, useToday } from './days';
import { NoteArea } from './note-area';
import { useCaseAct, type ActProps } from './opened-case';
import { StepFields, type Step } from './step-fields';

/** Days until the next try, by what came of this one. */
const TRY_AGAIN: Readonly<Record<string, number>> = {
  REACHED: 14,
  THEY_CONTACTED_US: 14,
  HANDSHAKE_PASSED: 7,
};

/** A call and what came of it, with the promise that follows: four fields. */
export function ContactAttempt({ file, changed, close }: ActProps): ReactNode {
  const { t } = useTranslation();
  const today = useToday();
  const send = useCaseAct(RecordContactAttemptDocument, file);
  const usable = file.channels.find(({ trust }) => trust !== 'COMPROMISED');
  const [channelId, setChannelId] = useState(usable?.id ?? '');
  const [outcome, setOutcome] = useState('');
  const [note, setNote] = useState('');
  const [chosenStep, setStep] = useState<Step | null>(null);
  const proposed = { kind: 'CALL_FAMILY', dueDay: addDays(today, TRY_AGAIN[outcome] ?? 1) };
  const step = chosenStep ?? (outcome === 'DO_NOT_CONTACT' ? { ...proposed, kind: '' } : proposed);

  return (
    <ActDialog
      title={t('cases:attempt.title', { codename: file.codename })}
      confirm={t('cases:attempt.confirm')}
      isOpen
      close={close}
      isReady={outcome !== '' && (step.kind === '' || step.dueDay !== '')}
      act={() =>
        send({
          outcome,
          channelId: channelId === '' ? null : channelId,
          note: note.trim() === '' ? null : note,
          nextStep: step.kind === '' ? null : step,
        })
      }
      done={() => {
        toast(t('cases:attempt.done', { codename: file.codename }));
        changed();
      }}
    >
      <Stack gap={4}>
        <Input.Label component="div" id="attempt-outcome">
          {t('cases:attempt.outcome')}
        </Input.Label>
        <Chip.Group value={outcome} onChange={(value) => setOutcome(value)}>
          <Group gap={6} role="radiogroup" aria-labelledby="attempt-outcome">
            {OUTCOMES.map((code, place) => (
              <Chip key={code} value={code} size="sm" data-autofocus={place === 0 || undefined}>
                {t(`cases:outcome.${code}`)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Stack>
      {file.channels.length > 1 && (
        <ChannelSelect file={file} value={channelId} change={setChannelId} />
      )}
      <NoteArea label={t('cases:attempt.note')} value={note} change={setNote} />
      <StepFields step={step} change={setStep} none={t('cases:step.keep')} />
    </ActDialog>
  );
}

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
import { useDraft } from '../../api/use-draft';
import { DraftLine } from '../../ui/draft-line';
import { useCaseAct, type ActProps } from './opened-case';
import { StepFields, type Step } from './step-fields';

/** Days until the next try, by what came of this one. */
const TRY_AGAIN: Readonly<Record<string, number>> = {
  REACHED: 14,
  THEY_CONTACTED_US: 14,
  HANDSHAKE_PASSED: 7,
};

interface Written {
  readonly channelId: string;
  readonly outcome: string;
  readonly note: string;
  /** Null: what is proposed. */
  readonly chosenStep: Step | null;
}

/** A call and what came of it, with the promise that follows: four fields. */
export function ContactAttempt({ file, changed, close }: ActProps): ReactNode {
  const { t } = useTranslation();
  const today = useToday();
  const send = useCaseAct(RecordContactAttemptDocument, file);
  const usable = file.channels.find(({ trust }) => trust !== 'COMPROMISED');
  const [form, setForm] = useState<Written>({
    channelId: usable?.id ?? '',
    outcome: '',
    note: '',
    chosenStep: null,
  });
  const { channelId, outcome, note, chosenStep } = form;
  const change = (part: Partial<Written>): void => setForm((before) => ({ ...before, ...part }));
  const draft = useDraft({
    kind: 'CONTACT_ATTEMPT',
    subjectId: file.id,
    value: form,
    restore: setForm,
  });
  const proposed = { kind: 'CALL_FAMILY', dueDay: addDays(today, TRY_AGAIN[outcome] ?? 1) };
  const step = chosenStep ?? (outcome === 'DO_NOT_CONTACT' ? { ...proposed, kind: '' } : proposed);

  return (
    <ActDialog
      title={t('cases:attempt.title', { codename: file.codename })}
      confirm={t('cases:attempt.confirm')}
      isOpen
      close={close}
      isReady={outcome !== '' && (step.kind === '' || step.dueDay !== '')}
      act={async () => {
        await draft.settle();
        return send({
          outcome,
          channelId: channelId === '' ? null : channelId,
          note: note.trim() === '' ? null : note,
          nextStep: step.kind === '' ? null : step,
        });
      }}
      done={() => {
        draft.finish();
        toast(t('cases:attempt.done', { codename: file.codename }));
        changed();
      }}
    >
      <Stack gap={4}>
        <Input.Label component="div" id="attempt-outcome">
          {t('cases:attempt.outcome')}
        </Input.Label>
        <Chip.Group value={outcome} onChange={(value) => change({ outcome: value })}>
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
        <ChannelSelect
          file={file}
          value={channelId}
          change={(each) => change({ channelId: each })}
        />
      )}
      <NoteArea
        label={t('cases:attempt.note')}
        value={note}
        change={(text) => change({ note: text })}
      />
      <StepFields
        step={step}
        change={(next) => change({ chosenStep: next })}
        none={t('cases:step.keep')}
      />
      <DraftLine draft={draft} />
    </ActDialog>
  );
}

import { Button, Checkbox, Radio, Stack, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { ActDialog } from '../../ui/act-dialog';
import { RecordInterviewDocument, type InterviewAnswer } from './applications.documents';
import { INTERVIEW_ANSWERS } from './codes';
import { useSayChanged } from './signed';
import { today } from './words';

/** My own record of one talk; two people have to be for it, having seen face and papers live. */
export function RecordInterview({
  applicationId,
  changed,
}: {
  readonly applicationId: string;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const say = useSayChanged(changed);
  const [isOpen, setOpen] = useState(false);
  const [answer, setAnswer] = useState<InterviewAnswer | null>(null);
  const [identitySeenLive, setSeen] = useState(false);
  const [heldOn, setDay] = useState(today);
  const recording = useAct(RecordInterviewDocument);
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        {t('volunteers:act.interview')}
      </Button>
      <ActDialog
        title={t('volunteers:act.interview')}
        about={t('volunteers:act.interviewAbout')}
        confirm={t('volunteers:act.save')}
        isOpen={isOpen}
        close={() => setOpen(false)}
        isReady={answer !== null && heldOn !== ''}
        act={() =>
          recording.run({
            input: { applicationId, answer: answer ?? 'UNSURE', identitySeenLive, heldOn },
          })
        }
        done={say}
      >
        <TextInput
          type="date"
          label={t('volunteers:act.day')}
          value={heldOn}
          max={today()}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <Checkbox
          label={t('volunteers:act.seenLive')}
          checked={identitySeenLive}
          onChange={(event) => setSeen(event.currentTarget.checked)}
        />
        <Radio.Group
          label={t('volunteers:act.verdict')}
          value={answer ?? ''}
          onChange={(value) => setAnswer(INTERVIEW_ANSWERS.find((each) => each === value) ?? null)}
        >
          <Stack gap="xs" mt="xs">
            {INTERVIEW_ANSWERS.map((code) => (
              <Radio key={code} value={code} label={t(`volunteers:interview.${code}`)} />
            ))}
          </Stack>
        </Radio.Group>
      </ActDialog>
    </>
  );
}

import { Button, Card, NumberInput, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, type ActOutcome } from '../../api/use-act';
import { OutcomeAlert } from '../../ui/refusal-alert';
import { Sealed } from '../../ui/sealed';
import { formatDay } from '../../ui/time';
import { toast } from '../../ui/toast';
import { REFERENCE_ANSWERS } from './codes';
import {
  RecordReferenceDocument,
  type ReferenceAnswer,
  type ReferenceRequestsQuery,
} from './mine.documents';

const MOST_YEARS = 80;

/** One applicant, by name, and the three things I can say; a word that is given stands. */
export function ReferenceRequest({
  request,
  given,
}: {
  readonly request: ReferenceRequestsQuery['referenceRequests'][number];
  readonly given: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { applicationId, namedOn, applicantName } = request;
  const [knownYears, setYears] = useState<number | null>(null);
  const [outcome, setOutcome] = useState<ActOutcome<unknown> | null>(null);
  const recording = useAct(RecordReferenceDocument);
  const give = async (answer: ReferenceAnswer): Promise<void> => {
    const done = await recording.run({ input: { applicationId, answer, knownYears } });
    setOutcome(done);
    if (done.kind !== 'DONE') return;
    toast(t('volunteers:references.given'));
    given();
  };
  return (
    <Card withBorder padding="md">
      <Title order={2} size="h5">
        {applicantName ?? <Sealed what={t('volunteers:application.name')} />}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('volunteers:references.asked', { day: formatDay(namedOn) })}
      </Text>
      <NumberInput
        label={t('volunteers:references.years')}
        size="md"
        min={0}
        max={MOST_YEARS}
        allowDecimal={false}
        value={knownYears ?? ''}
        onChange={(value) => setYears(typeof value === 'number' ? value : null)}
        mb="sm"
      />
      <Stack gap="xs">
        {REFERENCE_ANSWERS.map((answer) => (
          <Button
            key={answer}
            size="md"
            variant={answer === 'VOUCHES' ? 'filled' : 'default'}
            disabled={recording.isRunning}
            onClick={() => void give(answer)}
          >
            {t(`volunteers:referenceSay.${answer}`)}
          </Button>
        ))}
      </Stack>
      <OutcomeAlert outcome={outcome} />
    </Card>
  );
}

import { Button, Group } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, type ActOutcome } from '../../api/use-act';
import { OutcomeAlert } from '../../ui/refusal-alert';
import { CompleteTrainingDocument, type TrainingModule } from './applications.documents';
import type { Application } from './applications-page-types';
import { TRAINING } from './codes';
import { today } from './words';

/** The parts of the training that are missing; a tap says that one was completed today. */
export function RecordTraining({
  application,
  changed,
}: {
  readonly application: Application;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const completing = useAct(CompleteTrainingDocument);
  const [outcome, setOutcome] = useState<ActOutcome<unknown> | null>(null);
  const missing = TRAINING.filter(
    (each) => !application.training.some(({ module }) => module === each),
  );
  const complete = async (module: TrainingModule): Promise<void> => {
    const input = { applicationId: application.id, module, completedOn: today() };
    const answer = await completing.run({ input });
    setOutcome(answer);
    if (answer.kind === 'DONE') changed();
  };
  return (
    <div>
      <Group gap="xs">
        {missing.map((module) => (
          <Button
            key={module}
            size="sm"
            loading={completing.isRunning}
            onClick={() => void complete(module)}
          >
            {t('volunteers:act.trained', { part: t(`volunteers:training.${module}`) })}
          </Button>
        ))}
      </Group>
      <OutcomeAlert outcome={outcome} />
    </div>
  );
}

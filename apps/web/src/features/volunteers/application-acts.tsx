import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { ActButton } from '../../ui/act-button';
import {
  DecideVolunteerDocument,
  DeclineApplicationDocument,
  NameRefereeDocument,
  ScreenApplicationDocument,
  StartProbationDocument,
  WithdrawApplicationDocument,
  type ScreeningStep,
} from './applications.documents';
import type { Application } from './applications-page-types';
import { APPLICATION_STATES, DECLINE_REASONS, TRAINING } from './codes';
import { ConfirmAct } from './confirm-act';
import { RecordInterview } from './record-interview';
import { PickAct } from './pick-act';
import { ReasonAct } from './reason-act';
import { useSayChanged } from './signed';
import { RecordTraining } from './record-training';
import { useColleagues } from './use-colleagues';
import { useMe } from '../../session/session';
import { useMay } from '../../ui/may';

interface ActsProps {
  readonly application: Application;
  readonly changed: () => void;
}

/** The next step of an application, and the two ways to end it. */
export function ApplicationActs({ application, changed }: ActsProps): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const me = useMe();
  const say = useSayChanged(changed);
  const deciding = useAct(DecideVolunteerDocument);
  const declining = useAct(DeclineApplicationDocument);
  const withdrawing = useAct(WithdrawApplicationDocument);
  const { id: applicationId, state, version, training } = application;
  const input = { applicationId, version };
  if (!APPLICATION_STATES.some((each) => each === state)) return null;
  // Mine counts once; who has signed stands among the facts.
  const isSigned = application.signatures.some(({ person }) => person?.id === me.id);
  const isTrained = TRAINING.every((each) => training.some(({ module }) => module === each));
  return (
    <Group gap="xs" align="start">
      {state === 'APPLIED' && <Screen application={application} step="START" changed={changed} />}
      {state === 'SCREENING' && (
        <Screen application={application} step="ASK_REFERENCES" changed={changed} />
      )}
      {state === 'REFERENCES' && <AskReferee application={application} changed={changed} />}
      {state === 'INTERVIEW' && may('recordInterview') && (
        <RecordInterview applicationId={applicationId} changed={changed} />
      )}
      {state === 'SECURITY_REVIEW' && may('decideVolunteer') && !isSigned && (
        <ActButton size="sm" act={() => deciding.run({ input })} done={say}>
          {t('volunteers:act.admit')}
        </ActButton>
      )}
      {state === 'TRAINING' && !isTrained && may('completeTraining') && (
        <RecordTraining application={application} changed={changed} />
      )}
      {state === 'TRAINING' && isTrained && may('startProbation') && (
        <StartProbation application={application} changed={changed} />
      )}
      <ReasonAct
        name={t('volunteers:act.decline')}
        about={t('volunteers:act.declineAbout')}
        reasons={DECLINE_REASONS}
        isGrave
        act={(reason) => declining.run({ input: { ...input, reason } })}
        done={say}
      />
      <ConfirmAct
        name={t('volunteers:act.forget')}
        about={t('volunteers:act.forgetAbout')}
        act={() => withdrawing.run({ input })}
        done={say}
      />
    </Group>
  );
}

function Screen({
  application,
  step,
  changed,
}: ActsProps & { readonly step: ScreeningStep }): ReactNode {
  const { t } = useTranslation();
  const screening = useAct(ScreenApplicationDocument);
  const say = useSayChanged(changed);
  const { id: applicationId, version } = application;
  return (
    <ActButton
      size="sm"
      act={() => screening.run({ input: { applicationId, version, step } })}
      done={say}
    >
      {t(`volunteers:screen.${step}`)}
    </ActButton>
  );
}

function AskReferee({ application, changed }: ActsProps): ReactNode {
  const { t } = useTranslation();
  const naming = useAct(NameRefereeDocument);
  const asked = application.references.map(({ person }) => person?.id);
  const people = useColleagues().filter(({ value }) => !asked.includes(value));
  return (
    <PickAct
      name={t('volunteers:act.nameReferee')}
      about={t('volunteers:act.nameRefereeAbout')}
      label={t('volunteers:act.colleague')}
      choices={people}
      act={(refereeId) => naming.run({ input: { applicationId: application.id, refereeId } })}
      done={changed}
    />
  );
}

function StartProbation({ application, changed }: ActsProps): ReactNode {
  const { t } = useTranslation();
  const starting = useAct(StartProbationDocument);
  const say = useSayChanged(changed);
  const accounts = useColleagues('VOLUNTEER');
  const { id: applicationId, version } = application;
  return (
    <PickAct
      name={t('volunteers:act.startProbation')}
      about={t('volunteers:act.startProbationAbout')}
      label={t('volunteers:act.account')}
      choices={accounts}
      act={(personId) => starting.run({ input: { applicationId, version, personId } })}
      done={say}
    />
  );
}

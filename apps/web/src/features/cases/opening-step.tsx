import { Button, Fieldset, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../ui/facts';
import { formatDay } from '../../ui/time';
import { CodeSelect } from './code-select';
import { REGIONS } from './codes';
import { EMPTY_MEMBER, MemberFields } from './member-fields';
import { NoteArea } from './note-area';
import { writtenOf, type CaseDraft, type OpeningStepName } from './opening';
import { EMPTY_PRISONER, PrisonerFields } from './prisoner-fields';
import { StepFields } from './step-fields';

interface PartProps {
  readonly draft: CaseDraft;
  readonly change: (draft: CaseDraft) => void;
}

/** The fields of one step. */
export function OpeningStep({
  step,
  draft,
  change,
}: PartProps & { readonly step: OpeningStepName }): ReactNode {
  switch (step) {
    case 'REGION':
      return <RegionPart draft={draft} change={change} />;
    case 'HOUSEHOLD':
      return <HouseholdPart draft={draft} change={change} />;
    case 'PRISONER':
      return <PrisonerPart draft={draft} change={change} />;
    case 'PROMISE':
      return (
        <StepFields step={draft.nextStep} change={(nextStep) => change({ ...draft, nextStep })} />
      );
    case 'CHECK':
      return <CheckPart draft={draft} />;
  }
}

function RegionPart({ draft, change }: PartProps): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <CodeSelect
        label={t('cases:opening.region')}
        description={t('cases:opening.regionAbout')}
        codes={REGIONS}
        wordOf={(code) => t(`cases:region.${code}`)}
        value={draft.region}
        change={(region) => change({ ...draft, region })}
      />
      <NoteArea
        label={t('cases:opening.summary')}
        value={draft.summary}
        change={(summary) => change({ ...draft, summary })}
      />
    </>
  );
}

function HouseholdPart({ draft, change }: PartProps): ReactNode {
  const { t } = useTranslation();
  const { members } = draft;
  return (
    <>
      <Text size="sm">{t('cases:opening.membersAbout')}</Text>
      {members.map((member, place) => (
        <Fieldset
          key={place}
          legend={t('cases:opening.memberNumbered', { number: place + 1 })}
          className="opening-person"
        >
          <MemberFields
            draft={member}
            change={(next) => change({ ...draft, members: members.with(place, next) })}
          />
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => change({ ...draft, members: members.toSpliced(place, 1) })}
          >
            {t('cases:opening.takeAway')}
          </Button>
        </Fieldset>
      ))}
      <div>
        <Button
          size="xs"
          variant="default"
          onClick={() => change({ ...draft, members: [...members, EMPTY_MEMBER] })}
        >
          {t('cases:member.add')}
        </Button>
      </div>
      <NoteArea
        label={t('cases:household.notes')}
        value={draft.householdNotes}
        change={(householdNotes) => change({ ...draft, householdNotes })}
      />
    </>
  );
}

function PrisonerPart({ draft, change }: PartProps): ReactNode {
  const { t } = useTranslation();
  const { prisoners } = draft;
  return (
    <>
      <Text size="sm">{t('cases:opening.prisonersAbout')}</Text>
      {prisoners.map((prisoner, place) => (
        <Fieldset
          key={place}
          legend={t('cases:prisoner.numbered', { number: place + 1 })}
          className="opening-person"
        >
          <PrisonerFields
            draft={prisoner}
            change={(next) => change({ ...draft, prisoners: prisoners.with(place, next) })}
          />
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => change({ ...draft, prisoners: prisoners.toSpliced(place, 1) })}
          >
            {t('cases:opening.takeAway')}
          </Button>
        </Fieldset>
      ))}
      <div>
        <Button
          size="xs"
          variant="default"
          onClick={() => change({ ...draft, prisoners: [...prisoners, EMPTY_PRISONER] })}
        >
          {t('cases:prisoner.add')}
        </Button>
      </div>
    </>
  );
}

function CheckPart({ draft }: { readonly draft: CaseDraft }): ReactNode {
  const { t } = useTranslation();
  const { region, members, prisoners, nextStep } = draft;
  const promise = `${t(`cases:nextStep.${nextStep.kind}`)}, ${formatDay(nextStep.dueDay)}`;
  return (
    <>
      <Facts
        pairs={[
          [t('cases:opening.region'), t(`cases:region.${region}`)],
          [t('cases:opening.step.HOUSEHOLD'), names(writtenOf(members, EMPTY_MEMBER))],
          [t('cases:opening.step.PRISONER'), names(writtenOf(prisoners, EMPTY_PRISONER))],
          [t('cases:opening.step.PROMISE'), promise],
        ]}
      />
      <Text size="sm">{t('cases:opening.checkAbout')}</Text>
    </>
  );
}

function names(people: readonly { readonly name: string }[]): string {
  return people.length === 0 ? '–' : people.map(({ name }) => name).join(', ');
}

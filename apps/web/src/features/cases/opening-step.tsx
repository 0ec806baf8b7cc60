import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCountryCodes } from '../../codes/country-codes';
import { Facts } from '../../ui/facts';
import { formatDay } from '../../ui/time';
import { CodeSelect } from './code-select';
import { EMPTY_MEMBER } from './member-draft';
import { MemberFields } from './member-fields';
import { NoteArea } from './note-area';
import { writtenOf, type CaseDraft, type OpeningStepName } from './opening';
import { PeopleFields } from './people-fields';
import { EMPTY_PRISONER } from './prisoner-draft';
import { PrisonerFields } from './prisoner-fields';
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
  const codes = useCountryCodes();
  return (
    <>
      <CodeSelect
        label={t('cases:opening.region')}
        description={t('cases:opening.regionAbout')}
        codes={codes.entries('regions').map(({ code }) => code)}
        wordOf={(code) => codes.wordOf('regions', code)}
        none={t('cases:opening.regionNone')}
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
  return (
    <>
      <Text size="sm">{t('cases:opening.membersAbout')}</Text>
      <PeopleFields
        people={draft.members}
        change={(members) => change({ ...draft, members })}
        empty={EMPTY_MEMBER}
        legend={(number) => t('cases:opening.memberNumbered', { number })}
        add={t('cases:member.add')}
        fields={(member, write) => <MemberFields draft={member} change={write} />}
      />
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
  return (
    <>
      <Text size="sm">{t('cases:opening.prisonersAbout')}</Text>
      <PeopleFields
        people={draft.prisoners}
        change={(prisoners) => change({ ...draft, prisoners })}
        empty={EMPTY_PRISONER}
        legend={(number) => t('cases:prisoner.numbered', { number })}
        add={t('cases:prisoner.add')}
        fields={(prisoner, write) => <PrisonerFields draft={prisoner} change={write} />}
      />
    </>
  );
}

function CheckPart({ draft }: { readonly draft: CaseDraft }): ReactNode {
  const { t } = useTranslation();
  const { wordOf } = useCountryCodes();
  const { region, members, prisoners, nextStep } = draft;
  const promise = `${t(`cases:nextStep.${nextStep.kind}`)}, ${formatDay(nextStep.dueDay)}`;
  return (
    <>
      <Facts
        pairs={[
          [t('cases:opening.region'), wordOf('regions', region)],
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

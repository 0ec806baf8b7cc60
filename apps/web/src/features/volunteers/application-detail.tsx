import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { Facts } from '../../ui/facts';
import { Reveal } from '../../ui/reveal';
import { formatDay } from '../../ui/time';
import { ApplicationActs } from './application-acts';
import { RevealApplicantDocument } from './applications.documents';
import type { Application } from './applications-page-types';
import { APPLICATION_STATES, TRAINING } from './codes';
import { countryName, languageName } from '../../ui/names';

/** One application: the next step, who it is (sealed), and what colleagues found out. */
export function ApplicationDetail({
  application,
  changed,
}: {
  readonly application: Application;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const revealing = useAct(RevealApplicantDocument, { isSealed: true });
  const { id: applicationId, state } = application;
  const isRunning = APPLICATION_STATES.some((each) => each === state);
  return (
    <Stack gap="lg">
      <header>
        <Title order={2} size="h4">
          {t('volunteers:application.title', { country: countryName(application.country) })}
        </Title>
        <Group gap="sm">
          <Text size="sm" fw={600}>
            {t(`volunteers:state.${state}`)}
          </Text>
          <Text size="sm">{t('volunteers:since', { day: formatDay(application.stateSince) })}</Text>
        </Group>
        {isRunning && <Text size="sm">{t(`volunteers:next.${state}`)}</Text>}
      </header>
      <ApplicationActs application={application} changed={changed} />
      {isRunning && (
        <Reveal
          what={t('volunteers:application.who')}
          who={t('volunteers:application.whoOpens')}
          purposes={[{ value: 'VETTING', label: '' }]}
          open={() => revealing.run({ input: { applicationId } })}
        >
          {({ name, contact, words }) => (
            <Facts
              pairs={[
                [t('volunteers:application.name'), name],
                [t('volunteers:application.contact'), contact],
                [t('volunteers:application.message'), words],
              ]}
            />
          )}
        </Reveal>
      )}
      <ApplicationFacts application={application} />
      <Voices
        title={t('volunteers:application.references')}
        empty={t('volunteers:application.noReferences')}
        voices={application.references}
        word={(answer) => t(`volunteers:reference.${answer}`)}
      />
      <Voices
        title={t('volunteers:application.interviews')}
        empty={t('volunteers:application.noInterviews')}
        voices={application.interviews}
        word={(answer) => t(`volunteers:interview.${answer}`)}
      />
    </Stack>
  );
}

function ApplicationFacts({ application }: { readonly application: Application }): ReactNode {
  const { t } = useTranslation();
  const { languages, skills, earlier, signatures, training, decisionReason } = application;
  const done = TRAINING.filter((each) => training.some(({ module }) => module === each));
  return (
    <Facts
      pairs={[
        [t('volunteers:application.appliedOn'), formatDay(application.appliedOn)],
        [t('volunteers:languages'), languages.map(languageName).join(', ')],
        [t('volunteers:skills'), skills.map((code) => t(`volunteers:skill.${code}`)).join(', ')],
        [t('volunteers:application.earlier'), earlier === 0 ? null : String(earlier)],
        [
          t('volunteers:application.training'),
          done.length === 0
            ? null
            : done.map((code) => t(`volunteers:training.${code}`)).join(', '),
        ],
        [
          t('volunteers:application.signed'),
          signatures.length === 0
            ? null
            : signatures.map(({ person }) => person?.displayName ?? '–').join(', '),
        ],
        [
          t('volunteers:application.reason'),
          decisionReason === null ? null : t(`volunteers:reason.${decisionReason}`),
        ],
      ]}
    />
  );
}

function Voices({
  title,
  empty,
  voices,
  word,
}: {
  readonly title: string;
  readonly empty: string;
  readonly voices: Application['references'];
  readonly word: (answer: string) => string;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <section>
      <Title order={3} size="h6">
        {title}
      </Title>
      {voices.length === 0 ? (
        <Text size="sm" c="dimmed">
          {empty}
        </Text>
      ) : (
        <ul className="voices">
          {voices.map(({ person, answer, day }, index) => (
            <li key={person?.id ?? index}>
              {person?.displayName ?? '–'}:{' '}
              {answer === null ? t('volunteers:application.awaited') : word(answer)}
              {day !== null && <span className="quiet"> {formatDay(day)}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

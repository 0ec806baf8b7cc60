import { Button, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCountryCodes } from '../../codes/country-codes';
import { Facts } from '../../ui/facts';
import { Empty } from '../../ui/states';
import { formatDay } from '../../ui/time';
import { AddPrisoner, AddStatus } from './family-acts';
import { IdentityReveal, SealedStory } from './identity-reveal';
import { useMay } from '../../ui/may';
import type { CaseProps, OpenedCase } from './opened-case';

type Prisoner = NonNullable<OpenedCase['story']>['prisoners'][number];

/** Who is held, where, on whose word, and what happened when. */
export function PrisonerTab({ file, changed }: CaseProps): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const [isAdding, setAdding] = useState(false);
  const { story } = file;
  if (story === null) return <SealedStory file={file} what={t('cases:prisoner.sealed')} />;
  return (
    <Stack gap="lg">
      {story.prisoners.length === 0 ? (
        <Empty title={t('cases:prisoner.none')}>{t('cases:prisoner.noneAbout')}</Empty>
      ) : (
        <IdentityReveal file={file} what={t('cases:prisoner.names')}>
          {({ prisoners }) => (
            <ul className="plain-list">
              {prisoners.map(({ id, name, birthDate }) => (
                <li key={id}>
                  <strong>{name}</strong>
                  {birthDate !== null && (
                    <> · {t('cases:member.born', { day: formatDay(birthDate) })}</>
                  )}
                </li>
              ))}
            </ul>
          )}
        </IdentityReveal>
      )}
      {story.prisoners.map((prisoner, place) => (
        <OnePrisoner
          key={prisoner.id}
          prisoner={prisoner}
          number={place + 1}
          file={file}
          changed={changed}
        />
      ))}
      {may('recordPrisoner') && (
        <div>
          <Button size="xs" variant="default" onClick={() => setAdding(true)}>
            {t('cases:prisoner.add')}
          </Button>
        </div>
      )}
      {isAdding && <AddPrisoner file={file} changed={changed} close={() => setAdding(false)} />}
    </Stack>
  );
}

function OnePrisoner({
  prisoner,
  number,
  file,
  changed,
}: CaseProps & { readonly prisoner: Prisoner; readonly number: number }): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const [isAdding, setAdding] = useState(false);
  const { facility, facilityType, regime, articles, stateLists, sentenceEndsOn } = prisoner;
  const { entries, wordOf } = useCountryCodes();
  const place = facilityType === null ? null : wordOf('facilityTypes', facilityType);
  const lists = stateLists.map((each) => wordOf('stateLists', each));
  const numberOf = (code: string): string =>
    entries('legalArticles').find((article) => article.code === code)?.number ?? code;
  return (
    <section aria-label={t('cases:prisoner.numbered', { number })}>
      <Title order={3} size="h6" mb={4}>
        {t('cases:prisoner.numbered', { number })}
      </Title>
      <Facts
        pairs={[
          [t('cases:prisoner.facilityType'), joined([place, facility])],
          [t('cases:prisoner.regime'), regime && wordOf('regimes', regime)],
          [t('cases:prisoner.articles'), joined(articles.map(numberOf))],
          [t('cases:prisoner.sentenceEndsOn'), sentenceEndsOn && formatDay(sentenceEndsOn)],
          [t('cases:prisoner.stateLists'), joined(lists)],
          [t('cases:prisoner.basis'), wordOf('recognitionBases', prisoner.recognitionBasis)],
        ]}
      />
      {prisoner.notes !== null && (
        <Text size="sm" className="written">
          {prisoner.notes}
        </Text>
      )}
      <Title order={4} size="sm" mt="sm">
        {t('cases:prisoner.history')}
      </Title>
      <ol className="plain-list">
        {prisoner.statuses.toReversed().map(({ id, code, since, note }) => (
          <li key={id}>
            <span className="quiet">{formatDay(since)}</span> {wordOf('custodyStatuses', code)}
            {note !== null && <span className="quiet"> {note}</span>}
          </li>
        ))}
      </ol>
      {may('recordPrisonerStatus') && (
        <Button size="xs" variant="default" onClick={() => setAdding(true)}>
          {t('cases:prisonerStatus.title')}
        </Button>
      )}
      {isAdding && (
        <AddStatus
          prisonerId={prisoner.id}
          file={file}
          changed={changed}
          close={() => setAdding(false)}
        />
      )}
    </section>
  );
}

function joined(parts: readonly (string | null)[]): string | null {
  const text = parts.filter((part) => part !== null).join(', ');
  return text === '' ? null : text;
}

import { Autocomplete, MultiSelect, Textarea, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { useCountryCodes } from '../../codes/country-codes';
import { toast } from '../../ui/toast';
import { CorrectRequestDocument } from './card.documents';
import { DecisionPanel } from './decision-panel';
import type { PanelProps } from './decision-bar-types';
import { kindOf } from './form-paths';

/** A small form of only the answers at fault. What is still wrong after sending joins it. */
export function CorrectPanel({ card, close, reopen, types }: PanelProps): ReactNode {
  const { t } = useTranslation();
  const correcting = useAct(CorrectRequestDocument);
  const known = [...(card.story ?? []), ...(card.identity ?? [])];
  const [paths, setPaths] = useState<readonly string[]>(() => {
    const unread = known.filter(({ isUnread }) => isUnread).map(({ path }) => path);
    return [...new Set([...(card.problemField === null ? [] : [card.problemField]), ...unread])];
  });
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(known.map(({ path, text }) => [path, text])),
  );
  const [fault, setFault] = useState<string | null>(null);
  const { requestId, version } = card;

  const act = async () => {
    const answers = paths.map((path) => ({ path, text: texts[path] ?? '' }));
    const answer = await correcting.run({ input: { requestId, version, answers } });
    const field = answer.kind === 'REFUSED' ? (answer.refusal.field ?? null) : null;
    setFault(field);
    if (field?.includes('/') === true) setPaths((before) => [...new Set([...before, field])]);
    return answer;
  };

  return (
    <DecisionPanel
      title={t('intake:correct.title')}
      about={t('intake:correct.about')}
      confirm={t('intake:correct.confirm')}
      isReady={paths.length > 0}
      close={close}
      act={act}
      done={() => {
        toast(t('intake:correct.done'));
        reopen();
      }}
    >
      {paths.map((path, place) => (
        <RightAnswer
          key={path}
          path={path}
          isFirst={place === 0}
          text={texts[path] ?? ''}
          isWrong={fault === path}
          write={(text) => setTexts((before) => ({ ...before, [path]: text }))}
          types={types}
        />
      ))}
    </DecisionPanel>
  );
}

function RightAnswer({
  path,
  text,
  write,
  isFirst,
  isWrong,
  types,
}: {
  readonly path: string;
  readonly text: string;
  readonly write: (text: string) => void;
  readonly isFirst: boolean;
  readonly isWrong: boolean;
  readonly types: PanelProps['types'];
}): ReactNode {
  const { t } = useTranslation();
  const { entries } = useCountryCodes();
  const kind = kindOf(path);
  const common = {
    size: 'sm',
    label: t(`intake:path.${path}`),
    error: isWrong ? t('intake:correct.still') : undefined,
    'data-autofocus': isFirst ? true : undefined,
  } as const;
  if (kind === 'NEEDS') {
    const codes = text.split(/[\s,;]+/).filter((code) => types.some((type) => type.code === code));
    const data = types.map(({ code, label }) => ({ value: code, label }));
    return (
      <MultiSelect
        {...common}
        data={data}
        value={codes}
        onChange={(chosen) => write(chosen.join(' '))}
        description={t('intake:correct.asItCame', { text })}
        searchable
      />
    );
  }
  if (kind === 'REGION') {
    return (
      <Autocomplete
        {...common}
        data={entries('regions').map(({ code }) => code)}
        value={text}
        onChange={write}
        description={t('intake:correct.regionAbout')}
      />
    );
  }
  const input = {
    value: text,
    onChange: (event: { currentTarget: { value: string } }) => write(event.currentTarget.value),
  };
  if (path === 'needs/note') return <Textarea {...common} {...input} autosize minRows={2} />;
  const hint = { DATE: t('intake:correct.dateAbout'), AMOUNT: t('intake:correct.amountAbout') };
  const description =
    kind === 'DATE' || kind === 'AMOUNT' ? hint[kind] : t('intake:correct.emptyAbout');
  return (
    <TextInput
      {...common}
      {...input}
      description={description}
      inputMode={kind === 'AMOUNT' ? 'decimal' : undefined}
    />
  );
}

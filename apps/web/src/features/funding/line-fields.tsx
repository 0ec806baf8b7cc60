import { Button, Fieldset, Group, MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { plainAmount, readAmount } from '../../ui/money';
import type { Grant } from './grant-page-types';
import type { GrantLineInput } from './grants.documents';
import { useGroupWords } from './group-words';

/** A line as somebody types it, before it is checked. */
export interface LineText {
  readonly group: string;
  /** Only these kinds of the group; null: all that no other line names. */
  readonly codes: readonly string[] | null;
  readonly ceiling: string;
  readonly people: string;
  readonly needs: string;
}

const TARGET = /^\d{0,6}$/;

/** A line as the fields show it. */
export function lineTextOf(line: Grant['lines'][number]): LineText {
  const { group, codes, ceilingMinor, peopleTarget, needsTarget } = line;
  return {
    ...{ group, codes, ceiling: plainAmount(ceilingMinor) },
    people: peopleTarget === null ? '' : String(peopleTarget),
    needs: needsTarget === null ? '' : String(needsTarget),
  };
}

/** The lines as the interface takes them; null while something cannot be read. */
export function linesOf(texts: readonly LineText[]): GrantLineInput[] | null {
  const lines = texts.map(({ group, codes, ceiling, people, needs }) => {
    const ceilingMinor = readAmount(ceiling);
    if (ceilingMinor === null || !TARGET.test(people) || !TARGET.test(needs)) return null;
    const target = (text: string): number | null => (text === '' ? null : Number(text));
    return {
      ...{ group, ceilingMinor, codes: codes === null ? null : [...codes] },
      ...{ peopleTarget: target(people), needsTarget: target(needs) },
    };
  });
  return lines.some((line) => line === null) ? null : lines.filter((line) => line !== null);
}

/** Budget lines with their goals, one below the other. */
export function LineFields({
  texts,
  change,
}: {
  readonly texts: readonly LineText[];
  readonly change: (texts: readonly LineText[]) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { groups, kindsIn } = useGroupWords();
  const set = (place: number, more: Partial<LineText>): void =>
    change(texts.map((text, at) => (at === place ? { ...text, ...more } : text)));
  const field = (place: number, name: 'ceiling' | 'people' | 'needs', label: string): ReactNode => (
    <TextInput
      label={label}
      value={texts[place]?.[name] ?? ''}
      onChange={(event) => set(place, { [name]: event.currentTarget.value })}
      inputMode={name === 'ceiling' ? 'decimal' : 'numeric'}
      flex="1 1 110px"
    />
  );
  return (
    <>
      {texts.map((text, place) => (
        <Fieldset key={place} legend={t('funding:lines.line', { place: place + 1 })} p="xs">
          <NativeSelect
            label={t('funding:column.group')}
            value={text.group}
            onChange={(event) => set(place, { group: event.currentTarget.value, codes: null })}
            data={[...groups]}
          />
          {kindsIn([text.group]).length > 0 && (
            <MultiSelect
              label={t('funding:lines.codes')}
              description={t('funding:lines.codesAbout')}
              data={[...kindsIn([text.group])]}
              value={[...(text.codes ?? [])]}
              onChange={(codes) => set(place, { codes: codes.length === 0 ? null : codes })}
            />
          )}
          <Group gap="xs" align="end">
            {field(place, 'ceiling', t('funding:column.ceiling'))}
            {field(place, 'people', t('funding:lines.peopleTarget'))}
            {field(place, 'needs', t('funding:lines.needsTarget'))}
          </Group>
          <Button
            size="compact-sm"
            variant="subtle"
            mt="xs"
            onClick={() => change(texts.filter((_, at) => at !== place))}
          >
            {t('funding:lines.remove', { place: place + 1 })}
          </Button>
        </Fieldset>
      ))}
      <Button
        size="sm"
        variant="default"
        onClick={() => {
          const free = groups.find(({ value }) => !texts.some(({ group }) => group === value));
          const line = {
            group: free?.value ?? '',
            codes: null,
            ceiling: '',
            people: '',
            needs: '',
          };
          change([...texts, line]);
        }}
      >
        {t('funding:lines.add')}
      </Button>
    </>
  );
}

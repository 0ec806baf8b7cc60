import { Checkbox, MultiSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES, LANGUAGES } from '../../i18n/languages';
import { plainAmount, readAmount } from '../../ui/money';
import type { Fund } from './fund-page-types';
import type { FundRulesInput, PublicNameInput } from './funding.documents';
import { useGroupWords } from './group-words';

const REGIONS = ['IN_COUNTRY', 'ABROAD'] as const;
const ZERO = '0';

/** What somebody types about a fund, before it is checked. */
export interface FundText {
  readonly name: string;
  /** What donors read, by language; empty where the name itself will do. */
  readonly names: Readonly<Record<string, string>>;
  readonly isPublic: boolean;
  readonly lapsesOn: string;
  readonly floor: string;
  readonly groups: string[];
  /** Single kinds that it may pay for, and that it may not. */
  readonly codes: string[];
  readonly excludedCodes: string[];
  readonly regions: string[];
  readonly perNeed: string;
  readonly perMonth: string;
  readonly overhead: string;
}

export const EMPTY_FUND: FundText = {
  name: '',
  names: {},
  isPublic: false,
  lapsesOn: '',
  floor: '',
  groups: [],
  codes: [],
  excludedCodes: [],
  regions: [],
  perNeed: '',
  perMonth: '',
  overhead: '',
};

/** A fund as the fields show it. */
export function textOf({ name, publicNames, isPublic, lapsesOn, floor, rules }: Fund): FundText {
  const amount = (minor: string | null): string =>
    minor === null || minor === ZERO ? '' : plainAmount(minor);
  return {
    name,
    names: Object.fromEntries(publicNames.map((each) => [each.language, each.name])),
    isPublic,
    lapsesOn: lapsesOn ?? '',
    floor: amount(floor.minorUnits),
    groups: [...(rules.groups ?? [])],
    codes: [...(rules.codes ?? [])],
    excludedCodes: [...(rules.excludedCodes ?? [])],
    regions: [...(rules.regions ?? [])],
    perNeed: amount(rules.perNeedCeilingMinor),
    perMonth: amount(rules.perPeriodCeilingMinor),
    overhead: rules.overheadPercent === null ? '' : String(rules.overheadPercent),
  };
}

/** The rules as the interface takes them; rules that have no field here stay as they are. */
export function rulesOf(text: FundText, before: Fund['rules'] | null): FundRulesInput {
  return {
    channelClasses: before?.channelClasses ?? null,
    codes: anyOf(text.codes),
    excludedCodes: anyOf(text.excludedCodes),
    groups: anyOf(text.groups),
    regions: anyOf(text.regions),
    perNeedCeilingMinor: readAmount(text.perNeed),
    perPeriodCeilingMinor: readAmount(text.perMonth),
    overheadPercent: text.overhead === '' ? null : Number.parseInt(text.overhead, 10),
  };
}

/** Nothing chosen narrows nothing. */
const anyOf = (codes: string[]): string[] | null => (codes.length === 0 ? null : codes);

/** The names as the interface takes them: languages with nothing written show the name itself. */
export function namesOf({ names }: FundText): PublicNameInput[] {
  return Object.entries(names)
    .map(([language, name]) => ({ language, name: name.trim() }))
    .filter(({ name }) => name !== '');
}

/** Whether everything that is written can be read. */
export function isReadable(text: FundText): boolean {
  const amounts = [text.floor, text.perNeed, text.perMonth];
  return (
    text.name.trim() !== '' &&
    amounts.every((amount) => amount === '' || readAmount(amount) !== null) &&
    /^\d{0,3}$/.test(text.overhead)
  );
}

/** Fields that an open fund and a changed one have in common. */
export function FundFields({
  text,
  change,
}: {
  readonly text: FundText;
  readonly change: (text: FundText) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { groups, kindsIn } = useGroupWords();
  const amount = (field: 'floor' | 'perNeed' | 'perMonth'): ReactNode => (
    <TextInput
      label={t(`funding:form.${field}`)}
      value={text[field]}
      onChange={(event) => change({ ...text, [field]: event.currentTarget.value })}
      error={
        text[field] !== '' && readAmount(text[field]) === null
          ? t('funding:notAnAmount')
          : undefined
      }
      inputMode="decimal"
    />
  );
  return (
    <>
      <TextInput
        required
        label={t('funding:form.name')}
        value={text.name}
        onChange={(event) => change({ ...text, name: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('funding:form.lapsesOn')}
        value={text.lapsesOn}
        onChange={(event) => change({ ...text, lapsesOn: event.currentTarget.value })}
      />
      <MultiSelect
        label={t('funding:form.groups')}
        data={[...groups]}
        value={text.groups}
        onChange={(value) => change({ ...text, groups: value })}
      />
      <MultiSelect
        label={t('funding:form.codes')}
        data={[...kindsIn([])]}
        value={text.codes}
        onChange={(value) => change({ ...text, codes: value })}
      />
      <MultiSelect
        label={t('funding:form.excludedCodes')}
        data={[...kindsIn(text.groups)]}
        value={text.excludedCodes}
        onChange={(value) => change({ ...text, excludedCodes: value })}
      />
      <MultiSelect
        label={t('funding:form.regions')}
        data={REGIONS.map((value) => ({ value, label: t(`codes:region.${value}`) }))}
        value={text.regions}
        onChange={(value) => change({ ...text, regions: value })}
      />
      {amount('perNeed')}
      {amount('perMonth')}
      {amount('floor')}
      <TextInput
        label={t('funding:form.overhead')}
        value={text.overhead}
        onChange={(event) => change({ ...text, overhead: event.currentTarget.value })}
        inputMode="numeric"
      />
      <Checkbox
        label={t('funding:form.isPublic')}
        checked={text.isPublic}
        onChange={(event) => change({ ...text, isPublic: event.currentTarget.checked })}
      />
      {text.isPublic && <PublicNames text={text} change={change} />}
    </>
  );
}

/** What donors read in each of their languages. */
function PublicNames({
  text,
  change,
}: {
  readonly text: FundText;
  readonly change: (text: FundText) => void;
}): ReactNode {
  const { t } = useTranslation();
  return LANGUAGES.map((language) => (
    <TextInput
      key={language}
      label={t('funding:form.nameIn', { language: LANGUAGE_NAMES[language] })}
      placeholder={text.name}
      lang={language}
      value={text.names[language] ?? ''}
      onChange={({ currentTarget: { value } }) =>
        change({ ...text, names: { ...text.names, [language]: value } })
      }
    />
  ));
}

import { Checkbox, MultiSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES, LANGUAGES } from '../../i18n/languages';
import { readAmount } from '../../ui/money';
import type { FundText } from './fund-text';
import { useGroupWords } from './group-words';

const REGIONS = ['IN_COUNTRY', 'ABROAD'] as const;

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

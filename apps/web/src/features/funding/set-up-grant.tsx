import { Button, MultiSelect, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { ActDialog } from '../../ui/act-dialog';
import { readAmount } from '../../ui/money';
import { toast } from '../../ui/toast';
import { EMPTY_FUND, isReadable, rulesOf, type FundText } from './fund-text';
import { SetUpGrantDocument } from './grants.documents';
import { useGroupWords } from './group-words';
import { LineFields, linesOf, type LineText } from './line-fields';

const REGIONS = ['IN_COUNTRY', 'ABROAD'] as const;
const DAYS = ['startsOn', 'endsOn', 'lapsesOn'] as const;
const EMPTY = { code: '', amount: '', startsOn: '', endsOn: '', lapsesOn: '' };

/** Proposes a grant with a fund of its own: period, sum, kinds of need, places, ceilings, share for the work, lines. */
export function SetUpGrant({ changed }: { readonly changed: () => void }): ReactNode {
  const { t } = useTranslation();
  const settingUp = useAct(SetUpGrantDocument);
  const { groups } = useGroupWords();
  const [isOpen, setOpen] = useState(false);
  const [texts, setTexts] = useState(EMPTY);
  const [fund, setFund] = useState<FundText>(EMPTY_FUND);
  const [lines, setLines] = useState<readonly LineText[]>([]);
  const minorUnits = readAmount(texts.amount);
  const readLines = linesOf(lines);
  const isReady =
    minorUnits !== null &&
    readLines !== null &&
    isReadable(fund) &&
    Object.values(texts).every((text) => text.trim() !== '');
  const field = (name: 'code' | 'amount' | (typeof DAYS)[number]): ReactNode => (
    <TextInput
      key={name}
      required
      type={name.endsWith('On') ? 'date' : 'text'}
      label={t(`funding:grants.field.${name}`)}
      value={texts[name]}
      inputMode={name === 'amount' ? 'decimal' : undefined}
      error={
        name === 'amount' && texts.amount !== '' && minorUnits === null
          ? t('funding:notAnAmount')
          : undefined
      }
      onChange={(event) => {
        const value = event.currentTarget.value;
        setTexts({ ...texts, [name]: name === 'code' ? value.toUpperCase() : value });
      }}
    />
  );
  const rule = (name: 'name' | 'perNeed' | 'perMonth' | 'overhead'): ReactNode => (
    <TextInput
      required={name === 'name'}
      label={t(`funding:form.${name}`)}
      value={fund[name]}
      inputMode={name === 'name' ? undefined : 'decimal'}
      onChange={(event) => setFund({ ...fund, [name]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        {t('funding:setUp.title')}
      </Button>
      <ActDialog
        title={t('funding:setUp.title')}
        about={t('funding:setUp.about')}
        confirm={t('funding:setUp.title')}
        isOpen={isOpen}
        close={() => setOpen(false)}
        isReady={isReady}
        act={() => {
          const { code, startsOn, endsOn, lapsesOn } = texts;
          const amount = { minorUnits: minorUnits ?? '', currency: 'EUR' };
          const days = { startsOn, endsOn, lapsesOn };
          const content = { name: fund.name.trim(), rules: rulesOf(fund, null) };
          return settingUp.run({
            input: { code, amount, ...days, ...content, lines: readLines ?? [] },
          });
        }}
        done={() => {
          toast(t('funding:setUp.done', { grant: texts.code }));
          setTexts(EMPTY);
          setFund(EMPTY_FUND);
          setLines([]);
          changed();
        }}
      >
        {field('code')}
        {rule('name')}
        {field('amount')}
        {DAYS.map(field)}
        <MultiSelect
          label={t('funding:form.groups')}
          data={[...groups]}
          value={fund.groups}
          onChange={(value) => setFund({ ...fund, groups: value })}
        />
        <MultiSelect
          label={t('funding:form.regions')}
          data={REGIONS.map((value) => ({ value, label: t(`codes:region.${value}`) }))}
          value={fund.regions}
          onChange={(value) => setFund({ ...fund, regions: value })}
        />
        {rule('perNeed')}
        {rule('perMonth')}
        {rule('overhead')}
        <LineFields texts={lines} change={setLines} />
      </ActDialog>
    </>
  );
}

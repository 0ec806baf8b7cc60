import { NativeSelect } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/use-read';
import { presentLanguage } from '../../i18n/i18n';
import { DataTable, type Column } from '../../ui/data-table';
import { formatMoney } from '../../ui/money';
import { NeedKindsDocument, type NeedKindsQuery } from './settings.documents';
import { LimitCell } from './limit-cell';
import type { Setting } from './limit-text';
import { SettingsSection } from './settings-section';
import type { Limits } from './use-limits';

type Taxonomy = NeedKindsQuery['needTaxonomy'];
type Kind = Taxonomy['types'][number];

interface Ceilings {
  /** The ceiling as the organisation has set it, to be changed. */
  readonly ceilingOf: Limits['ceilingOf'];
  readonly changed: () => void;
}

/** Kinds of needs of the country: how urgent, how much, up to where one signature is enough, which proof. */
export function NeedKinds(ceilings: Ceilings): ReactNode {
  const { t } = useTranslation();
  const reading = useRead(NeedKindsDocument, { input: { language: presentLanguage() } });
  return (
    <SettingsSection
      id="need-kinds"
      title={t('people:settings.needs')}
      about={t('people:need.about')}
      reading={reading}
    >
      {({ needTaxonomy }) => <KindsTable taxonomy={needTaxonomy} {...ceilings} />}
    </SettingsSection>
  );
}

function KindsTable({
  taxonomy,
  ceilingOf,
  changed,
}: Ceilings & { readonly taxonomy: Taxonomy }): ReactNode {
  const { t } = useTranslation();
  const [group, setGroup] = useState('');
  const groupOf = ({ group: code }: Kind): string =>
    taxonomy.groups.find((each) => each.code === code)?.label ?? code;
  const kinds = taxonomy.types.filter((kind) => group === '' || kind.group === group);
  const columns: readonly Column<Kind>[] = [
    { key: 'label', title: t('people:need.label'), value: ({ label }) => label },
    { key: 'group', title: t('people:need.group'), value: groupOf },
    { key: 'priority', title: t('people:need.priority'), value: ({ priority }) => priority },
    {
      key: 'typical',
      title: t('people:need.typical'),
      value: ({ typical }) => typical.minorUnits,
      cell: ({ typical }) =>
        typical.minorUnits === '0' ? t('people:need.free') : formatMoney(typical),
      isNumber: true,
    },
    {
      key: 'ceiling',
      title: t('people:need.ceiling'),
      value: ({ ceiling }) => ceiling.minorUnits,
      cell: (kind) => <Ceiling kind={kind} setting={ceilingOf(kind.code)} changed={changed} />,
      isNumber: true,
    },
    {
      key: 'evidence',
      title: t('people:need.evidence'),
      value: ({ evidenceInCountry, evidenceAbroad }) =>
        `${evidenceInCountry}\u00a0/\u00a0${evidenceAbroad}`,
    },
  ];
  return (
    <>
      <NativeSelect
        size="xs"
        my="xs"
        maw={280}
        label={t('people:need.group')}
        value={group}
        onChange={(event) => setGroup(event.currentTarget.value)}
        data={[
          { value: '', label: t('people:need.anyGroup') },
          ...taxonomy.groups.map(({ code, label }) => ({ value: code, label })),
        ]}
      />
      <DataTable
        caption={t('people:settings.needs')}
        rows={kinds}
        columns={columns}
        rowKey={({ code }) => code}
      />
    </>
  );
}

function Ceiling({
  kind: { ceiling, typical },
  setting,
  changed,
}: {
  readonly kind: Kind;
  readonly setting: Setting | null;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const minorUnits = setting?.value ?? ceiling.minorUnits;
  const text =
    minorUnits !== '0'
      ? formatMoney({ ...ceiling, minorUnits })
      : typical.minorUnits === '0'
        ? '–'
        : t('people:need.twoSign');
  if (setting === null) return text;
  return (
    <LimitCell setting={setting} changed={changed}>
      {text}
    </LimitCell>
  );
}

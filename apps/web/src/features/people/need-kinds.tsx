import { NativeSelect } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/use-read';
import { presentLanguage } from '../../i18n/i18n';
import { DataTable, type Column } from '../../ui/data-table';
import { formatMoney } from '../../ui/money';
import { NeedKindsDocument, type NeedKindsQuery } from './settings.documents';
import { SettingsSection } from './settings-section';

type Taxonomy = NeedKindsQuery['needTaxonomy'];
type Kind = Taxonomy['types'][number];

/** Kinds of needs of the country: how urgent, how much, up to where one signature is enough, which proof. */
export function NeedKinds(): ReactNode {
  const { t } = useTranslation();
  const reading = useRead(NeedKindsDocument, { input: { language: presentLanguage() } });
  return (
    <SettingsSection
      id="need-kinds"
      title={t('people:settings.needs')}
      about={t('people:need.about')}
      reading={reading}
    >
      {({ needTaxonomy }) => <KindsTable taxonomy={needTaxonomy} />}
    </SettingsSection>
  );
}

function KindsTable({ taxonomy }: { readonly taxonomy: Taxonomy }): ReactNode {
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
      cell: (kind) => <Ceiling kind={kind} />,
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

function Ceiling({ kind: { ceiling, typical } }: { readonly kind: Kind }): ReactNode {
  const { t } = useTranslation();
  if (ceiling.minorUnits !== '0') return formatMoney(ceiling);
  return typical.minorUnits === '0' ? '–' : t('people:need.twoSign');
}

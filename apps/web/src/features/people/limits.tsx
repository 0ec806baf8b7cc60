import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../ui/data-table';
import { plainAmount } from '../../ui/money';
import { LimitCell } from './limit-cell';
import { limitName, limitText, type Setting } from './limit-text';
import { SettingsSection } from './settings-section';
import type { Limits as Read } from './use-limits';

/** What the organisation sets once for all: caps of call-outs, cases per person, rhythm, smallest published number. */
export function Limits({
  reading,
  changed,
}: Pick<Read, 'reading'> & { readonly changed: () => void }): ReactNode {
  const { t } = useTranslation();
  const sorted = ({ unit }: Setting, value: string): string =>
    unit === 'EUR_CENTS' ? plainAmount(value) : value;
  const columns: readonly Column<Setting>[] = [
    { key: 'name', title: t('people:limit.name'), value: limitName },
    {
      key: 'value',
      title: t('people:limit.value'),
      value: (setting) => sorted(setting, setting.value),
      cell: (setting) => <LimitCell setting={setting} changed={changed} />,
    },
    {
      key: 'usual',
      title: t('people:limit.usual'),
      value: (setting) => sorted(setting, setting.usual),
      cell: (setting) => limitText(setting, setting.usual),
    },
    {
      key: 'bounds',
      title: t('people:limit.bounds'),
      value: (setting) =>
        t('people:limit.between', {
          least: limitText(setting, setting.least),
          most: limitText(setting, setting.most),
        }),
    },
  ];
  return (
    <SettingsSection
      id="limits"
      title={t('people:limit.title')}
      about={t('people:limit.about')}
      reading={reading}
    >
      {({ organizationSettings }) => (
        <DataTable
          caption={t('people:limit.title')}
          rows={organizationSettings.filter(({ code }) => code === null)}
          columns={columns}
          rowKey={({ key }) => key}
        />
      )}
    </SettingsSection>
  );
}

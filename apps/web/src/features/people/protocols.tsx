import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/use-read';
import { useCountryCodes } from '../../codes/country-codes';
import { DataTable, type Column } from '../../ui/data-table';
import { formatMoney } from '../../ui/money';
import { knownText } from './known-text';
import { CallOutProtocolsDocument, type CallOutProtocolsQuery } from './settings.documents';
import { SettingsSection } from './settings-section';

type Protocol = CallOutProtocolsQuery['callOutProtocols'][number];
const MINUTES = 60;

/** What is done at once, by trigger: the most it may cost, the needs and the tasks it makes. */
export function Protocols(): ReactNode {
  const { t } = useTranslation();
  const reading = useRead(CallOutProtocolsDocument, {});
  const { wordOf } = useCountryCodes();
  const columns: readonly Column<Protocol>[] = [
    {
      key: 'label',
      title: t('people:protocol.trigger'),
      value: ({ code }) => knownText(`people:trigger.${code}`, code),
    },
    { key: 'priority', title: t('people:protocol.priority'), value: ({ priority }) => priority },
    {
      key: 'cap',
      title: t('people:protocol.cap'),
      value: ({ cap }) => cap.minorUnits,
      cell: ({ cap }) => formatMoney(cap),
      isNumber: true,
    },
    {
      key: 'needs',
      title: t('people:protocol.needs'),
      value: ({ needs }) => needs.map(({ code }) => code).join(' '),
      cell: ({ needs }) =>
        needs.map(({ code, amount }) => (
          <Text key={code} size="sm">
            {t('people:protocol.need', {
              need: wordOf('needKinds', code),
              amount: formatMoney(amount),
            })}
          </Text>
        )),
    },
    {
      key: 'tasks',
      title: t('people:protocol.tasks'),
      value: ({ tasks }) => tasks.map(({ kind }) => kind).join(' '),
      cell: ({ tasks }) =>
        tasks.map(({ kind, dueMinutes }) => (
          <Text key={kind} size="sm">
            {t('people:protocol.task', {
              task: knownText(`people:kind.${kind}`, kind),
              count: Math.round(dueMinutes / MINUTES),
            })}
          </Text>
        )),
    },
  ];
  return (
    <SettingsSection
      id="protocols"
      title={t('people:settings.protocols')}
      about={t('people:protocol.about')}
      reading={reading}
    >
      {({ callOutProtocols }) => (
        <DataTable
          caption={t('people:settings.protocols')}
          rows={callOutProtocols}
          columns={columns}
          rowKey={({ code }) => code}
        />
      )}
    </SettingsSection>
  );
}

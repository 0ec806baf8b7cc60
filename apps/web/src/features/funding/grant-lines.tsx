import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../ui/data-table';
import { formatMoney, Money, plainAmount, type MoneyValue } from '../../ui/money';
import { moneyColumn } from '../../ui/table-columns';
import { FundBar } from './fund-bar';
import type { GrantProgress, LineProgress } from './grant-progress-types';
import { useGroupWords } from './group-words';

/** The budget line by line: a bar and its numbers, then what was hoped for beside what became of it. */
export function GrantLines({ grant }: { readonly grant: GrantProgress }): ReactNode {
  const { t } = useTranslation();
  const { groupOf, kindOf } = useGroupWords();
  const { lines } = grant;
  if (lines.length === 0) return <Text size="sm">{t('funding:lines.none')}</Text>;
  const nameOf = ({ group, codes }: LineProgress): string => {
    if (group === null) return t('funding:lines.beside');
    return codes === null ? groupOf(group) : `${groupOf(group)}: ${codes.map(kindOf).join(', ')}`;
  };
  const name: Column<LineProgress> = {
    key: 'line',
    title: t('funding:column.group'),
    value: nameOf,
  };
  return (
    <Stack gap="md">
      <section aria-labelledby="line-bars">
        <Title order={2} size="h5" id="line-bars" mb="xs">
          {t('funding:lines.spentBar')}
        </Title>
        <div className="line-bars" aria-hidden>
          {lines.map((line) => (
            <div key={nameOf(line)}>
              <Text size="sm">{nameOf(line)}</Text>
              <FundBar fund={{ ...line, left: line.left ?? noMoney(line.spent) }} />
            </div>
          ))}
        </div>
      </section>
      <DataTable
        caption={t('funding:lines.title')}
        rows={lines}
        rowKey={nameOf}
        fileName={`grant-lines-${grant.code}`}
        columns={[
          name,
          optional('ceiling', t('funding:column.ceiling'), ({ ceiling }) => ceiling),
          moneyColumn<LineProgress>('spent', t('funding:column.spent'), ({ spent }) => spent, {
            hasSum: true,
          }),
          moneyColumn<LineProgress>(
            'reserved',
            t('funding:column.reserved'),
            ({ reserved }) => reserved,
            { hasSum: true },
          ),
          optional('left', t('funding:column.left'), ({ left }) => left),
        ]}
      />
      <DataTable
        caption={t('funding:lines.results')}
        rows={lines.filter(({ group }) => group !== null)}
        rowKey={nameOf}
        fileName={`grant-results-${grant.code}`}
        columns={[
          name,
          count('peopleTarget', t('funding:lines.peopleTarget'), (line) => line.peopleTarget ?? ''),
          count('peopleReached', t('funding:lines.peopleReached'), (line) =>
            told(line.peopleReached),
          ),
          count('needsTarget', t('funding:lines.needsTarget'), (line) => line.needsTarget ?? ''),
          count('needsMet', t('funding:lines.needsMet'), (line) => told(line.needsMet)),
        ]}
      />
      <Text size="sm" c="dimmed">
        {t('funding:report.why')}
      </Text>
    </Stack>
  );

  function told(number: number | null): string {
    return number === null ? t('funding:lines.few') : t('funding:report.about', { count: number });
  }
}

const noMoney = ({ currency }: MoneyValue): MoneyValue => ({ minorUnits: '0', currency });

function count(
  key: string,
  title: string,
  value: (line: LineProgress) => string | number,
): Column<LineProgress> {
  return { key, title, value, isNumber: true };
}

/** An amount that some lines do not have. */
function optional(
  key: string,
  title: string,
  of: (line: LineProgress) => MoneyValue | null,
): Column<LineProgress> {
  return {
    ...{ key, title, isNumber: true },
    value: (line) => plainAmount(of(line)?.minorUnits ?? '0'),
    text: (line) => {
      const amount = of(line);
      return amount === null ? '' : formatMoney(amount);
    },
    cell: (line) => {
      const amount = of(line);
      return amount === null ? null : <Money value={amount} />;
    },
  };
}

import { Group, Slider, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isRefusal } from '../../api/outcome';
import { useRead } from '../../api/use-read';
import { useCountryCodes } from '../../codes/country-codes';
import { DataTable, type Column } from '../../ui/data-table';
import { formatMoney, Money, plainAmount, readAmount } from '../../ui/money';
import { OutcomeAlert } from '../../ui/refusal-alert';
import { Failed, Waiting } from '../../ui/states';
import { FundWhatIfDocument, type FundWhatIfQuery } from './what-if.documents';

type Found = Extract<FundWhatIfQuery['fundWhatIf'], { readonly __typename: 'FundWhatIf' }>;
type Lifted = NonNullable<Found['needs']>[number];

/** Whole euros: where the slider begins and ends, how far one step goes. */
const SUMS = { usual: 5_000, most: 50_000, step: 500 } as const;
const CENTS = 100;
/** A sum is asked about when the hand rests. */
const SETTLE_MS = 300;

/** What a sum more in this fund would do: which waiting needs it would lift, in the order of the queue. */
export function WhatIf({ fundId }: { readonly fundId: string }): ReactNode {
  const { t } = useTranslation();
  const [amount, setAmount] = useState(String(SUMS.usual));
  const minorUnits = readAmount(amount);
  const [settled] = useDebouncedValue(minorUnits, SETTLE_MS);
  const euros = Math.min(Number(minorUnits ?? 0) / CENTS, SUMS.most);
  return (
    <section aria-labelledby="what-if">
      <Title order={2} size="h5" id="what-if">
        {t('funding:whatIf.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs" maw={640}>
        {t('funding:whatIf.about')}
      </Text>
      <Group align="end" gap="lg" mb="sm">
        <TextInput
          size="sm"
          w={140}
          label={t('funding:whatIf.more')}
          value={amount}
          onChange={(event) => setAmount(event.currentTarget.value)}
          error={minorUnits === null ? t('funding:whatIf.notAnAmount') : undefined}
          inputMode="decimal"
        />
        <Slider
          className="what-if-slider"
          thumbLabel={t('funding:whatIf.more')}
          label={null}
          min={SUMS.step}
          max={SUMS.most}
          step={SUMS.step}
          value={euros}
          onChange={(value) => setAmount(plainAmount(String(value * CENTS)))}
        />
      </Group>
      {settled !== null && <Answer fundId={fundId} minorUnits={settled} />}
    </section>
  );
}

function Answer({
  fundId,
  minorUnits,
}: {
  readonly fundId: string;
  readonly minorUnits: string;
}): ReactNode {
  const { t } = useTranslation();
  const more = { minorUnits, currency: 'EUR' };
  const options = { topics: ['need', 'fund'] } as const;
  const { data, failure, refresh } = useRead(
    FundWhatIfDocument,
    { input: { fundId, more } },
    options,
  );
  const found = data?.fundWhatIf;
  if (found === undefined) {
    return failure === null ? <Waiting rows={2} /> : <Failed failure={failure} retry={refresh} />;
  }
  if (isRefusal(found)) return <OutcomeAlert outcome={{ kind: 'REFUSED', refusal: found }} />;
  const { lifted, fundedNow, needs, isHeldByCeiling } = found;
  const counted = { amount: formatMoney(found.more) };
  return (
    <>
      <Text size="sm" role="status" fw={600}>
        {lifted === null
          ? t('funding:whatIf.fewLifted', counted)
          : t('funding:whatIf.lifted', { ...counted, count: lifted })}
      </Text>
      <Text size="sm" mb="xs">
        {fundedNow === null
          ? t('funding:whatIf.fewNow')
          : t('funding:whatIf.now', { count: fundedNow })}{' '}
        {isHeldByCeiling && t('funding:whatIf.ceiling')}
        {needs === null && t('funding:whatIf.small')}
      </Text>
      {needs !== null && needs.length > 0 && <LiftedTable needs={needs} all={lifted ?? 0} />}
    </>
  );
}

function LiftedTable({
  needs,
  all,
}: {
  readonly needs: readonly Lifted[];
  readonly all: number;
}): ReactNode {
  const { t } = useTranslation();
  const { wordOf } = useCountryCodes();
  const places = new Map(needs.map(({ needId }, place) => [needId, place + 1]));
  const columns: readonly Column<Lifted>[] = [
    {
      key: 'place',
      title: t('funding:whatIf.place'),
      value: ({ needId }) => places.get(needId) ?? 0,
      isNumber: true,
    },
    {
      key: 'codename',
      title: t('funding:whatIf.codename'),
      value: ({ codename }) => codename,
      cell: ({ codename, needId }) => <Link to={`/queue/${needId}`}>{codename}</Link>,
    },
    {
      key: 'kind',
      title: t('funding:whatIf.kind'),
      value: ({ code }) => wordOf('needKinds', code),
    },
    {
      key: 'score',
      title: t('funding:whatIf.score'),
      value: ({ score }) => score ?? 0,
      isNumber: true,
    },
    {
      key: 'missing',
      title: t('funding:whatIf.missing'),
      value: ({ missing }) => plainAmount(missing.minorUnits),
      cell: ({ missing }) => <Money value={missing} />,
      isNumber: true,
    },
  ];
  return (
    <>
      <DataTable
        caption={t('funding:whatIf.title')}
        isCaptionHidden
        rows={needs}
        columns={columns}
        rowKey={({ needId }) => needId}
      />
      {all > needs.length && (
        <Text size="sm" c="dimmed">
          {t('funding:whatIf.first', { count: needs.length })}
        </Text>
      )}
    </>
  );
}

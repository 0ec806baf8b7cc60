import { Text, TextInput, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCountryCodes } from '../../codes/country-codes';
import { formatMoney, plainAmount, readAmount } from '../../ui/money';
import type { Protocol } from './desk-knowledge';

/** The needs of the protocol, each with an amount that can be changed; the sum stands below, with the cap. */
export function Amounts({
  protocol,
  texts,
  write,
  total,
}: {
  readonly protocol: Protocol;
  readonly texts: Readonly<Record<string, string>>;
  readonly write: (texts: Readonly<Record<string, string>>) => void;
  readonly total: string;
}): ReactNode {
  const { t } = useTranslation();
  const { wordOf } = useCountryCodes();
  const { needs, cap } = protocol;
  if (needs.length === 0) return null;
  const isOver = BigInt(total) > BigInt(cap.minorUnits);
  return (
    <section aria-labelledby="protocol-needs">
      <Title order={3} size="h6" id="protocol-needs">
        {t('callouts:work.needs')}
      </Title>
      {needs.map(({ code, amount }, place) => {
        const text = texts[code] ?? plainAmount(amount.minorUnits);
        const isWrong = text.trim() !== '' && readAmount(text) === null;
        return (
          <TextInput
            key={code}
            size="sm"
            mt={6}
            label={wordOf('needKinds', code)}
            value={text}
            inputMode="decimal"
            data-autofocus={place === 0 ? true : undefined}
            onChange={(event) => write({ ...texts, [code]: event.currentTarget.value })}
            error={isWrong ? t('callouts:dispatch.notAnAmount') : undefined}
          />
        );
      })}
      <Text size="sm" mt={6} className={isOver ? 'callout-over' : undefined} role="status">
        {t('callouts:dispatch.total', {
          total: formatMoney({ minorUnits: total, currency: cap.currency }),
          cap: formatMoney(cap),
        })}
      </Text>
      <Text size="xs" c="dimmed">
        {t('callouts:dispatch.leaveOut')}
      </Text>
    </section>
  );
}

/** The needs as they stand in the fields: an empty one is left out. */
export function planOf(protocol: Protocol | undefined, texts: Readonly<Record<string, string>>) {
  const fields = (protocol?.needs ?? []).map(({ code, amount }) => {
    const text = texts[code] ?? plainAmount(amount.minorUnits);
    return {
      code,
      currency: amount.currency,
      minorUnits: readAmount(text),
      isLeftOut: text.trim() === '',
    };
  });
  const needs = fields.flatMap(({ code, currency, minorUnits }) =>
    minorUnits === null ? [] : [{ code, amount: { minorUnits, currency } }],
  );
  return {
    needs,
    total: needs.reduce((sum, { amount }) => sum + BigInt(amount.minorUnits), 0n).toString(),
    isReadable: fields.every(({ minorUnits, isLeftOut }) => isLeftOut || minorUnits !== null),
  };
}

import { Card, MultiSelect, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { usePages } from '../../api/use-pages';
import { addMoney, formatMoney } from '../../ui/money';
import { toast } from '../../ui/toast';
import { FreezeDocument, UnfreezeDocument } from './freezes.documents';
import { CHANNEL_CLASSES, FREEZABLE, REASONS } from './payout-codes';
import { PayoutsDocument } from './payouts.documents';
import { ReasonAct } from './reason-act';

const RAILS = [
  ...['MERCHANT', 'CARD', 'BANK_SENDER', 'COURIER_ACCOUNT'],
  ...['ORDER_EMAIL', 'ORDER_PHONE', 'DELIVERY_SLOT'],
] as const;

/** Which payouts to stop; before the button is pressed it says how many that would be now. */
export function FreezeForm({ changed }: { readonly changed: () => void }): ReactNode {
  const { t } = useTranslation();
  const freezing = useAct(FreezeDocument, { isSealed: true });
  const lifting = useAct(UnfreezeDocument);
  const [regions, setRegions] = useState<string[]>([]);
  const [ways, setWays] = useState<string[]>([]);
  const [kind, setKind] = useState('');
  const [value, setValue] = useState('');
  const pending = usePages({
    document: PayoutsDocument,
    variables: (after) => ({ input: { first: 50, after, states: FREEZABLE } }),
    pick: ({ disbursements }) => disbursements,
    topics: ['disbursement'],
  });
  const hit = pending.nodes.filter(
    ({ region, channelClass }) =>
      (regions.length === 0 || regions.includes(region)) &&
      (ways.length === 0 || ways.includes(channelClass)),
  );
  const [first, ...others] = hit.map(({ amount }) => amount);
  const sum = first === undefined ? '' : formatMoney(others.reduce(addMoney, first));
  const hasRail = kind !== '' && value.trim() !== '';
  const isReady = regions.length + ways.length > 0 || hasRail;
  const knownRegions = [...new Set(pending.nodes.map(({ region }) => region))].sort();
  return (
    <Card withBorder padding="md" component="section" aria-labelledby="freeze">
      <Title order={2} size="h5" id="freeze" mb="xs">
        {t('disbursements:freezes.form')}
      </Title>
      <Stack gap="sm">
        <Text size="sm">{t('disbursements:freezes.about')}</Text>
        <MultiSelect
          label={t('disbursements:freezes.regions')}
          data={knownRegions}
          value={regions}
          onChange={setRegions}
        />
        <MultiSelect
          label={t('disbursements:freezes.ways')}
          data={CHANNEL_CLASSES.map((code) => ({
            value: code,
            label: t(`disbursements:channel.${code}`),
          }))}
          value={ways}
          onChange={setWays}
        />
        <NativeSelect
          label={t('disbursements:freezes.counterparty')}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value)}
          data={[
            { value: '', label: t('disbursements:freezes.anybody') },
            ...RAILS.map((code) => ({ value: code, label: t(`disbursements:rail.${code}`) })),
          ]}
        />
        {kind !== '' && (
          <TextInput
            label={t('disbursements:freezes.counterpartyValue')}
            value={value}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
        )}
        <Text size="sm" fw={600} role="status">
          {!isReady
            ? t('disbursements:freezes.choose')
            : hasRail
              ? t('disbursements:freezes.stopsRail')
              : hit.length === 0
                ? t('disbursements:freezes.stopsNone')
                : pending.hasMore
                  ? t('disbursements:freezes.stopsMore', { count: hit.length })
                  : t('disbursements:freezes.stops', { count: hit.length, sum })}
        </Text>
        <div>
          <ReasonAct
            label={t('disbursements:freezes.freeze')}
            about={t('disbursements:freezes.freezeAbout')}
            hotkey="z"
            variant="filled"
            disabled={!isReady}
            isReady={isReady}
            reasons={REASONS.FREEZE}
            act={(reasonCode) =>
              freezing.run({
                input: {
                  reasonCode,
                  regions: regions.length === 0 ? null : regions,
                  channelClasses: ways.length === 0 ? null : ways,
                  counterparty: hasRail ? { kind, value: value.trim() } : null,
                },
              })
            }
            done={({ freezeId, counts }) => {
              const count = counts.reduce((total, each) => total + each.count, 0);
              toast(t('disbursements:freezes.done', { count }), () => {
                void lifting.run({ input: { freezeId } }).then(changed);
              });
              setValue('');
              changed();
            }}
          />
        </div>
      </Stack>
    </Card>
  );
}

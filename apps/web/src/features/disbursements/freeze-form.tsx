import { Card, MultiSelect, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { useCountryCodes } from '../../codes/country-codes';
import { toast } from '../../ui/toast';
import { FreezeDocument, UnfreezeDocument } from './freezes.documents';
import { FreezeTry } from './freeze-try';
import { numbersOf } from './freeze-numbers';
import { CHANNEL_CLASSES, REASONS } from './payout-codes';
import { ReasonAct } from './reason-act';

const RAILS = [
  ...['MERCHANT', 'CARD', 'BANK_SENDER', 'COURIER_ACCOUNT'],
  ...['ORDER_EMAIL', 'ORDER_PHONE', 'DELIVERY_SLOT'],
] as const;

/** Which payouts to stop; before the button is pressed it says how many that would be now. */
export function FreezeForm({ changed }: { readonly changed: () => void }): ReactNode {
  const { t } = useTranslation();
  const { choices } = useCountryCodes();
  const freezing = useAct(FreezeDocument, { isSealed: true });
  const lifting = useAct(UnfreezeDocument);
  const [regions, setRegions] = useState<string[]>([]);
  const [ways, setWays] = useState<string[]>([]);
  const [kind, setKind] = useState('');
  const [value, setValue] = useState('');
  const [turn, setTurn] = useState(0);
  const hasRail = kind !== '' && value.trim() !== '';
  const isReady = regions.length + ways.length > 0 || hasRail;
  const cohort = {
    regions: regions.length === 0 ? null : regions,
    channelClasses: ways.length === 0 ? null : ways,
    counterparty: hasRail ? { kind, value: value.trim() } : null,
  };
  return (
    <Card withBorder padding="md" component="section" aria-labelledby="freeze">
      <Title order={2} size="h5" id="freeze" mb="xs">
        {t('disbursements:freezes.form')}
      </Title>
      <Stack gap="sm">
        <Text size="sm">{t('disbursements:freezes.about')}</Text>
        <MultiSelect
          label={t('disbursements:freezes.regions')}
          data={[...choices('regions')]}
          value={regions}
          onChange={setRegions}
        />
        <MultiSelect
          label={t('disbursements:freezes.ways')}
          data={CHANNEL_CLASSES.map((code) => ({
            value: code,
            label: t(`codes:channel.${code}`),
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
        <FreezeTry cohort={isReady ? cohort : null} turn={turn} />
        <div>
          <ReasonAct
            label={t('disbursements:freezes.freeze')}
            about={t('disbursements:freezes.freezeAbout')}
            hotkey="z"
            variant="filled"
            disabled={!isReady}
            isReady={isReady}
            reasons={REASONS.FREEZE}
            act={(reasonCode) => freezing.run({ input: { reasonCode, ...cohort } })}
            done={({ freezeId, ...stopped }) => {
              toast(t('disbursements:freezes.done', numbersOf(stopped)), () => {
                void lifting.run({ input: { freezeId } }).then(changed);
              });
              setValue('');
              setTurn((count) => count + 1);
              changed();
            }}
          />
        </div>
      </Stack>
    </Card>
  );
}

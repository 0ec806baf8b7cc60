import './disbursements.css';
import { Card, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { useRead } from '../../api/use-read';
import { useCountryCodes } from '../../codes/country-codes';
import { ActButton } from '../../ui/act-button';
import { PageFrame } from '../../ui/page-frame';
import { Empty, Failed, Waiting } from '../../ui/states';
import { formatMoment } from '../../ui/time';
import { toast } from '../../ui/toast';
import { FreezeForm } from './freeze-form';
import { numbersOf } from './freeze-numbers';
import { FreezesDocument, UnfreezeDocument, type FreezesQuery } from './freezes.documents';

type Standing = FreezesQuery['disbursementFreezes'][number];

/** Stops payouts of a kind at once, says in numbers what that is, and sets them free again. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const reading = useRead(FreezesDocument, {}, { topics: ['disbursement'] });
  const freezes = reading.data?.disbursementFreezes;
  return (
    <PageFrame title={t('disbursements:freezes.title')}>
      <Stack gap="lg">
        <FreezeForm changed={reading.refresh} />
        <section aria-labelledby="standing-freezes">
          <Title order={2} size="h5" id="standing-freezes" mb="xs">
            {t('disbursements:freezes.standing')}
          </Title>
          {reading.failure !== null && <Failed failure={reading.failure} retry={reading.refresh} />}
          {freezes === undefined && reading.failure === null && <Waiting rows={2} />}
          {freezes?.length === 0 && (
            <Empty title={t('disbursements:freezes.none')}>
              {t('disbursements:freezes.empty')}
            </Empty>
          )}
          <Stack gap="xs">
            {freezes?.map((freeze) => (
              <StandingFreeze key={freeze.id} freeze={freeze} changed={reading.refresh} />
            ))}
          </Stack>
        </section>
      </Stack>
    </PageFrame>
  );
}

function StandingFreeze({
  freeze,
  changed,
}: {
  readonly freeze: Standing;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { wordOf } = useCountryCodes();
  const lifting = useAct(UnfreezeDocument);
  const ways = freeze.channelClasses?.map((code) => t(`codes:channel.${code}`));
  const cohort = [
    listed(
      t('disbursements:freezes.regions'),
      freeze.regions?.map((code) => wordOf('regions', code)) ?? null,
    ),
    listed(t('disbursements:freezes.ways'), ways ?? null),
    freeze.fundIds === null
      ? null
      : t('disbursements:freezes.funds', { count: freeze.fundIds.length }),
    freeze.caseIds === null
      ? null
      : t('disbursements:freezes.cases', { count: freeze.caseIds.length }),
    freeze.counterpartyKind === null ? null : t(`disbursements:rail.${freeze.counterpartyKind}`),
  ].filter((part) => part !== null);
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between" align="start">
        <div>
          <Text size="sm" fw={600}>
            {t(`disbursements:reason.${freeze.reason}`)}
          </Text>
          <Text size="sm">{cohort.join(' · ')}</Text>
          <Text size="sm">
            {freeze.payments === 0
              ? t('disbursements:freezes.holdsNone')
              : t('disbursements:freezes.holds', numbersOf(freeze))}
          </Text>
          <Text size="xs" c="dimmed">
            {t('disbursements:freezes.since', { when: formatMoment(freeze.frozenAt) })}
          </Text>
        </div>
        <ActButton
          size="sm"
          variant="default"
          act={() => lifting.run({ input: { freezeId: freeze.id } })}
          done={({ payments }) => {
            toast(t('disbursements:freezes.lifted', { count: payments }));
            changed();
          }}
        >
          {t('disbursements:freezes.lift')}
        </ActButton>
      </Group>
    </Card>
  );
}

function listed(word: string, items: readonly string[] | null): string | null {
  return items === null ? null : `${word}: ${items.join(', ')}`;
}

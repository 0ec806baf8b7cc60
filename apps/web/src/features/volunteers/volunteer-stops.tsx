import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { ChangeCountry } from './change-country';
import { RECHECK_REASONS, REVOKE_REASONS, SUSPEND_REASONS } from './codes';
import { ReasonAct } from './reason-act';
import { useSayChanged } from './signed';
import { useMay } from '../../ui/may';
import {
  ReportRecheckReasonDocument,
  RevokeVolunteerDocument,
  SuspendVolunteerDocument,
} from './volunteers.documents';
import type { Volunteer } from './volunteers-page-types';

const WORKING: readonly string[] = ['PROBATION', 'ACTIVE'];
const NOT_ENDED: readonly string[] = [...WORKING, 'RECHECK_DUE', 'SUSPENDED'];

/** The ways down: one person is enough, so that nobody waits with stopping somebody. */
export function VolunteerStops({
  volunteer,
  changed,
}: {
  readonly volunteer: Volunteer;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const say = useSayChanged(changed);
  const suspending = useAct(SuspendVolunteerDocument);
  const revoking = useAct(RevokeVolunteerDocument);
  const reporting = useAct(ReportRecheckReasonDocument);
  const { id: volunteerId, version, state } = volunteer;
  const input = { volunteerId, version };
  if (!NOT_ENDED.includes(state)) return null;
  return (
    <section aria-labelledby="stops">
      <Title order={3} size="h6" id="stops" mb={4}>
        {t('volunteers:stop.title')}
      </Title>
      <Stack gap="xs">
        <Group gap="xs" align="start">
          {WORKING.includes(state) && (
            <ReasonAct
              name={t('volunteers:stop.recheck')}
              about={t('volunteers:stop.recheckAbout')}
              reasons={RECHECK_REASONS}
              act={(reason) => reporting.run({ input: { ...input, reason } })}
              done={say}
            />
          )}
          {state !== 'SUSPENDED' && may('suspendVolunteer') && (
            <ReasonAct
              name={t('volunteers:stop.suspend')}
              about={t('volunteers:stop.suspendAbout')}
              reasons={SUSPEND_REASONS}
              isGrave
              act={(reason) => suspending.run({ input: { ...input, reason } })}
              done={say}
            />
          )}
          {may('revokeVolunteer') && (
            <ReasonAct
              name={t('volunteers:stop.revoke')}
              about={t('volunteers:stop.revokeAbout')}
              reasons={REVOKE_REASONS}
              isGrave
              act={(reason) => revoking.run({ input: { ...input, reason } })}
              done={say}
            />
          )}
          {may('changeVolunteerCountry') && <ChangeCountry volunteer={volunteer} done={say} />}
        </Group>
        {!may('suspendVolunteer') && (
          <Text size="xs" c="dimmed">
            {t('volunteers:stop.security')}
          </Text>
        )}
      </Stack>
    </section>
  );
}

import { Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { useRead } from '../../api/use-read';
import { ActButton } from '../../ui/act-button';
import { PickAct } from './pick-act';
import { useSayChanged } from './signed';
import { useMay } from '../../ui/may';
import {
  ActivateVolunteerDocument,
  CasesToTrustDocument,
  EndTrustDocument,
  RecheckVolunteerDocument,
  ReinstateVolunteerDocument,
  TrustVolunteerDocument,
} from './volunteers.documents';
import type { Volunteer } from './volunteers-page-types';

/** Cases offered to be trusted with. */
const CASES = 50;

interface ActsProps {
  readonly volunteer: Volunteer;
  readonly changed: () => void;
}

/** The ways up: each takes a security officer and a coordinator, trust a panel of three. */
export function VolunteerActs({ volunteer, changed }: ActsProps): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const say = useSayChanged(changed);
  const activating = useAct(ActivateVolunteerDocument);
  const rechecking = useAct(RecheckVolunteerDocument);
  const reinstating = useAct(ReinstateVolunteerDocument);
  const ending = useAct(EndTrustDocument);
  const { id: volunteerId, state, tier, version } = volunteer;
  const input = { volunteerId, version };
  const signs = state === 'PROBATION' || state === 'RECHECK_DUE' || state === 'SUSPENDED';
  return (
    <Stack gap={4}>
      <Group gap="xs" align="start">
        {state === 'PROBATION' && may('activateVolunteer') && (
          <ActButton size="sm" act={() => activating.run({ input })} done={say}>
            {t('volunteers:act.activate')}
          </ActButton>
        )}
        {(state === 'RECHECK_DUE' || state === 'ACTIVE') && may('recheckVolunteer') && (
          <ActButton
            size="sm"
            variant={state === 'ACTIVE' ? 'default' : 'filled'}
            act={() => rechecking.run({ input })}
            done={say}
          >
            {t('volunteers:act.recheck')}
          </ActButton>
        )}
        {state === 'SUSPENDED' && may('reinstateVolunteer') && (
          <ActButton size="sm" act={() => reinstating.run({ input })} done={say}>
            {t('volunteers:act.reinstate')}
          </ActButton>
        )}
        {state === 'ACTIVE' && tier !== 'V3' && may('trustVolunteer') && may('caseList') && (
          <Trust volunteer={volunteer} changed={changed} />
        )}
        {tier === 'V3' && may('endTrust') && (
          <ActButton size="sm" variant="default" act={() => ending.run({ input })} done={say}>
            {t('volunteers:act.endTrust')}
          </ActButton>
        )}
      </Group>
      {signs && (
        <Text size="xs" c="dimmed">
          {t('volunteers:act.twoSign')}
        </Text>
      )}
    </Stack>
  );
}

function Trust({ volunteer, changed }: ActsProps): ReactNode {
  const { t } = useTranslation();
  const say = useSayChanged(changed);
  const trusting = useAct(TrustVolunteerDocument);
  const { data } = useRead(CasesToTrustDocument, { input: { first: CASES, orderBy: 'CODENAME' } });
  const cases =
    data?.caseList.edges.map(({ node }) => ({ value: node.id, label: node.codename })) ?? [];
  return (
    <PickAct
      name={t('volunteers:act.trust')}
      about={t('volunteers:act.trustAbout')}
      label={t('volunteers:act.case')}
      choices={cases}
      act={(caseId) => trusting.run({ input: { volunteerId: volunteer.id, caseId } })}
      done={say}
    />
  );
}

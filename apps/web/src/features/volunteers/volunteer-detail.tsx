import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../ui/facts';
import { formatDay } from '../../ui/time';
import { VolunteerActs } from './volunteer-acts';
import { VolunteerStops } from './volunteer-stops';
import type { Volunteer } from './volunteers-page-types';
import { countryName, languageName } from '../../ui/names';

/** One volunteer: how they stand, the way up (two sign), and the way down (one is enough). */
export function VolunteerDetail({
  volunteer,
  changed,
}: {
  readonly volunteer: Volunteer;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { person, state, tier, languages, skills, awayUntil, recheckDueDay, recheckReason } =
    volunteer;
  return (
    <Stack gap="lg">
      <header>
        <Title order={2} size="h4">
          {person?.displayName ?? '–'}
        </Title>
        <Group gap="sm">
          <Text size="sm" fw={600}>
            {t(`volunteers:state.${state}`)}
          </Text>
          <Text size="sm">{t('volunteers:since', { day: formatDay(volunteer.stateSince) })}</Text>
        </Group>
        <Text size="sm">{t(`volunteers:standing.${state}`)}</Text>
      </header>
      <VolunteerActs volunteer={volunteer} changed={changed} />
      <Facts
        pairs={[
          [t('volunteers:tier'), tier === null ? null : t(`volunteers:tierAbout.${tier}`)],
          [t('volunteers:country'), countryName(volunteer.country)],
          [t('volunteers:languages'), languages.map(languageName).join(', ')],
          [t('volunteers:skills'), skills.map((code) => t(`volunteers:skill.${code}`)).join(', ')],
          [t('volunteers:person.verified'), String(volunteer.verifiedTasks)],
          [t('volunteers:person.awayUntil'), awayUntil === null ? null : formatDay(awayUntil)],
          [
            t('volunteers:person.recheck'),
            recheckDueDay === null ? null : formatDay(recheckDueDay),
          ],
          [
            t('volunteers:person.recheckReason'),
            recheckReason === null ? null : t(`volunteers:reason.${recheckReason}`),
          ],
        ]}
      />
      <VolunteerStops volunteer={volunteer} changed={changed} />
    </Stack>
  );
}

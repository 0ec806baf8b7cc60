import './people.css';
import { Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../session/session';
import { PageFrame } from '../../ui/page-frame';
import { Empty, Failed, Waiting } from '../../ui/states';
import { formatDistance, formatMoment, useNow } from '../../ui/time';
import { DutyForm } from './duty-form';
import { NearPlaces } from './near-places';
import { useDuty, type Shift } from './use-duty';

/** Who can be called on now, and my own duty. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const { shifts, isLoading, failure, refresh } = useDuty();
  const mine = shifts.find(({ person }) => person.id === me.id) ?? null;
  return (
    <PageFrame title={t('people:duty.title')} acts={<NearPlaces />}>
      {failure !== null && <Failed failure={failure} retry={refresh} />}
      {isLoading ? (
        <Waiting rows={3} />
      ) : (
        <Stack gap="xl">
          <DutyForm mine={mine} changed={refresh} />
          <section aria-labelledby="on-duty">
            <Title order={2} size="h5" id="on-duty" mb="xs">
              {t('people:duty.now')}
            </Title>
            {shifts.length === 0 ? (
              <Empty title={t('people:duty.nobody')}>{t('people:duty.nobodyAbout')}</Empty>
            ) : (
              <ul className="shifts">
                {shifts.map((shift) => (
                  <ShiftLine key={shift.person.id} shift={shift} isMine={shift === mine} />
                ))}
              </ul>
            )}
          </section>
        </Stack>
      )}
    </PageFrame>
  );
}

function ShiftLine({
  shift: { person, from, until },
  isMine,
}: {
  readonly shift: Shift;
  readonly isMine: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const { displayName, roles } = person;
  return (
    <li>
      <span className="shift-name">
        {isMine ? t('people:list.you', { name: displayName }) : displayName}
      </span>
      <span className="quiet">{roles.map((role) => t(`codes:role.${role}`)).join(', ')}</span>
      <span className="quiet">{t('people:duty.since', { when: formatMoment(from) })}</span>
      <span>
        {t('people:duty.until', { when: formatMoment(until) })} ·{' '}
        {formatDistance(new Date(until).getTime() - now)}
      </span>
    </li>
  );
}

import './people.css';
import { Button, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../session/session';
import { useMay } from '../../ui/may';
import { PageFrame } from '../../ui/page-frame';
import { Empty, Failed, Waiting } from '../../ui/states';
import { formatDistance, formatMoment, useNow } from '../../ui/time';
import { DutyForm } from './duty-form';
import { NearPlaces } from './near-places';
import { useRead } from '../../api/use-read';
import { OutcomeAlert } from '../../ui/refusal-alert';
import { PlanForm } from './plan-form';
import { DutyPlanDocument } from './plan.documents';
import { useDuty, type Shift } from './use-duty';
import { usePlanDuty } from './use-plan-duty';

/** Who can be called on now, who later, and my own duty. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const may = useMay();
  const { shifts, isLoading, failure, refresh } = useDuty();
  const ahead = useRead(DutyPlanDocument, {}, { topics: ['duty'], isPaused: !may('dutyPlan') });
  const changed = (): void => {
    refresh();
    ahead.refresh();
  };
  const planning = usePlanDuty(changed);
  const planned = ahead.data?.dutyPlan ?? [];
  const takeAway = (shift: Shift): (() => void) | null =>
    may('planDuty') && shift.person.id !== me.id
      ? () => void planning.plan(shift.person, null, shift)
      : null;
  const mine = shifts.find(({ person }) => person.id === me.id) ?? null;
  return (
    <PageFrame title={t('people:duty.title')} acts={<NearPlaces />}>
      {failure !== null && <Failed failure={failure} retry={refresh} />}
      {isLoading ? (
        <Waiting rows={3} />
      ) : (
        <Stack gap="xl">
          {may('goOnDuty') && <DutyForm mine={mine} changed={changed} />}
          <section aria-labelledby="on-duty">
            <Title order={2} size="h5" id="on-duty" mb="xs">
              {t('people:duty.now')}
            </Title>
            {shifts.length === 0 ? (
              <Empty title={t('people:duty.nobody')}>{t('people:duty.nobodyAbout')}</Empty>
            ) : (
              <ul className="shifts">
                {shifts.map((shift) => (
                  <ShiftLine
                    key={shift.person.id}
                    shift={shift}
                    isMine={shift === mine}
                    takeAway={takeAway(shift)}
                  />
                ))}
              </ul>
            )}
          </section>
          <section aria-labelledby="duty-ahead">
            <Title order={2} size="h5" id="duty-ahead" mb="xs">
              {t('people:plan.title')}
            </Title>
            {planned.length === 0 && (
              <Text size="sm" c="dimmed" mb="xs">
                {t('people:plan.none')}
              </Text>
            )}
            <ul className="shifts">
              {planned.map((shift) => (
                <ShiftLine
                  key={shift.person.id}
                  shift={shift}
                  isMine={shift.person.id === me.id}
                  isAhead
                  takeAway={takeAway(shift)}
                />
              ))}
            </ul>
            <OutcomeAlert outcome={planning.outcome} />
            {may('planDuty') && <PlanForm shifts={[...shifts, ...planned]} changed={changed} />}
          </section>
        </Stack>
      )}
    </PageFrame>
  );
}

function ShiftLine({
  shift: { person, from, until },
  isMine,
  isAhead = false,
  takeAway,
}: {
  readonly shift: Shift;
  readonly isMine: boolean;
  readonly isAhead?: boolean;
  readonly takeAway: (() => void) | null;
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
      <span className="quiet">
        {t(isAhead ? 'people:plan.begins' : 'people:duty.since', { when: formatMoment(from) })}
      </span>
      <span>
        {t('people:duty.until', { when: formatMoment(until) })}
        {!isAhead && ` · ${formatDistance(new Date(until).getTime() - now)}`}
      </span>
      {takeAway !== null && (
        <span>
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t('people:plan.takeAwayOf', { name: displayName })}
            onClick={takeAway}
          >
            {t('people:plan.takeAway')}
          </Button>
        </span>
      )}
    </li>
  );
}

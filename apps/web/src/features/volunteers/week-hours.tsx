import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FreeTime } from './availability-types';
import { weekdayName } from './words';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const EVENING = { from: '18:00', to: '21:00' } as const;

/** My free time in the week, day by day; none at all means any time. */
export function WeekHours({
  hours,
  change,
}: {
  readonly hours: readonly FreeTime[];
  readonly change: (hours: readonly FreeTime[]) => void;
}): ReactNode {
  const { t } = useTranslation();
  const put = (index: number, part: Partial<FreeTime>): void =>
    change(hours.map((each, place) => (place === index ? { ...each, ...part } : each)));
  return (
    <section aria-labelledby="week">
      <Title order={2} size="h5" id="week">
        {t('volunteers:mine.hours')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {hours.length === 0 ? t('volunteers:mine.anyTime') : t('volunteers:mine.onlyThen')}
      </Text>
      <Stack gap="sm">
        {WEEKDAYS.map((weekday) => {
          const day = weekdayName(weekday);
          const add = (): void => change([...hours, { weekday, ...EVENING }]);
          return (
            <div key={weekday} className="week-day">
              <Group justify="space-between">
                <Text size="sm" fw={600}>
                  {day}
                </Text>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  onClick={add}
                  aria-label={t('volunteers:mine.addTimeOn', { day })}
                >
                  {t('volunteers:mine.addTime')}
                </Button>
              </Group>
              {hours.map((each, index) =>
                each.weekday !== weekday ? null : (
                  <Group key={index} gap={6} mt={4}>
                    <TextInput
                      type="time"
                      aria-label={t('volunteers:mine.fromOn', { day })}
                      value={each.from}
                      onChange={(event) => put(index, { from: event.currentTarget.value })}
                    />
                    <span>–</span>
                    <TextInput
                      type="time"
                      aria-label={t('volunteers:mine.toOn', { day })}
                      value={each.to}
                      error={each.to <= each.from}
                      onChange={(event) => put(index, { to: event.currentTarget.value })}
                    />
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      onClick={() => change(hours.filter((_, place) => place !== index))}
                    >
                      {t('volunteers:mine.removeTime')}
                    </Button>
                  </Group>
                ),
              )}
            </div>
          );
        })}
      </Stack>
    </section>
  );
}

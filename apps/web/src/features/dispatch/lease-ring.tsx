import { Group, RingProgress, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../ui/time';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
/** The last fifth is amber. */
const SOON_SHARE = 20;

/** A ring that empties while something is mine, with the time left in figures and the end in words. */
export function LeaseRing({
  until,
  wholeMs,
  label,
}: {
  readonly until: string;
  /** The longest it can last: a full ring. */
  readonly wholeMs: number;
  /** Says what ends, and when. */
  readonly label: string;
}): ReactNode {
  const { t } = useTranslation();
  const end = new Date(until).getTime();
  const left = Math.max(0, end - useNow(SECOND_MS));
  const share = Math.min(100, (left / wholeMs) * 100);
  const color = left === 0 ? 'red' : share < SOON_SHARE ? 'yellow' : 'deep-teal';
  return (
    <Group gap="md" wrap="nowrap" role="timer">
      <RingProgress
        size={88}
        thickness={8}
        sections={[{ value: share, color }]}
        label={
          <Text ta="center" fw={600} size="sm" className="number-only">
            {clockText(left)}
          </Text>
        }
      />
      <Text size="sm">{left === 0 ? t('dispatch:lease.over') : label}</Text>
    </Group>
  );
}

/** `4:05` below an hour, `11:20 h` above, in days from two days on. */
function clockText(ms: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  if (ms >= 48 * HOUR_MS) return `${String(Math.floor(ms / HOUR_MS))} h`;
  if (ms >= HOUR_MS) {
    return `${String(Math.floor(ms / HOUR_MS))}:${two(Math.floor((ms % HOUR_MS) / MINUTE_MS))} h`;
  }
  return `${String(Math.floor(ms / MINUTE_MS))}:${two(Math.floor((ms % MINUTE_MS) / SECOND_MS))}`;
}

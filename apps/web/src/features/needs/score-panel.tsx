import { Progress, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Factor {
  readonly factor: string;
  readonly points: number;
  readonly most: number;
}

/** Why a need has its place: each factor with its points and what it counts. */
export function ScorePanel({
  factors,
  score,
}: {
  readonly factors: readonly Factor[];
  readonly score: number | null;
}): ReactNode {
  const { t } = useTranslation();
  if (score === null) return null;
  return (
    <section aria-labelledby="score">
      <Title order={3} size="h6" id="score" mb={4}>
        {t('needs:score.title', { score })}
      </Title>
      <ul className="factors">
        {factors.map(({ factor, points, most }) => (
          <li key={factor}>
            <Text size="sm">
              {t(`needs:factor.${factor}`)}: {t('needs:score.points', { points, most })}
            </Text>
            <Progress value={(points / most) * 100} size="sm" aria-hidden />
            <Text size="xs" c="dimmed">
              {t(`needs:factorAbout.${factor}`)}
            </Text>
          </li>
        ))}
      </ul>
      <Text size="xs" c="dimmed">
        {t('needs:score.fame')}
      </Text>
    </section>
  );
}

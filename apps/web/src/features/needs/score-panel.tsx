import { Button, Progress, Text, Title } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedNeed } from './opened-need';
import { ScoreOutlook } from './score-outlook';

/** Why a need has its place: each factor with its points and its rule, and what would change it. Opens on the right arrow. */
export function ScorePanel({
  need,
  isOpen,
  toggle,
}: {
  readonly need: OpenedNeed;
  readonly isOpen: boolean;
  readonly toggle: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const panel = useRef<HTMLElement>(null);
  const { factors, score } = need;
  useEffect(() => {
    if (!isOpen) return;
    panel.current?.focus({ preventScroll: true });
    panel.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  if (score === null) return null;
  return (
    <section ref={panel} tabIndex={-1} aria-labelledby="score" className="score-panel">
      <div className="section-head">
        <Title order={3} size="h6" id="score">
          {t('needs:score.title', { score })}
        </Title>
        <Button
          size="compact-xs"
          variant="subtle"
          aria-expanded={isOpen}
          rightSection={<kbd>{isOpen ? '←' : '→'}</kbd>}
          onClick={toggle}
        >
          {t(isOpen ? 'needs:score.less' : 'needs:score.more')}
        </Button>
      </div>
      <ul className="factors">
        {factors.map(({ factor, points, most }) => (
          <li key={factor}>
            <Text size="sm">
              {t(`needs:factor.${factor}`)}: {t('needs:score.points', { points, most })}
            </Text>
            <Progress value={(points / most) * 100} size="sm" aria-hidden />
            {isOpen && (
              <Text size="xs" c="dimmed">
                {t(`needs:factorAbout.${factor}`)}
              </Text>
            )}
          </li>
        ))}
      </ul>
      {isOpen && <ScoreOutlook need={need} />}
      <Text size="xs" c="dimmed">
        {t('needs:score.fame')}
      </Text>
    </section>
  );
}

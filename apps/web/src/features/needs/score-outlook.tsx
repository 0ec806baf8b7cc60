import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isRefusal } from '../../api/outcome';
import { useRead } from '../../api/use-read';
import { Failed, Waiting } from '../../ui/states';
import { formatDay } from '../../ui/time';
import { NeedOutlookDocument } from './need.documents';
import type { OpenedNeed } from './opened-need';

/** What would change the place of a need: days, unknown facts, other people's decisions; and its place among those that wait. */
export function ScoreOutlook({ need }: { readonly need: OpenedNeed }): ReactNode {
  const { t } = useTranslation();
  const reading = useRead(
    NeedOutlookDocument,
    { input: { needId: need.id } },
    { topics: ['need'] },
  );
  const outlook = reading.data?.needOutlook;
  if (outlook === undefined) {
    return reading.failure === null ? (
      <Waiting rows={2} />
    ) : (
      <Failed failure={reading.failure} retry={reading.refresh} />
    );
  }
  if (isRefusal(outlook)) return null;
  const { ahead, countedTo, rises, waiting } = outlook;
  const shown = (count: number): string => (count < countedTo ? String(count) : `${countedTo}+`);
  const severity = need.factors.find(({ factor }) => factor === 'severity');
  // Whoever holds the key sees for themselves; others learn it where nobody has written anything.
  const lacksFacts = need.words === null ? outlook.lacksFacts : need.words.facts === null;
  return (
    <>
      <Text size="sm">{t('needs:outlook.ahead', { count: ahead, shown: shown(ahead) })}</Text>
      {waiting !== null && (
        <Text size="sm">
          {t('needs:outlook.waiting', {
            position: waiting.position,
            total: shown(waiting.count),
          })}{' '}
          {t(`needs:rule.${waiting.rule}`, {
            score: String(need.score),
            before: String(waiting.scoreBefore),
          })}
        </Text>
      )}
      <Title order={4} size="sm" mt="xs">
        {t('needs:outlook.title')}
      </Title>
      <ul className="reasons">
        {rises.map(({ factor, day, points }) => (
          <li key={factor}>
            {t('needs:outlook.rise', {
              day: formatDay(day),
              factor: t(`needs:factor.${factor}`),
              points,
            })}
          </li>
        ))}
        {rises.length === 0 && <li>{t('needs:outlook.noRise')}</li>}
        {lacksFacts && <li>{t('needs:outlook.lacksFacts')}</li>}
        {severity !== undefined && need.priority !== null && (
          <li>{t('needs:outlook.severity', { priority: need.priority })}</li>
        )}
        <li>{t('needs:outlook.helped')}</li>
      </ul>
    </>
  );
}

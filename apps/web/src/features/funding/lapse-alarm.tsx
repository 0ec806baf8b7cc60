import { Alert, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatMoney } from '../../ui/money';
import type { GrantProgress } from './grant-progress-types';
import { useGroupWords } from './group-words';

const CHILDREN = 'CHD';

/** Says in two sentences that money lapses and what it could still do; nothing for a grant that has time. */
export function LapseAlarm({
  grant,
  isLinked = false,
}: {
  readonly grant: GrantProgress;
  /** Names the grant and leads to it. */
  readonly isLinked?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const { groupOf } = useGroupWords();
  const { alarm, grantId, code, name } = grant;
  if (alarm === null) return null;
  const amount = formatMoney(alarm.unspent);
  const isOfChildren = alarm.groups.length === 1 && alarm.groups[0] === CHILDREN;
  const groups = alarm.groups.map(groupOf).join(', ');
  const fit = { count: alarm.waitingNeeds, groups };
  return (
    <Alert
      color="yellow"
      variant="light"
      title={
        alarm.daysLeft === 0
          ? t('funding:alarm.today', { amount })
          : t('funding:alarm.title', { amount, count: alarm.daysLeft })
      }
    >
      <Text size="sm">
        {alarm.waitingNeeds === 0 && t('funding:alarm.fitNone')}
        {alarm.waitingNeeds > 0 && isOfChildren && t('funding:alarm.fitChildren', fit)}
        {alarm.waitingNeeds > 0 && !isOfChildren && t('funding:alarm.fit', fit)}
      </Text>
      {isLinked && <Link to={`/grants/${grantId}`}>{`${code} · ${name}`}</Link>}
    </Alert>
  );
}

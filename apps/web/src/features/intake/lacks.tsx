import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { missingOf } from './form-paths';
import type { InboxRequest } from './inbox-row';
import type { OpenedCard } from './cards-ahead';

/** The right side: what is wrong, what nobody answered, and what to mind. */
export function Lacks({
  card,
  request,
}: {
  readonly card: OpenedCard;
  readonly request: InboxRequest | null;
}): ReactNode {
  const { t } = useTranslation();
  const story = card.story ?? [];
  const faults = story.filter(({ isUnread, path }) => isUnread && path !== card.problemField);
  const missing = card.story === null ? [] : missingOf(story);
  const isWhole = card.problemCode === null && faults.length === 0 && missing.length === 0;
  return (
    <section aria-labelledby={`lacks-${card.requestId}`}>
      <Title order={3} size="h6" id={`lacks-${card.requestId}`}>
        {t('intake:lacks.title')}
      </Title>
      <ul className="plain-list">
        {card.problemCode !== null && (
          <li className="at-fault">
            {card.problemField !== null && `${t(`intake:path.${card.problemField}`)}: `}
            {t(`intake:problem.${card.problemCode}`)}
          </li>
        )}
        {faults.map(({ path }) => (
          <li key={path} className="at-fault">
            {t(`intake:path.${path}`)}: {t('intake:card.unread')}
          </li>
        ))}
        {missing.map((path) => (
          <li key={path}>
            {t(`intake:path.${path}`)}: {t('intake:lacks.noAnswer')}
          </li>
        ))}
        {isWhole && <li>{t('intake:lacks.nothing')}</li>}
      </ul>
      {card.warnings.length > 0 && (
        <>
          <Title order={4} className="part-title">
            {t('intake:lacks.mind')}
          </Title>
          <ul className="plain-list">
            {card.warnings.map((code) => (
              <li key={code}>{t(`intake:warning.${code}`)}</li>
            ))}
          </ul>
        </>
      )}
      {request?.reason != null && (
        <Text size="sm" c="dimmed">
          {t('intake:lacks.reason', {
            reason: t(
              [`intake:declineReason.${request.reason}`, `intake:askReason.${request.reason}`],
              {
                defaultValue: request.reason,
              },
            ),
          })}
        </Text>
      )}
    </section>
  );
}

import './ledger.css';
import { Button, Group, Text } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../api/use-read';
import { useKeys } from '../../ui/keys';
import { PageFrame } from '../../ui/page-frame';
import { Failed, Waiting } from '../../ui/states';
import { formatMoment } from '../../ui/time';
import { InvariantsDocument } from './ledger.documents';

/** What the books promise, each as a sentence that holds or does not. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const { data, failure, refresh, isLoading } = useRead(InvariantsDocument, {});
  const [ranAt, setRanAt] = useState<string | null>(null);
  // The desk checks whenever it is asked: the last run is the last answer.
  useEffect(() => {
    if (data !== null && !isLoading) setRanAt(new Date().toISOString());
  }, [data, isLoading]);
  useKeys({ c: refresh });
  const broken = data?.ledgerCheck.filter(({ holds }) => !holds) ?? [];
  const sorted = data?.ledgerCheck.toSorted(
    (one, other) => Number(one.holds) - Number(other.holds),
  );
  return (
    <PageFrame
      title={t('ledger:check.title')}
      acts={
        <Group gap="sm">
          {ranAt !== null && (
            <Text size="sm" c="dimmed">
              {t('ledger:check.ranAt', { when: formatMoment(ranAt) })}
            </Text>
          )}
          <Button
            size="sm"
            variant="default"
            loading={isLoading}
            onClick={refresh}
            rightSection={<kbd>c</kbd>}
          >
            {t('ledger:check.run')}
          </Button>
        </Group>
      }
    >
      {failure !== null && <Failed failure={failure} retry={refresh} />}
      {sorted === undefined && failure === null && <Waiting rows={8} />}
      {sorted !== undefined && (
        <Text
          size="sm"
          fw={600}
          mb="sm"
          role="status"
          className={broken.length > 0 ? 'late' : undefined}
        >
          {broken.length === 0
            ? t('ledger:check.allHold', { count: sorted.length })
            : t('ledger:check.broken', { count: broken.length })}
        </Text>
      )}
      <ul className="promises">
        {sorted?.map(({ code, holds, sentence, offenders }) => (
          <li key={code}>
            <span className={holds ? 'holds' : 'late'}>
              {holds ? t('ledger:check.holds') : t('ledger:check.holdsNot')}
            </span>
            <span>
              {t(`ledger:promise.${code}`, { defaultValue: sentence })}
              {offenders.length > 0 && (
                <span className="quiet">
                  {' '}
                  {t('ledger:check.offenders', { list: offenders.join(', ') })}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      <Link to="/books">{t('ledger:books.back')}</Link>
    </PageFrame>
  );
}

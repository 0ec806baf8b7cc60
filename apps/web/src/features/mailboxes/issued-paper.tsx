import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Facts } from '../../ui/facts';

/** Where families come, for somebody who says it aloud. */
const DOOR = `${location.host}/f`;

/**
 * The words of a new mailbox. Paper holds the eight words and nothing else: whoever finds it learns neither where they
 * belong nor which word warns.
 */
export function IssuedPaper({
  issued,
  language,
  caseId,
}: {
  readonly issued: {
    readonly words: string;
    readonly closingWord: string;
    readonly alarmWord: string;
  };
  readonly language: string;
  readonly caseId: string;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <Stack gap="md" maw={560}>
      <Alert role="status" className="not-on-paper">
        {t('mailboxes:issue.once')}
      </Alert>
      <p className="mailbox-paper" lang={language} aria-label={t('mailboxes:issue.words')}>
        {issued.words}
      </p>
      <div className="not-on-paper">
        <Facts
          pairs={[
            [t('mailboxes:issue.closing'), <b lang={language}>{issued.closingWord}</b>],
            [t('mailboxes:issue.alarm'), <b lang={language}>{issued.alarmWord}</b>],
          ]}
        />
        <Text size="sm" my="md">
          {t('mailboxes:issue.paper', { address: DOOR })}
        </Text>
        <Group>
          <Button onClick={() => window.print()}>{t('mailboxes:issue.print')}</Button>
          <Button variant="default" component={Link} to={`/mailboxes-of/case/${caseId}`} replace>
            {t('mailboxes:issue.done')}
          </Button>
        </Group>
      </div>
    </Stack>
  );
}

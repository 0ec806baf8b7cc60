import './mailboxes.css';
import { Anchor, Button, NativeSelect, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useAct, type ActOutcome } from '../../api/use-act';
import { LANGUAGE_NAMES, LANGUAGES } from '../../i18n/languages';
import { PageFrame } from '../../ui/page-frame';
import { OutcomeAlert } from '../../ui/refusal-alert';
import { IssueMailboxDocument, type IssueMailboxMutation } from './issue.documents';
import { IssuedPaper } from './issued-paper';

type Issued = Extract<IssueMailboxMutation['issueMailbox'], { words: string }>;

/** Words for a family that came another way. They are on this screen once, and nowhere else. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const { caseId = '' } = useParams();
  const { run, isRunning } = useAct(IssueMailboxDocument, { isSealed: true });
  const [language, setLanguage] = useState<string>('be');
  const [issued, setIssued] = useState<Issued | null>(null);
  const [outcome, setOutcome] = useState<ActOutcome<unknown> | null>(null);
  const issue = async (): Promise<void> => {
    const answer = await run({ input: { caseId, language } });
    setOutcome(answer);
    if (answer.kind === 'DONE') setIssued(answer.done);
  };
  if (issued !== null) {
    return (
      <PageFrame title={t('mailboxes:issue.title')}>
        <IssuedPaper issued={issued} language={language} caseId={caseId} />
      </PageFrame>
    );
  }
  return (
    <PageFrame title={t('mailboxes:issue.title')}>
      <Stack gap="md" maw={560}>
        <Text size="sm">{t('mailboxes:issue.about')}</Text>
        <NativeSelect
          label={t('mailboxes:issue.language')}
          value={language}
          onChange={(event) => setLanguage(event.currentTarget.value)}
          data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        />
        <OutcomeAlert outcome={outcome} />
        <Button loading={isRunning} onClick={() => void issue()}>
          {t('mailboxes:issue.make')}
        </Button>
        <Anchor size="sm" component={Link} to={`/mailboxes-of/case/${caseId}`}>
          {t('mailboxes:list.ofCase')}
        </Anchor>
      </Stack>
    </PageFrame>
  );
}

import { Button, Group, Text, TextInput, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { formatDay } from '../../ui/time';
import { AnswerText } from './answers';
import { AskApplicantDocument, type AskApplicantMutation } from './card.documents';
import { ASK_REASONS } from './decisions';
import { DecisionPanel } from './decision-panel';
import type { PanelProps } from './decision-bar-types';
import { ReasonChoice } from './reason-choice';

type Asked = Extract<
  AskApplicantMutation['askApplicant'],
  { readonly __typename: 'ApplicantAsked' }
>;

/** Notes that the applicant is asked; says afterwards how to reach them, because nothing is sent by itself. */
export function AskPanel({ card, close, moveOn, labelOf }: PanelProps): ReactNode {
  const { t } = useTranslation();
  const asking = useAct(AskApplicantDocument, { isSealed: true });
  const [reason, setReason] = useState<(typeof ASK_REASONS)[number] | null>(null);
  const [dueOn, setDueOn] = useState('');
  const [asked, setAsked] = useState<Asked | null>(null);
  const { requestId, version } = card;
  if (asked !== null) {
    return (
      <div className="decision" role="status">
        <Title order={3} size="h6">
          {t('intake:ask.done')}
        </Title>
        <Text size="sm" component="div">
          {t('intake:ask.reach', { day: formatDay(asked.dueOn) })}{' '}
          {asked.safeContact === null ? (
            t('intake:ask.noWay')
          ) : (
            <strong>
              <AnswerText
                path="applicant/safe_contact"
                text={asked.safeContact}
                labelOf={labelOf}
              />
            </strong>
          )}
        </Text>
        <Group mt="xs">
          <Button size="sm" onClick={moveOn} autoFocus>
            {t('intake:card.next')}
          </Button>
        </Group>
      </div>
    );
  }
  return (
    <DecisionPanel
      title={t('intake:ask.title')}
      about={t('intake:ask.about')}
      confirm={t('intake:ask.confirm')}
      isReady={reason !== null}
      close={close}
      act={() =>
        asking.run({
          input: { requestId, version, reason: reason ?? '', dueOn: dueOn === '' ? null : dueOn },
        })
      }
      done={setAsked}
    >
      <ReasonChoice
        label={t('intake:ask.reason')}
        reasons={ASK_REASONS}
        textOf={(code) => t(`intake:askReason.${code}`)}
        chosen={reason}
        choose={setReason}
      />
      <TextInput
        size="sm"
        type="date"
        label={t('intake:ask.dueOn')}
        description={t('intake:ask.dueOnAbout')}
        value={dueOn}
        onChange={(event) => setDueOn(event.currentTarget.value)}
      />
    </DecisionPanel>
  );
}

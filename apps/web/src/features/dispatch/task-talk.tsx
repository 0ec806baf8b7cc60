import { Button, Text, Textarea, Title } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isRefusal } from '../../api/outcome';
import { useAct, type ActOutcome } from '../../api/use-act';
import { useRead } from '../../api/use-read';
import { OutcomeAlert } from '../../ui/refusal-alert';
import { Sealed } from '../../ui/sealed';
import { formatMoment } from '../../ui/time';
import {
  AnswerQuestionDocument,
  AskDeskDocument,
  TaskQuestionsDocument,
  type TaskQuestionsQuery,
} from './words.documents';

type Message = Extract<
  TaskQuestionsQuery['taskQuestions'],
  { readonly __typename: 'TaskMessages' }
>['messages'][number];

/** What is said about a task, sealed: the holder asks, the desk answers each question once. */
export function TaskTalk({
  taskId,
  mode,
}: {
  readonly taskId: string;
  readonly mode: 'ASK' | 'ANSWER';
}): ReactNode {
  const { t } = useTranslation();
  const options = { isSealed: true, topics: ['task'] } as const;
  const { data, refresh } = useRead(TaskQuestionsDocument, { input: { taskId } }, options);
  const asking = useAct(AskDeskDocument, { isSealed: true });
  const answering = useAct(AnswerQuestionDocument, { isSealed: true });
  const talk = data?.taskQuestions;
  const isClosed = talk !== undefined && isRefusal(talk);
  if (mode === 'ANSWER' && talk === undefined) return null;
  const messages = talk === undefined || isRefusal(talk) ? [] : talk.messages;
  const isOpen = ({ id, kind }: Message): boolean =>
    kind === 'QUESTION' && !messages.some(({ answersId }) => answersId === id);
  return (
    <section aria-labelledby="talk">
      <Title order={2} size="h5" id="talk" mb="xs">
        {t(mode === 'ASK' ? 'dispatch:talk.ask' : 'dispatch:talk.title')}
      </Title>
      {isClosed && <Sealed what={t('dispatch:talk.sealed')} who={t('dispatch:talk.sealedWho')} />}
      {mode === 'ANSWER' && !isClosed && messages.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('dispatch:talk.nothing')}
        </Text>
      )}
      <ol className="talk">
        {messages.map((message) => (
          <li key={message.id} data-mine={message.isMine}>
            <Text size="xs" c="dimmed">
              {t(`dispatch:talkKind.${message.kind}`)} · {formatMoment(message.writtenAt)}
            </Text>
            <Text size="sm" className="words">
              {message.text}
            </Text>
            {mode === 'ANSWER' && isOpen(message) && (
              <Say
                label={t('dispatch:talk.answerLabel')}
                button={t('dispatch:talk.answer')}
                say={(text) => answering.run({ input: { questionId: message.id, text } })}
                said={refresh}
              />
            )}
          </li>
        ))}
      </ol>
      {mode === 'ASK' && (
        <Say
          label={t('dispatch:talk.askLabel')}
          button={t('dispatch:talk.send')}
          say={(text) => asking.run({ input: { taskId, text } })}
          said={refresh}
        />
      )}
    </section>
  );
}

function Say({
  label,
  button,
  say,
  said,
}: {
  readonly label: string;
  readonly button: string;
  readonly say: (text: string) => Promise<ActOutcome<unknown>>;
  readonly said: () => void;
}): ReactNode {
  const [text, setText] = useState('');
  const [outcome, setOutcome] = useState<ActOutcome<unknown> | null>(null);
  const [isRunning, setRunning] = useState(false);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setRunning(true);
    const answer = await say(text.trim());
    setRunning(false);
    setOutcome(answer);
    if (answer.kind !== 'DONE') return;
    setText('');
    said();
  };
  return (
    <form onSubmit={(event) => void send(event)}>
      <Textarea
        size="md"
        label={label}
        autosize
        minRows={2}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button
        type="submit"
        mt="xs"
        variant="default"
        disabled={text.trim() === ''}
        loading={isRunning}
      >
        {button}
      </Button>
      <OutcomeAlert outcome={outcome} />
    </form>
  );
}

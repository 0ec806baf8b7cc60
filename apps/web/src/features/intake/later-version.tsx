import { Button, Checkbox, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, type ActOutcome } from '../../api/use-act';
import { OutcomeAlert } from '../../ui/refusal-alert';
import { toast } from '../../ui/toast';
import { AnswerText } from './answers';
import { ApplyProposedChangeDocument } from './card.documents';
import { mayAct } from './decisions';
import type { OpenedCard } from './cards-ahead';

/** A later version came: what it says otherwise, answer by answer, and which of it is taken over. */
export function LaterVersion({
  card,
  labelOf,
  reopen,
}: {
  readonly card: OpenedCard;
  readonly labelOf: (code: string) => string;
  readonly reopen: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const applying = useAct(ApplyProposedChangeDocument);
  const [taken, setTaken] = useState<readonly string[]>(() => card.changes.map(({ path }) => path));
  const [outcome, setOutcome] = useState<ActOutcome<unknown> | null>(null);
  const { requestId, version, proposedProblem, changes } = card;
  if (proposedProblem === null && changes.length === 0) return null;

  const apply = async (): Promise<void> => {
    const answer = await applying.run({ input: { requestId, version, take: [...taken] } });
    setOutcome(answer);
    if (answer.kind !== 'DONE') return;
    toast(t('intake:later.done', { count: taken.length }));
    reopen();
  };
  const toggle = (path: string): void =>
    setTaken((all) => (all.includes(path) ? all.filter((each) => each !== path) : [...all, path]));

  return (
    <section aria-labelledby={`later-${requestId}`} className="later">
      <Title order={3} size="h6" id={`later-${requestId}`}>
        {t('intake:later.title')}
      </Title>
      {proposedProblem !== null && (
        <Text size="sm" className="at-fault">
          {t(`intake:problem.${proposedProblem}`)}
        </Text>
      )}
      {changes.length > 0 && (
        <Stack gap={6} mt={4}>
          {changes.map(({ path, before, after }) => (
            <Checkbox
              key={path}
              size="sm"
              checked={taken.includes(path)}
              onChange={() => toggle(path)}
              label={
                <>
                  {t(`intake:path.${path}`)}:{' '}
                  <del>
                    {before === null ? (
                      '–'
                    ) : (
                      <AnswerText path={path} text={before} labelOf={labelOf} />
                    )}
                  </del>{' '}
                  <ins>
                    {after === null ? (
                      '–'
                    ) : (
                      <AnswerText path={path} text={after} labelOf={labelOf} />
                    )}
                  </ins>
                </>
              }
            />
          ))}
          {mayAct('COMPARE', card.state) && (
            <div>
              <Button size="xs" loading={applying.isRunning} onClick={() => void apply()}>
                {taken.length === 0
                  ? t('intake:later.takeNone')
                  : t('intake:later.take', { count: taken.length })}
              </Button>
            </div>
          )}
          <OutcomeAlert outcome={outcome} />
        </Stack>
      )}
    </section>
  );
}

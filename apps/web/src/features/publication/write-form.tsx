import { Button, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, type ActOutcome } from '../../api/use-act';
import { noteWarnings } from '../../ui/note-warnings';
import { OutcomeAlert } from '../../ui/refusal-alert';
import { toast } from '../../ui/toast';
import { FACETS, useFacets, type FactInput, type PublicText } from './facets';
import { GatePanel } from './gate-panel';
import { WritePublicTextDocument } from './write.documents';

const LONGEST = 300;
/** After the last key, before the gate is asked (milliseconds). */
const PAUSE = 400;

interface WriteFormProps {
  readonly kind: 'CARD' | 'UPDATE';
  readonly needId: string;
  /** The text that is written anew; null for a new one. */
  readonly text: PublicText | null;
  readonly done: (textId: string) => void;
}

/** Writes a card or an update, with what the gate finds beside it. */
export function WriteForm({ kind, needId, text, done }: WriteFormProps): ReactNode {
  const { t } = useTranslation();
  const { run, isRunning } = useAct(WritePublicTextDocument);
  const commandKey = useRef(crypto.randomUUID());
  const [facts, setFacts] = useState<readonly FactInput[]>(
    () => text?.facts.map(({ facet, value }) => ({ facet, value })) ?? [],
  );
  const [body, setBody] = useState(text?.body ?? '');
  const [outcome, setOutcome] = useState<ActOutcome<unknown> | null>(null);
  const draft = { kind, needId, textId: text?.id ?? null, facts, body };
  const asked = useCalm(draft);
  const send = async (propose: boolean): Promise<void> => {
    const version = text?.version ?? null;
    const input = { ...draft, facts: [...facts], version, propose, commandKey: commandKey.current };
    const answer = await run({ input });
    setOutcome(answer);
    // What was answered is done with; a text that is sent once more is another command.
    if (answer.kind !== 'FAILED') commandKey.current = crypto.randomUUID();
    if (answer.kind !== 'DONE') return;
    toast(t(propose ? 'publication:write.proposed' : 'publication:write.kept'));
    done(answer.done.textId);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void send(true);
  };
  return (
    <form onSubmit={submit} className="write-public" aria-label={t(`publication:write.${kind}`)}>
      <Stack gap="sm">
        <Textarea
          label={t('publication:write.body')}
          description={t('publication:write.bodyAbout', { left: LONGEST - body.length })}
          value={body}
          onChange={(event) => setBody(event.currentTarget.value)}
          maxLength={LONGEST}
          autosize
          minRows={3}
          autoComplete="off"
        />
        <div role="status">
          {noteWarnings(body).map((warning) => (
            <Text key={warning} size="sm" className="public-warning">
              {t(`publication:warning.${warning}`)}
            </Text>
          ))}
        </div>
        <FactFields facts={facts} change={setFacts} />
      </Stack>
      <Stack gap="sm">
        <GatePanel draft={asked} take={setFacts} />
        <OutcomeAlert outcome={outcome} />
        <Group gap="xs">
          <Button type="submit" loading={isRunning} disabled={body.trim() === ''}>
            {t('publication:write.propose')}
          </Button>
          <Button
            variant="default"
            disabled={body.trim() === '' || isRunning}
            onClick={() => void send(false)}
          >
            {t('publication:write.keep')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function FactFields(props: {
  readonly facts: readonly FactInput[];
  readonly change: (facts: readonly FactInput[]) => void;
}): ReactNode {
  const { facts, change } = props;
  const { t } = useTranslation();
  const { textOf, valuesOf } = useFacets();
  return (
    <fieldset className="public-fields">
      <legend>{t('publication:write.facts')}</legend>
      {FACETS.map((facet) => (
        <NativeSelect
          key={facet}
          label={t(`publication:facet.${facet}`)}
          value={facts.find((fact) => fact.facet === facet)?.value ?? ''}
          onChange={({ currentTarget: { value } }) => {
            const others = facts.filter((fact) => fact.facet !== facet);
            change(value === '' ? others : [...others, { facet, value }]);
          }}
          data={[
            { value: '', label: t('publication:facet.silent') },
            ...valuesOf(facet).map((value) => ({ value, label: textOf({ facet, value }) })),
          ]}
        />
      ))}
    </fieldset>
  );
}

/** The value once nobody has typed for a moment. */
function useCalm<T>(value: T): T {
  const key = JSON.stringify(value);
  const [calm, setCalm] = useState(value);
  const latest = useRef(value);
  latest.current = value;
  useEffect(() => {
    const timer = setTimeout(() => setCalm(latest.current), PAUSE);
    return () => clearTimeout(timer);
  }, [key]);
  return calm;
}

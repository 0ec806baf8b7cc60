import { Button, Group, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, type ActOutcome } from '../../api/use-act';
import type { Pages } from '../../api/use-pages';
import { useMe } from '../../session/session';
import { OutcomeAlert } from '../../ui/refusal-alert';
import { Failed } from '../../ui/states';
import { formatMoment } from '../../ui/time';
import { toast } from '../../ui/toast';
import { authorityText } from './authority';
import { DecidePersonChangeDocument } from './changes.documents';
import type { PersonChange } from './use-person-changes';

interface ChangesProps {
  readonly changes: Pages<PersonChange>;
}

/** Changes that wait for a second person, with both words. */
export function WaitingChanges({
  changes: { nodes, failure, refresh },
  changed,
}: ChangesProps & { readonly changed: () => void }): ReactNode {
  const { t } = useTranslation();
  const open = nodes.filter(({ state }) => state === 'PROPOSED');
  return (
    <>
      {failure !== null && <Failed failure={failure} retry={refresh} />}
      {open.length > 0 && (
        <section aria-labelledby="waiting">
          <Title order={2} size="h5" id="waiting">
            {t('people:changes.waiting')}
          </Title>
          <ul className="shifts">
            {open.map((change) => (
              <WaitingChange key={change.id} change={change} changed={changed} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** What was changed, by whom, and how it was before; newest first. */
export function PastChanges({
  changes: { nodes, hasMore, isLoading, loadMore },
}: ChangesProps): ReactNode {
  const { t } = useTranslation();
  const past = nodes.filter(({ state }) => state !== 'PROPOSED');
  if (past.length === 0) return null;
  return (
    <section aria-labelledby="changes">
      <Title order={2} size="h5" id="changes">
        {t('people:changes.past')}
      </Title>
      <ul className="shifts">
        {past.map((change) => (
          <li key={change.id}>
            <ChangeText change={change} />
          </li>
        ))}
      </ul>
      {hasMore && (
        <Button size="compact-xs" variant="default" loading={isLoading} onClick={loadMore}>
          {t('people:changes.older')}
        </Button>
      )}
    </section>
  );
}

function ChangeText({ change }: { readonly change: PersonChange }): ReactNode {
  const { t } = useTranslation();
  const { person, proposedBy, decidedBy, state, before, after } = change;
  const nameOf = (who: PersonChange['person']): string =>
    who?.displayName ?? t('people:changes.gone');
  return (
    <>
      <span className="shift-name">{nameOf(person)}</span>
      <span>
        <del className="quiet">{authorityText(before)}</del> → {authorityText(after)}
      </span>
      <Text size="sm" c="dimmed" component="span">
        {t('people:changes.proposed', {
          name: nameOf(proposedBy),
          when: formatMoment(change.proposedAt),
        })}
        {state !== 'PROPOSED' &&
          ` · ${t(`people:changeState.${state}`, { name: nameOf(decidedBy) })}`}
      </Text>
    </>
  );
}

function WaitingChange({
  change,
  changed,
}: {
  readonly change: PersonChange;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const deciding = useAct(DecidePersonChangeDocument);
  const [outcome, setOutcome] = useState<ActOutcome<unknown> | null>(null);
  const isOwn = change.proposedBy?.id === me.id;
  const concernsMe = change.person?.id === me.id;
  const decide = async (isAccepted: boolean): Promise<void> => {
    const answer = await deciding.run({ input: { changeId: change.id, isAccepted } });
    setOutcome(answer);
    if (answer.kind !== 'DONE') return;
    toast(t(`people:changes.${isAccepted ? 'signed' : isOwn ? 'withdrawn' : 'refused'}`));
    changed();
  };
  return (
    <li>
      <ChangeText change={change} />
      {concernsMe ? (
        <span className="quiet">{t('people:changes.concernsYou')}</span>
      ) : (
        <Group gap="xs">
          {!isOwn && (
            <Button size="xs" loading={deciding.isRunning} onClick={() => void decide(true)}>
              {t('people:changes.sign')}
            </Button>
          )}
          <Button
            size="xs"
            variant="default"
            loading={deciding.isRunning}
            onClick={() => void decide(false)}
          >
            {t(isOwn ? 'people:changes.withdraw' : 'people:changes.refuse')}
          </Button>
        </Group>
      )}
      <OutcomeAlert outcome={outcome} />
    </li>
  );
}

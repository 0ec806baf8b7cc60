import { Button, Group, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, type ActOutcome } from '../../api/use-act';
import type { Pages } from '../../api/use-pages';
import { useMe } from '../../session/session';
import { useMay } from '../../ui/may';
import { OutcomeAlert } from '../../ui/refusal-alert';
import { Failed } from '../../ui/states';
import { formatMoment } from '../../ui/time';
import { toast } from '../../ui/toast';
import { limitName, limitText, type Setting } from './limit-text';
import { DecideSettingChangeDocument, type SettingChangesQuery } from './limits.documents';
import { useTakeBack } from './use-take-back';

/** A change of a setting, as the list has it. */
export type LimitChange = SettingChangesQuery['settingChanges']['edges'][number]['node'];
type Named = Pick<Setting, 'key' | 'label' | 'code' | 'unit'>;

/** Settings that wait for a second person, with both words; and who set what before, newest first. */
export function LimitChanges({
  pages: { nodes, failure, refresh, hasMore, isLoading, loadMore },
  settingOf,
  changed,
}: {
  readonly pages: Pages<LimitChange>;
  readonly settingOf: (change: LimitChange) => Named;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const open = nodes.filter(({ state }) => state === 'PROPOSED');
  const past = nodes.filter(({ state }) => state !== 'PROPOSED');
  return (
    <>
      {failure !== null && <Failed failure={failure} retry={refresh} />}
      {open.length > 0 && (
        <section aria-labelledby="limits-waiting">
          <Title order={2} size="h5" id="limits-waiting">
            {t('people:changes.waiting')}
          </Title>
          <ul className="shifts">
            {open.map((change) => (
              <Waiting key={change.id} {...{ change, changed }} setting={settingOf(change)} />
            ))}
          </ul>
        </section>
      )}
      {past.length > 0 && (
        <section aria-labelledby="limits-past">
          <Title order={2} size="h5" id="limits-past">
            {t('people:changes.past')}
          </Title>
          <ul className="shifts">
            {past.map((change) => (
              <li key={change.id}>
                <ChangeText change={change} setting={settingOf(change)} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {hasMore && (
        <Button size="compact-xs" variant="default" loading={isLoading} onClick={loadMore}>
          {t('people:changes.older')}
        </Button>
      )}
    </>
  );
}

function ChangeText({
  change,
  setting,
}: {
  readonly change: LimitChange;
  readonly setting: Named;
}): ReactNode {
  const { t } = useTranslation();
  const { state, proposedBy, decidedBy, from, to } = change;
  // What is stricter needed nobody else.
  const isOnlyOwn = state === 'APPLIED' && proposedBy?.id === decidedBy?.id;
  const nameOf = (who: LimitChange['proposedBy']): string =>
    who?.displayName ?? t('people:changes.gone');
  return (
    <>
      <span className="shift-name">{limitName(setting)}</span>
      <span>
        <del className="quiet">{limitText(setting, from)}</del> → {limitText(setting, to)}
      </span>
      <Text size="sm" c="dimmed" component="span">
        {t(isOnlyOwn ? 'people:limit.setBy' : 'people:changes.proposed', {
          name: nameOf(proposedBy),
          when: formatMoment(change.proposedAt),
        })}
        {state !== 'PROPOSED' &&
          !isOnlyOwn &&
          ` · ${t(`people:changeState.${state}`, { name: nameOf(decidedBy) })}`}
      </Text>
    </>
  );
}

function Waiting({
  change,
  setting,
  changed,
}: {
  readonly change: LimitChange;
  readonly setting: Named;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const mayDecide = useMay()('decideSettingChange');
  const deciding = useAct(DecideSettingChangeDocument);
  const takeBack = useTakeBack(changed);
  const [outcome, setOutcome] = useState<ActOutcome<unknown> | null>(null);
  const isOwn = change.proposedBy?.id === me.id;
  const decide = async (isAccepted: boolean): Promise<void> => {
    const input = { settingChangeId: change.id, isAccepted };
    const answer = await deciding.run({ input });
    setOutcome(answer);
    if (answer.kind !== 'DONE') return;
    toast(t(isAccepted ? 'people:changes.signed' : 'people:changes.refused'));
    changed();
  };
  return (
    <li>
      <ChangeText change={change} setting={setting} />
      <Group gap="xs">
        {isOwn && (
          <Button size="xs" variant="default" onClick={() => takeBack(change.id)}>
            {t('people:changes.withdraw')}
          </Button>
        )}
        {!isOwn && mayDecide && (
          <>
            <Button size="xs" loading={deciding.isRunning} onClick={() => void decide(true)}>
              {t('people:changes.sign')}
            </Button>
            <Button
              size="xs"
              variant="default"
              loading={deciding.isRunning}
              onClick={() => void decide(false)}
            >
              {t('people:changes.refuse')}
            </Button>
          </>
        )}
      </Group>
      <OutcomeAlert outcome={outcome} />
    </li>
  );
}

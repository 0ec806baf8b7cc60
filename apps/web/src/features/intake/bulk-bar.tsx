import { Button, Group, Select, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { ActDialog } from '../../ui/act-dialog';
import { doLater } from '../../ui/do-later';
import { DECLINE_REASONS, WITHDRAWN } from './decisions';
import { useDeskPeople } from './desk-people';
import { ScreenRequestsDocument } from './inbox.documents';
import { ReasonChoice } from './reason-choice';

/** Reasons that fit many at once; what destroys words is decided card by card. */
const REASONS = DECLINE_REASONS.filter((reason) => reason !== WITHDRAWN);
type Decision = 'DECLINE' | 'ASSIGN';

/** One decision on the cards that were marked with x. */
export function BulkBar({
  selected,
  clear,
  mark,
  changed,
}: {
  readonly selected: ReadonlySet<string>;
  readonly clear: () => void;
  /** Marks cards again whose decision was taken back. */
  readonly mark: (ids: readonly string[]) => void;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const screening = useAct(ScreenRequestsDocument);
  const { screeners } = useDeskPeople();
  const [decision, setDecision] = useState<Decision | null>(null);
  const [reason, setReason] = useState<(typeof REASONS)[number] | null>(null);
  const [screenerId, setScreenerId] = useState<string | null>(null);
  if (selected.size === 0) return null;

  const decide = (): void => {
    const chosen = decision === 'DECLINE' ? { declineReason: reason } : { screenerId };
    const requestIds = [...selected];
    const count = requestIds.length;
    const input = { requestIds, commandKey: crypto.randomUUID(), ...chosen };
    doLater({
      message:
        decision === 'DECLINE'
          ? t('intake:bulk.declining', { count })
          : t('intake:bulk.assigning', { count }),
      send: () => screening.run({ input }),
      done: ({ requests }) => {
        changed();
        return saidOf(requests);
      },
      undone: (isTakenBack) => {
        if (isTakenBack) mark(requestIds);
        changed();
      },
    });
    clear();
  };
  const saidOf = (requests: readonly { readonly outcome: string }[]): string => {
    const count = requests.filter(({ outcome }) => outcome === 'DONE').length;
    const left = requests.length - count;
    return left === 0 ? t('intake:bulk.done', { count }) : t('intake:bulk.partly', { count, left });
  };

  return (
    <Group className="bulk" gap={6} role="toolbar" aria-label={t('intake:bulk.title')}>
      <Text size="sm" fw={600} role="status">
        {t('intake:bulk.selected', { count: selected.size })}
      </Text>
      <Button size="compact-sm" variant="default" onClick={() => setDecision('DECLINE')}>
        {t('intake:bulk.decline')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => setDecision('ASSIGN')}>
        {t('intake:bulk.assign')}
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={clear}>
        {t('intake:bulk.clear')}
      </Button>
      <ActDialog
        title={t(decision === 'ASSIGN' ? 'intake:bulk.assign' : 'intake:bulk.decline')}
        about={t('intake:bulk.about', { count: selected.size })}
        confirm={t(decision === 'ASSIGN' ? 'intake:bulk.assignConfirm' : 'intake:decline.confirm')}
        isOpen={decision !== null}
        close={() => setDecision(null)}
        isReady={decision === 'ASSIGN' ? screenerId !== null : reason !== null}
        act={() => Promise.resolve({ kind: 'DONE', done: null })}
        done={decide}
      >
        {decision === 'ASSIGN' ? (
          <Select
            label={t('intake:bulk.screener')}
            data={screeners.map(({ id, displayName }) => ({ value: id, label: displayName }))}
            value={screenerId}
            onChange={setScreenerId}
            data-autofocus
          />
        ) : (
          <ReasonChoice
            label={t('intake:decline.reason')}
            reasons={REASONS}
            textOf={(code) => t(`intake:declineReason.${code}`)}
            chosen={reason}
            choose={setReason}
          />
        )}
      </ActDialog>
    </Group>
  );
}

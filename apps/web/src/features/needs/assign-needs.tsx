import { NativeSelect } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePages } from '../../api/use-pages';
import { ActDialog } from '../../ui/act-dialog';
import { doLater } from '../../ui/do-later';
import { toast } from '../../ui/toast';
import { NeedColleaguesDocument } from './acts.documents';
import { BulkProgress } from './bulk-progress';
import { useActOnNeeds, type ActableNeed, type ActedOn } from './use-act-on-needs';

/** Colleagues in one page of the interface; it allows no more. */
const PAGE = 50;

/** Gives the cases of needs to a caseworker: work, not access, which the next holder of the keys signs (decision 4). */
export function AssignNeeds({
  needs,
  isOpen,
  close,
  begun,
  done,
}: {
  readonly needs: readonly ActableNeed[];
  readonly isOpen: boolean;
  readonly close: () => void;
  /** The dialog is left; what becomes of it is told by `done`. */
  readonly begun?: () => void;
  readonly done: (acted: ActedOn) => void;
}): ReactNode {
  const { t } = useTranslation();
  const acting = useActOnNeeds();
  const [personId, setPersonId] = useState('');
  const { nodes } = usePages({
    document: NeedColleaguesDocument,
    variables: (after) => ({ input: { first: PAGE, after } }),
    pick: ({ colleagues }) => colleagues,
    isPaused: !isOpen,
  });
  const people = nodes.filter(({ roles }) =>
    roles.some((role) => role === 'CASEWORKER' || role === 'COORDINATOR'),
  );
  const nameOf = (id: string): string => people.find((each) => each.id === id)?.displayName ?? '';

  const undo = async (acted: ActedOn): Promise<void> => {
    const before = Map.groupBy(acted.done, ({ assignee }) => assignee?.id ?? '');
    for (const [id, ofOne] of before) await acting.run(ofOne, { act: 'ASSIGN', personId: id });
    done({ done: acted.done, refused: [] });
  };
  const textOf = (acted: ActedOn): string =>
    t('needs:assign.done', { count: acted.done.length, person: nameOf(personId) });
  const assign = () => acting.run(needs, { act: 'ASSIGN', personId });
  // A case that had nobody cannot be given back to nobody: there the way back is before the sending.
  const hadOne = needs.every(({ assignee }) => assignee !== null);
  const settle = (acted: ActedOn | null): void => {
    begun?.();
    if (acted !== null) {
      if (acted.done.length > 0) toast(textOf(acted), () => void undo(acted));
      return done(acted);
    }
    return doLater({
      message: t('needs:assign.later', { count: needs.length, person: nameOf(personId) }),
      send: assign,
      done: (later) => {
        done(later);
        return later.done.length > 0 ? textOf(later) : null;
      },
      undone: () => done({ done: [], refused: [] }),
    });
  };
  return (
    <ActDialog
      title={t('needs:assign.title')}
      about={t('needs:assign.about', { count: needs.length })}
      confirm={t('needs:assign.confirm')}
      isOpen={isOpen}
      close={close}
      isReady={personId !== ''}
      act={hadOne ? assign : () => Promise.resolve({ kind: 'DONE', done: null })}
      done={settle}
    >
      <NativeSelect
        label={t('needs:assign.person')}
        value={personId}
        data-autofocus
        onChange={(event) => setPersonId(event.currentTarget.value)}
        data={[
          { value: '', label: t('needs:assign.choose') },
          ...people.map(({ id, displayName }) => ({ value: id, label: displayName })),
        ]}
      />
      <BulkProgress progress={acting.progress} all={needs.length} />
    </ActDialog>
  );
}

import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { usePages } from '../../api/use-pages';
import { ActDialog } from '../../ui/act-dialog';
import { toast } from '../../ui/toast';
import { AssignCaseDocument } from './access.documents';
import { CaseListDocument } from './case-list.documents';
import type { ListedCase } from './case-row';
import { LIVE_STATES } from './codes';
import { CaseLine } from './day-lines';
import { DaySection } from './day-section';
import { PersonSelect } from './person-select';

/** Rows in one page of the interface; it allows no more. */
const PAGE = 50;

/** The families of one colleague, each of which can be given to somebody else. */
export function MoveList({
  person,
}: {
  readonly person: { readonly id: string; readonly displayName: string };
}): ReactNode {
  const { t } = useTranslation();
  const [moving, setMoving] = useState<ListedCase | null>(null);
  const { nodes, hasMore, loadMore, refresh } = usePages({
    document: CaseListDocument,
    variables: (after) => ({
      input: { first: PAGE, after, assigneeId: person.id, states: LIVE_STATES },
    }),
    pick: ({ caseList }) => caseList,
    topics: ['case'],
  });
  return (
    <>
      <DaySection
        title={t('cases:load.casesOf', { person: person.displayName })}
        count={nodes.length}
      >
        {nodes.map((row) => (
          <div key={row.id} className="day-call">
            <CaseLine row={row} />
            <Button size="compact-sm" variant="default" onClick={() => setMoving(row)}>
              {t('cases:load.move')}
            </Button>
          </div>
        ))}
      </DaySection>
      {hasMore && (
        <Button size="xs" variant="default" onClick={loadMore}>
          {t('cases:matters.more')}
        </Button>
      )}
      {moving !== null && <MoveDialog row={moving} close={() => setMoving(null)} done={refresh} />}
    </>
  );
}

function MoveDialog({
  row,
  close,
  done,
}: {
  readonly row: ListedCase;
  readonly close: () => void;
  readonly done: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { run } = useAct(AssignCaseDocument);
  const [personId, setPersonId] = useState('');
  return (
    <ActDialog
      title={t('cases:assign.title', { codename: row.codename })}
      about={t('cases:assign.about')}
      confirm={t('cases:load.move')}
      isOpen
      isReady={personId !== ''}
      close={close}
      act={() => run({ input: { caseId: row.id, personId } })}
      done={() => {
        toast(t('cases:load.moved', { codename: row.codename }));
        done();
      }}
    >
      <PersonSelect
        label={t('cases:access.person')}
        value={personId}
        change={setPersonId}
        except={[row.assignee?.id]}
      />
    </ActDialog>
  );
}

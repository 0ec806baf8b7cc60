import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { useMe } from '../../session/session';
import { AcceptRequestDocument } from './card.documents';
import { DecisionPanel } from './decision-panel';
import type { PanelProps } from './decision-bar-types';
import { useDeskPeople } from './desk-people';

/** Makes the request a case; the same key again, or Enter, says that one has thought of bait. */
export function AcceptPanel({
  card,
  close,
  decideLater,
  assigneeId,
  setAssigneeId,
}: PanelProps): ReactNode {
  const { t } = useTranslation();
  const { roles } = useMe();
  const accepting = useAct(AcceptRequestDocument, { isSealed: true });
  const mayAssign = roles.includes('COORDINATOR');
  const { caseworkers } = useDeskPeople(!mayAssign);
  const { requestId, version } = card;
  const input = { requestId, version, provocationCheckDone: true, assigneeId };
  return (
    <DecisionPanel
      title={t('intake:accept.title')}
      about={t('intake:accept.about')}
      confirm={t('intake:accept.confirm')}
      againKey="a"
      close={close}
      decide={() =>
        decideLater({
          message: t('intake:accept.undoable'),
          send: () => accepting.run({ input }),
          done: ({ codename, needCount }) =>
            t('intake:accept.done', { codename, count: needCount }),
        })
      }
    >
      {mayAssign && (
        <Select
          size="sm"
          label={t('intake:accept.assignee')}
          placeholder={t('intake:accept.myself')}
          data={caseworkers.map(({ id, displayName }) => ({ value: id, label: displayName }))}
          value={assigneeId}
          onChange={setAssigneeId}
          clearable
          searchable
        />
      )}
    </DecisionPanel>
  );
}

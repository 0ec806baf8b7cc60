import './callouts.css';
import { Button, Chip, NativeSelect, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { usePages } from '../../api/use-pages';
import { OPERATION_PERMISSIONS } from '../../generated/permissions';
import { useMe } from '../../session/session';
import { useKeys } from '../../ui/keys';
import { SplitList } from '../../ui/split-list';
import { Empty } from '../../ui/states';
import { CallOutDetail } from './call-out-detail';
import { CallOutRow } from './call-out-row';
import { ENDED, OPEN } from './codes';
import { useProtocols } from './desk-knowledge';
import { CallOutsDocument } from './list.documents';
import { RaiseDialog } from './raise-dialog';

/** Call-outs in one page of the interface; it allows no more. */
const PAGE = 50;
const VIEWS = { open: OPEN, ended: ENDED } as const;

/** What cannot wait: whatever runs out next is on top. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const { id = null } = useParams();
  const navigate = useNavigate();
  const { roles } = useMe();
  const protocols = useProtocols();
  const [view, setView] = useState<keyof typeof VIEWS>('open');
  const [mine, setMine] = useState(false);
  const [isRaising, setRaising] = useState(false);
  const raisers: readonly string[] = OPERATION_PERMISSIONS.raiseCallOut.roles;
  const mayRaise = roles.some((role) => raisers.includes(role));
  const pages = usePages({
    document: CallOutsDocument,
    variables: (after) => ({
      input: { first: PAGE, after, states: VIEWS[view], mine: mine ? true : null },
    }),
    pick: ({ callOutList }) => callOutList,
    topics: ['callout'],
  });
  useKeys(mayRaise ? { n: () => setRaising(true) } : {});
  return (
    <div className="call-outs">
      <SplitList
        label={t('callouts:list.title')}
        pages={pages}
        path="/call-outs"
        isTwoLined
        openId={id}
        head={
          <div className="list-head">
            <Text size="sm" fw={600} role="status">
              {t('callouts:list.count', { count: pages.nodes.length })}
            </Text>
            <NativeSelect
              size="xs"
              aria-label={t('callouts:list.view')}
              value={view}
              onChange={(event) =>
                setView(event.currentTarget.value === 'ended' ? 'ended' : 'open')
              }
              data={[
                { value: 'open', label: t('callouts:list.open') },
                { value: 'ended', label: t('callouts:list.ended') },
              ]}
            />
            <Chip size="xs" checked={mine} onChange={setMine}>
              {t('callouts:list.mine')}
            </Chip>
            {mayRaise && (
              <Button size="xs" className="callout-raise" onClick={() => setRaising(true)}>
                {t('callouts:raise.title')}
                <kbd className="callout-key">n</kbd>
              </Button>
            )}
          </div>
        }
        row={(line) => <CallOutRow line={line} protocols={protocols} />}
        empty={
          <Empty title={t('callouts:list.empty')}>
            {view === 'open' && !mine
              ? t('callouts:list.emptyAbout')
              : t('callouts:list.emptyFiltered')}
          </Empty>
        }
      >
        {id !== null && <CallOutDetail key={id} callOutId={id} protocols={protocols} />}
      </SplitList>
      {mayRaise && (
        <RaiseDialog
          protocols={protocols}
          isOpen={isRaising}
          close={() => setRaising(false)}
          raised={(callOutId) => {
            pages.refresh();
            void navigate(`/call-outs/${callOutId}`);
          }}
        />
      )}
    </div>
  );
}

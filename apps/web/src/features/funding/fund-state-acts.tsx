import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { ActDialog } from '../../ui/act-dialog';
import { toast } from '../../ui/toast';
import type { Fund } from './fund-page-types';
import { ChangeFundStateDocument } from './funding.documents';

const CHANGES: Readonly<Record<string, readonly string[]>> = {
  OPEN: ['SUSPEND', 'CLOSE'],
  SUSPENDED: ['REOPEN', 'CLOSE'],
};
/** What takes a change back. */
const BACK: Readonly<Record<string, string>> = { SUSPEND: 'REOPEN', REOPEN: 'SUSPEND' };

/** Pauses, reopens or closes a fund; a closed one never opens again. */
export function FundStateActs({
  fund,
  changed,
}: {
  readonly fund: Fund;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const changing = useAct(ChangeFundStateDocument);
  const [change, setChange] = useState<string | null>(null);
  return (
    <>
      {CHANGES[fund.state]?.map((each) => (
        <Button key={each} size="sm" variant="default" onClick={() => setChange(each)}>
          {t(`funding:change.${each}`)}
        </Button>
      ))}
      <ActDialog
        title={change === null ? '' : t(`funding:change.${change}`)}
        about={change === null ? '' : t(`funding:changeAbout.${change}`)}
        confirm={change === null ? '' : t(`funding:change.${change}`)}
        isOpen={change !== null}
        close={() => setChange(null)}
        isGrave={change === 'CLOSE'}
        act={() =>
          changing.run({ input: { fundId: fund.id, version: fund.version, change: change ?? '' } })
        }
        done={({ version }) => {
          const back = BACK[change ?? ''];
          const undo =
            back === undefined
              ? undefined
              : (): void => {
                  void changing
                    .run({ input: { fundId: fund.id, version, change: back } })
                    .then(changed);
                };
          toast(t('funding:fund.done', { fund: fund.code }), undo);
          changed();
        }}
      />
    </>
  );
}

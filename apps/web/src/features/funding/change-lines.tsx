import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { ActDialog } from '../../ui/act-dialog';
import { useMay } from '../../ui/may';
import { toast } from '../../ui/toast';
import type { Grant } from './grant-page-types';
import { ChangeGrantLinesDocument } from './grants.documents';
import { LineFields, linesOf, lineTextOf } from './line-fields';

/** States in which the office may still change a budget; its foundation may until it is signed. */
const OPEN_STATES: readonly string[] = ['PIPELINE', 'SIGNED', 'OPEN', 'CLOSING'];

/** Changes the lines of a grant and their goals. */
export function ChangeLines({
  grant,
  changed,
}: {
  readonly grant: Grant;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const changing = useAct(ChangeGrantLinesDocument);
  const [isOpen, setOpen] = useState(false);
  const [texts, setTexts] = useState(() => grant.lines.map(lineTextOf));
  const states = may('advanceGrant') ? OPEN_STATES : ['PIPELINE'];
  if (!may('changeGrantLines') || !states.includes(grant.state)) return null;
  const lines = linesOf(texts);
  return (
    <>
      <Button size="sm" variant="default" onClick={() => setOpen(true)}>
        {t('funding:lines.change')}
      </Button>
      <ActDialog
        title={t('funding:lines.change')}
        about={t('funding:lines.changeAbout')}
        confirm={t('funding:lines.change')}
        isOpen={isOpen}
        close={() => setOpen(false)}
        isReady={lines !== null}
        act={() => {
          const { id: grantId, version } = grant;
          return changing.run({ input: { grantId, version, lines: lines ?? [] } });
        }}
        done={() => {
          toast(t('funding:lines.done', { grant: grant.code }));
          changed();
        }}
      >
        <LineFields texts={texts} change={(next) => setTexts([...next])} />
      </ActDialog>
    </>
  );
}

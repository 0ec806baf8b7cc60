import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { MarkCallOutDocument } from './card.documents';
import { DecisionPanel } from './decision-panel';
import type { PanelProps } from './decision-bar-types';

/** Hands a request that cannot wait to the call-out desk. */
export function CallOutPanel({ card, close, decideLater }: PanelProps): ReactNode {
  const { t } = useTranslation();
  const marking = useAct(MarkCallOutDocument);
  const { requestId, version } = card;
  return (
    <DecisionPanel
      title={t('intake:callOut.title')}
      about={t('intake:callOut.about')}
      confirm={t('intake:callOut.confirm')}
      againKey="o"
      close={close}
      decide={() =>
        decideLater({
          message: t('intake:callOut.undoable'),
          send: () => marking.run({ input: { requestId, version } }),
          done: () => t('intake:callOut.done'),
        })
      }
    />
  );
}

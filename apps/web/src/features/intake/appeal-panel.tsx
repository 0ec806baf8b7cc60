import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { toast } from '../../ui/toast';
import { AppealRequestDocument } from './card.documents';
import { DecisionPanel } from './decision-panel';
import type { PanelProps } from './decision-bar-types';

/** Puts a declined request back for somebody who has not declined it. */
export function AppealPanel({ card, close, reopen }: PanelProps): ReactNode {
  const { t } = useTranslation();
  const appealing = useAct(AppealRequestDocument);
  const { requestId, version } = card;
  return (
    <DecisionPanel
      title={t('intake:appeal.title')}
      about={t('intake:appeal.about')}
      confirm={t('intake:appeal.confirm')}
      againKey="p"
      close={close}
      act={() => appealing.run({ input: { requestId, version } })}
      done={() => {
        toast(t('intake:appeal.done'));
        reopen();
      }}
    />
  );
}

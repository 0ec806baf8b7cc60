import { Checkbox, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { formatDay } from '../../ui/time';
import { DeclineRequestDocument } from './card.documents';
import { APPEAL_DAYS, DECLINE_REASONS, WITHDRAWN } from './decisions';
import { DecisionPanel } from './decision-panel';
import type { PanelProps } from './decision-bar-types';
import { ReasonChoice } from './reason-choice';

/** Says no for a reason, and what the family can do about it. */
export function DeclinePanel({ card, close, decideLater }: PanelProps): ReactNode {
  const { t } = useTranslation();
  const declining = useAct(DeclineRequestDocument);
  const [reason, setReason] = useState<(typeof DECLINE_REASONS)[number] | null>(null);
  const [isSure, setSure] = useState(false);
  const isFinal = reason === WITHDRAWN;
  const { requestId, version } = card;
  return (
    <DecisionPanel
      title={t('intake:decline.title')}
      confirm={t('intake:decline.confirm')}
      isReady={reason !== null && (!isFinal || isSure)}
      isGrave={isFinal}
      close={close}
      decide={() =>
        decideLater({
          message: t('intake:decline.undoable'),
          send: () => declining.run({ input: { requestId, version, reason: reason ?? '' } }),
          done: ({ appealUntil }) =>
            appealUntil === null
              ? t('intake:decline.doneForGood')
              : t('intake:decline.done', { day: formatDay(appealUntil) }),
        })
      }
    >
      <ReasonChoice
        label={t('intake:decline.reason')}
        reasons={DECLINE_REASONS}
        textOf={(code) => t(`intake:declineReason.${code}`)}
        chosen={reason}
        choose={setReason}
      />
      {isFinal ? (
        <Checkbox
          size="sm"
          label={t('intake:decline.destroys')}
          checked={isSure}
          onChange={(event) => setSure(event.currentTarget.checked)}
        />
      ) : (
        <Text size="xs" c="dimmed">
          {t('intake:decline.appeal', { count: APPEAL_DAYS })}
        </Text>
      )}
    </DecisionPanel>
  );
}

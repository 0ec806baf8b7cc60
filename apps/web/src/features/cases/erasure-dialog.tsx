import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, type ActOutcome } from '../../api/use-act';
import { ActDialog } from '../../ui/act-dialog';
import { formatDay } from '../../ui/time';
import { toast } from '../../ui/toast';
import type { ErasableCase, ErasureAct } from './erasable';
import { ConfirmCaseErasureDocument, ProposeCaseErasureDocument } from './erasures.documents';

/** What an erasure destroys and what it leaves, in the order in which somebody would ask. */
const DESTROYED = ['NAMES', 'STORY', 'PAPERS', 'REQUEST', 'COPIES'] as const;
const STAYS = ['CODENAME', 'BOOKS', 'LOG'] as const;

/** Proposes an erasure, or confirms the one that another proposed: afterwards nobody can open the case again. */
export function ErasureDialog({
  row,
  act,
  close,
  changed,
}: {
  readonly row: ErasableCase;
  readonly act: ErasureAct;
  readonly close: () => void;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const proposing = useAct(ProposeCaseErasureDocument, { isSealed: true });
  const confirming = useAct(ConfirmCaseErasureDocument, { isSealed: true });
  const { caseId, version, codename } = row;
  const input = { caseId, version };
  const send = async (): Promise<ActOutcome<string>> => {
    if (act === 'CONFIRM') {
      const answer = await confirming.run({ input });
      if (answer.kind !== 'DONE') return answer;
      return { ...answer, done: t('cases:erasureDone.CONFIRM', { codename }) };
    }
    const answer = await proposing.run({ input });
    if (answer.kind !== 'DONE') return answer;
    const day = formatDay(answer.done.endsAt.slice(0, 10));
    return { ...answer, done: t('cases:erasureDone.PROPOSE', { codename, day }) };
  };
  return (
    <ActDialog
      title={t(`cases:erasureTitle.${act}`, { codename })}
      about={t(`cases:erasureAbout.${act}`)}
      confirm={t(`cases:erasureAct.${act}`)}
      isOpen
      isGrave={act === 'CONFIRM'}
      close={close}
      act={send}
      done={(text) => {
        toast(text);
        changed();
      }}
    >
      <Text size="sm" fw={600}>
        {t('cases:erasure.destroyed')}
      </Text>
      <ul className="erasure-list">
        {DESTROYED.map((what) => (
          <li key={what}>{t(`cases:erasureDestroys.${what}`)}</li>
        ))}
      </ul>
      <Text size="sm" fw={600}>
        {t('cases:erasure.stays')}
      </Text>
      <ul className="erasure-list">
        {STAYS.map((what) => (
          <li key={what}>{t(`cases:erasureStays.${what}`)}</li>
        ))}
      </ul>
    </ActDialog>
  );
}

import { NativeSelect, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { useMe } from '../../session/session';
import { ActDialog } from '../../ui/act-dialog';
import { toast } from '../../ui/toast';
import { RaiseCallOutDocument } from './call-out.documents';
import { PRIORITIES } from './codes';
import { triggerLabel, type Protocol } from './desk-knowledge';
import { FamilySelect } from './family-select';

/** Raises an alarm: what happened, to whom if somebody knows, and in words. */
export function RaiseDialog({
  protocols,
  isOpen,
  close,
  raised,
}: {
  readonly protocols: readonly Protocol[];
  readonly isOpen: boolean;
  readonly close: () => void;
  readonly raised: (callOutId: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { roles } = useMe();
  const raising = useAct(RaiseCallOutDocument, { isSealed: true });
  const [triggerCode, setTrigger] = useState('');
  const [priority, setPriority] = useState('');
  const [caseId, setCaseId] = useState<string | null>(null);
  const [words, setWords] = useState('');
  const usual = protocols.find(({ code }) => code === triggerCode)?.priority;
  // Security raises alarms too, but sees no list of families.
  const knowsFamilies = roles.includes('COORDINATOR') || roles.includes('CASEWORKER');
  return (
    <ActDialog
      title={t('callouts:raise.title')}
      about={t('callouts:raise.about')}
      confirm={t('callouts:raise.confirm')}
      isOpen={isOpen}
      close={close}
      isReady={triggerCode !== ''}
      act={() =>
        raising.run({
          input: {
            triggerCode,
            caseId,
            priority: priority === '' ? null : priority,
            words: words.trim() === '' ? null : words,
          },
        })
      }
      done={({ callOutId }) => {
        toast(t('callouts:raise.done'));
        setTrigger('');
        setPriority('');
        setCaseId(null);
        setWords('');
        raised(callOutId);
      }}
    >
      <NativeSelect
        label={t('callouts:raise.trigger')}
        data-autofocus
        value={triggerCode}
        onChange={(event) => setTrigger(event.currentTarget.value)}
        data={[
          { value: '', label: t('callouts:raise.choose') },
          ...protocols.map(({ code }) => ({ value: code, label: triggerLabel(code, protocols) })),
        ]}
      />
      <NativeSelect
        label={t('callouts:raise.priority')}
        value={priority}
        onChange={(event) => setPriority(event.currentTarget.value)}
        data={[
          { value: '', label: t('callouts:raise.usual', { priority: usual ?? '–' }) },
          ...PRIORITIES.map((value) => ({ value, label: value })),
        ]}
      />
      {knowsFamilies && (
        <FamilySelect
          label={t('callouts:raise.family')}
          description={t('callouts:raise.familyAbout')}
          caseId={caseId}
          choose={setCaseId}
        />
      )}
      <Textarea
        label={t('callouts:raise.words')}
        description={t('callouts:raise.wordsAbout')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        autosize
        minRows={3}
      />
    </ActDialog>
  );
}

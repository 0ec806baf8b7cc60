import { Checkbox, NativeSelect, Radio, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { ActDialog } from '../../ui/act-dialog';
import { toast } from '../../ui/toast';
import type { DialogProps } from './act-bar-types';
import { TriageCallOutDocument } from './call-out.documents';
import { PRIORITIES, VERDICTS } from './codes';
import { triggerLabel, usePeople } from './desk-knowledge';

type Verdict = (typeof VERDICTS)[number];

/** One of the two calls: go on, false alarm, or bait; and what the caller found out besides. */
export function TriageDialog({
  file,
  protocols,
  isSecond,
  isOpen,
  close,
  changed,
}: DialogProps & { readonly isSecond: boolean }): ReactNode {
  const { t } = useTranslation();
  const { nameOf } = usePeople();
  const calling = useAct(TriageCallOutDocument);
  const { callOut, calls } = file;
  const [verdict, setVerdict] = useState<Verdict | null>(isSecond ? 'PROCEED' : null);
  const [lifeAtRisk, setLife] = useState(callOut.lifeAtRisk);
  const [triggerCode, setTrigger] = useState(callOut.triggerCode ?? '');
  const [priority, setPriority] = useState(callOut.priority);
  const found = {
    triggerCode: triggerCode === '' || triggerCode === callOut.triggerCode ? null : triggerCode,
    priority: priority === callOut.priority ? null : priority,
  };
  const chosen = isSecond ? 'PROCEED' : verdict;
  const said = calls.map(({ personId, verdict: word }) =>
    t('callouts:triage.said', {
      name: nameOf(personId) ?? t('callouts:step.colleague'),
      verdict: t(`callouts:verdict.${word}`),
    }),
  );
  return (
    <ActDialog
      isOpen={isOpen}
      close={close}
      title={t(isSecond ? 'callouts:act.SECOND_CALL' : 'callouts:act.TRIAGE')}
      about={t(isSecond ? 'callouts:triage.secondAbout' : 'callouts:triage.about')}
      confirm={t('callouts:triage.confirm')}
      isReady={chosen !== null && (chosen !== 'PROCEED' || triggerCode !== '')}
      act={() => {
        const { id: callOutId, version } = callOut;
        const life = chosen === 'PROCEED' && !isSecond ? { lifeAtRisk } : {};
        return calling.run({
          input: { callOutId, version, verdict: chosen ?? '', ...life, ...found },
        });
      }}
      done={({ awaitsSecondCall }) => {
        toast(t(awaitsSecondCall ? 'callouts:triage.kept' : 'callouts:triage.done'));
        changed();
      }}
    >
      {said.map((line) => (
        <Text key={line} size="sm">
          {line}
        </Text>
      ))}
      {!isSecond && (
        <Radio.Group
          label={t('callouts:triage.verdict')}
          value={verdict}
          onChange={(value) => setVerdict(VERDICTS.find((each) => each === value) ?? null)}
        >
          <Stack gap={6} mt={4}>
            {VERDICTS.map((code, place) => (
              <Radio
                key={code}
                value={code}
                label={t(`callouts:verdict.${code}`)}
                description={t(`callouts:verdictAbout.${code}`)}
                data-autofocus={place === 0 ? true : undefined}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {verdict === 'PROCEED' && !isSecond && (
        <Checkbox
          label={t('callouts:triage.life')}
          description={t('callouts:triage.lifeAbout')}
          checked={lifeAtRisk}
          onChange={(event) => setLife(event.currentTarget.checked)}
        />
      )}
      <NativeSelect
        label={t('callouts:raise.trigger')}
        value={triggerCode}
        onChange={(event) => setTrigger(event.currentTarget.value)}
        data={[
          ...(callOut.triggerCode === null
            ? [{ value: '', label: t('callouts:raise.choose') }]
            : []),
          ...protocols.map(({ code }) => ({ value: code, label: triggerLabel(code, protocols) })),
        ]}
      />
      <NativeSelect
        label={t('callouts:raise.priority')}
        value={priority}
        onChange={(event) => setPriority(event.currentTarget.value)}
        data={[...PRIORITIES]}
      />
    </ActDialog>
  );
}

/** Somebody may have set a trap: payouts freeze, tasks and money are called off. */
export function SuspectDialog({
  file: { callOut },
  isOpen,
  close,
  changed,
}: DialogProps): ReactNode {
  const { t } = useTranslation();
  const calling = useAct(TriageCallOutDocument);
  const { id: callOutId, version } = callOut;
  return (
    <ActDialog
      isOpen={isOpen}
      close={close}
      title={t('callouts:act.SUSPECT')}
      about={t('callouts:verdictAbout.SUSPECTED_PROVOCATION')}
      confirm={t('callouts:act.SUSPECT')}
      isGrave
      act={() => calling.run({ input: { callOutId, version, verdict: 'SUSPECTED_PROVOCATION' } })}
      done={({ awaitsSecondCall }) => {
        toast(t(awaitsSecondCall ? 'callouts:triage.kept' : 'callouts:triage.done'));
        changed();
      }}
    />
  );
}

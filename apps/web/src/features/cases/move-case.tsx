import { NumberInput, Switch } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { ActDialog } from '../../ui/act-dialog';
import { toast } from '../../ui/toast';
import { CodeSelect } from './code-select';
import { EXCEPTIONS, REASONS } from './codes';
import { TransitionCaseDocument } from './moves.documents';
import type { ActProps } from './opened-case';

/** What ends something for the family. */
const GRAVE: readonly string[] = ['DECLINE', 'DISMISS', 'CLOSE', 'CLOSE_QUARANTINED', 'QUARANTINE'];
const PLAN_MONTHS = { least: 6, usual: 12, most: 24 } as const;

/** Moves the case on: only what its state and my role allow, with a reason where one is asked for. */
export function MoveCase({ file, changed, close }: ActProps): ReactNode {
  const { t } = useTranslation();
  const moving = useAct(TransitionCaseDocument, { isSealed: true });
  const [chosen, setTransition] = useState<string>(file.availableTransitions[0] ?? '');
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const [exception, setException] = useState('');
  const [planMonths, setPlanMonths] = useState<number | string>(PLAN_MONTHS.usual);
  const transition = file.availableTransitions.find((each) => each === chosen);
  const reasons = REASONS[chosen] ?? [];
  const asksException = chosen === 'ACTIVATE' && file.state === 'WAITLISTED';
  const isReady =
    transition !== undefined &&
    (reasons.length === 0 || chosen === 'PAUSE' || reason !== '') &&
    (chosen !== 'START_SCREENING' || isChecked);

  const move = () => {
    const input = {
      caseId: file.id,
      version: file.version,
      transition: transition ?? 'START_SCREENING',
      ...(reason === '' ? {} : { reason }),
      ...(chosen === 'START_SCREENING' ? { provocationCheckDone: true, isSpam: false } : {}),
      ...(asksException && exception !== '' ? { exception } : {}),
      ...(chosen === 'START_TRANSITION' ? { planMonths: Number(planMonths) } : {}),
    };
    return moving.run({ input });
  };

  return (
    <ActDialog
      title={t('cases:move.title', { codename: file.codename })}
      about={t('cases:move.now', { state: t(`cases:state.${file.state}`) })}
      confirm={chosen === '' ? t('cases:move.confirm') : t(`cases:transition.${chosen}`)}
      isOpen
      close={close}
      isReady={isReady}
      isGrave={GRAVE.includes(chosen)}
      act={move}
      done={({ state, awaitsSecondSignature }) => {
        const next = t(`cases:state.${state}`);
        const { codename } = file;
        toast(
          awaitsSecondSignature
            ? t('cases:move.awaitsSecond', { codename })
            : t('cases:move.done', { codename, state: next }),
        );
        changed();
      }}
    >
      <CodeSelect
        label={t('cases:move.transition')}
        description={t(`cases:transitionAbout.${chosen}`, { defaultValue: '' })}
        codes={file.availableTransitions}
        wordOf={(code) => t(`cases:transition.${code}`)}
        value={chosen}
        change={(code) => {
          setTransition(code);
          setReason('');
        }}
      />
      {reasons.length > 0 && (
        <CodeSelect
          label={t('cases:move.reason')}
          codes={reasons}
          wordOf={(code) => t(`cases:reason.${code}`)}
          value={reason}
          change={setReason}
          none={t(chosen === 'PAUSE' ? 'cases:move.noReason' : 'cases:move.chooseReason')}
        />
      )}
      {chosen === 'START_SCREENING' && (
        <Switch
          label={t('cases:move.provocation')}
          checked={isChecked}
          onChange={(event) => setChecked(event.currentTarget.checked)}
        />
      )}
      {asksException && (
        <CodeSelect
          label={t('cases:move.exception')}
          codes={EXCEPTIONS}
          wordOf={(code) => t(`cases:exception.${code}`)}
          value={exception}
          change={setException}
          none={t('cases:move.inTurn')}
        />
      )}
      {chosen === 'START_TRANSITION' && (
        <NumberInput
          label={t('cases:move.planMonths')}
          value={planMonths}
          onChange={setPlanMonths}
          min={PLAN_MONTHS.least}
          max={PLAN_MONTHS.most}
          allowDecimal={false}
        />
      )}
    </ActDialog>
  );
}

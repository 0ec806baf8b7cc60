import { Button, Group } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useKeys } from '../../ui/keys';
import { useMay } from '../../ui/may';
import { AssessNeed } from './assess-need';
import { AssignNeeds } from './assign-needs';
import { ConfirmAct } from './confirm-act';
import { ACTS, type NeedActName } from './need-act-names';
import type { OpenedNeed } from './opened-need';
import { ReasonAct } from './reason-act';
import { ScreenNeed } from './screen-need';

/** States in which the public may be asked for a need. */
const CARD_STATES: readonly string[] = ['APPROVED', 'WAITING_FUNDS'];

/** What my role may do with the need now, each with its letter. */
export function NeedActs({
  need,
  changed,
}: {
  readonly need: OpenedNeed;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const [open, setOpen] = useState<NeedActName | null>(null);
  const offered = ACTS.filter(
    ({ name, operation }) =>
      may(operation) && (name === 'ASSIGN' || need.availableTransitions.includes(name)),
  );
  useKeys(Object.fromEntries(offered.map(({ name, letter }) => [letter, () => setOpen(name)])));
  const close = (): void => setOpen(null);
  const dialog = { need, close, changed } as const;
  return (
    <>
      <Group gap={6} role="toolbar" aria-label={t('needs:act.title')}>
        {offered.map(({ name, letter, isMain }) => (
          <Button
            key={name}
            size="compact-sm"
            variant={isMain ? 'filled' : 'default'}
            rightSection={<kbd>{letter}</kbd>}
            onClick={() => setOpen(name)}
          >
            {t(`needs:act.${name}`)}
          </Button>
        ))}
        {CARD_STATES.includes(need.state) && may('writePublicText') && (
          <Button
            component={Link}
            to={`/public-texts/write/${need.id}`}
            size="compact-sm"
            variant="default"
          >
            {t('needs:act.CARD')}
          </Button>
        )}
      </Group>
      <ConfirmAct {...dialog} name="APPROVE" isOpen={open === 'APPROVE'} />
      <ConfirmAct {...dialog} name="WAIT_FOR_FUNDS" isOpen={open === 'WAIT_FOR_FUNDS'} />
      <ReasonAct {...dialog} name="SEND_BACK" isOpen={open === 'SEND_BACK'} />
      <ReasonAct {...dialog} name="REJECT" isOpen={open === 'REJECT'} />
      <ReasonAct {...dialog} name="CANCEL" isOpen={open === 'CANCEL'} />
      {open === 'ASSESS' && <AssessNeed {...dialog} />}
      {open === 'SUBMIT' && <ScreenNeed {...dialog} />}
      <AssignNeeds needs={[need]} isOpen={open === 'ASSIGN'} close={close} done={changed} />
    </>
  );
}

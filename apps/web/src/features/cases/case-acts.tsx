import { Button, Group, Menu } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useKeys } from '../../ui/keys';
import { AssignCase, HandOver, NameDeputy } from './access-acts';
import { useMe } from '../../session/session';
import { AddNote } from './add-note';
import { GiveConsent } from './consent-acts';
import { AddChannel, AgreeRhythm, ChangeTrust } from './contact-acts';
import { ContactAttempt } from './contact-attempt';
import { useMay } from '../../ui/may';
import { MoveCase } from './move-case';
import { OfferTransfer } from './offer-transfer';
import type { CaseProps } from './opened-case';
import { PlanStep } from './plan-step';
import { RecordNeed } from './record-need';
import { OFFERABLE } from './transfer-acts';
import { VerifyCase } from './verify-case';

const DIALOGS = {
  CONTACT: ContactAttempt,
  NOTE: AddNote,
  STEP: PlanStep,
  NEED: RecordNeed,
  MOVE: MoveCase,
  CONSENT: GiveConsent,
  CHANNEL: AddChannel,
  TRUST: ChangeTrust,
  RHYTHM: AgreeRhythm,
  VERIFY: VerifyCase,
  ASSIGN: AssignCase,
  DEPUTY: NameDeputy,
  HAND_OVER: HandOver,
  TRANSFER: OfferTransfer,
} as const;
type Act = keyof typeof DIALOGS;

/** Acts with a button and a key of their own; all others are in the menu. */
const KEYS = { CONTACT: 'c', NOTE: 'w', STEP: 'n', NEED: 'a', MOVE: 'm' } as const;
const isMain = (act: Act): act is keyof typeof KEYS => act in KEYS;

/** What I can do with this case, the most usual first. */
export function CaseActs({ file, changed }: CaseProps): ReactNode {
  const { t } = useTranslation();
  const acts = useMyActs(file);
  const may = useMay();
  const mayIssue = may('issueMailbox') && file.story !== null;
  // A draft on My day leads to the form that it belongs to.
  const { state } = useLocation() as { readonly state: { readonly act?: string } | null };
  const asked = acts.find((act) => act === state?.act) ?? null;
  const [open, setOpen] = useState<Act | null>(asked);
  const main = acts.filter(isMain);
  const others = acts.filter((act) => !isMain(act));
  useKeys(Object.fromEntries(main.map((act) => [KEYS[act], () => setOpen(act)])));
  const Dialog = open === null ? null : DIALOGS[open];
  return (
    <Group gap="xs" className="case-acts">
      {main.map((act, place) => (
        <Button
          key={act}
          size="sm"
          variant={place === 0 ? 'filled' : 'default'}
          className={place === 0 ? 'first-act' : 'on-desk'}
          onClick={() => setOpen(act)}
          rightSection={<kbd>{KEYS[act]}</kbd>}
        >
          {t(`cases:act.${act}`)}
        </Button>
      ))}
      {(acts.length > 1 || mayIssue) && (
        <Menu>
          <Menu.Target>
            <Button
              size="sm"
              variant="default"
              className={others.length === 0 && !mayIssue ? 'on-phone' : undefined}
            >
              {t('cases:act.more')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {main.slice(1).map((act) => (
              <Menu.Item key={act} className="on-phone" onClick={() => setOpen(act)}>
                {t(`cases:act.${act}`)}
              </Menu.Item>
            ))}
            {others.map((act) => (
              <Menu.Item key={act} onClick={() => setOpen(act)}>
                {t(`cases:act.${act}`)}
              </Menu.Item>
            ))}
            {mayIssue && (
              <Menu.Item component={Link} to={`/open-mailbox/${file.id}`}>
                {t('cases:act.MAILBOX')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      {Dialog !== null && <Dialog file={file} changed={changed} close={() => setOpen(null)} />}
    </Group>
  );
}

/** Acts that my roles allow and that make sense here: what needs a key is offered to those who hold one. */
function useMyActs(file: CaseProps['file']): readonly Act[] {
  const me = useMe();
  const may = useMay();
  const holdsStory = file.story !== null;
  const allowed: Readonly<Record<Act, boolean>> = {
    CONTACT: may('recordContactAttempt') && holdsStory,
    NOTE: may('addCaseNote') && holdsStory,
    STEP: may('planNextStep'),
    NEED: may('recordNeed') && holdsStory,
    MOVE: may('transitionCase') && file.availableTransitions.length > 0,
    CONSENT: may('giveConsent') && holdsStory,
    CHANNEL: may('recordContactChannel') && file.mayRevealIdentity,
    TRUST: may('changeChannelTrust') && file.channels.length > 0,
    RHYTHM: may('agreeContactRhythm') && holdsStory,
    VERIFY: may('recordVerification') && file.evidenceClass === null,
    ASSIGN: may('assignCase'),
    DEPUTY: may('nameDeputy'),
    HAND_OVER: may('handOverCase') && file.assignee?.id === me.id,
    TRANSFER: may('offerCaseTransfer') && file.mayRevealIdentity && OFFERABLE.includes(file.state),
  };
  return (Object.keys(allowed) as Act[]).filter((act) => allowed[act]);
}

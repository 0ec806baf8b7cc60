import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../ui/keys';
import { AcceptPanel } from './accept-panel';
import { AppealPanel } from './appeal-panel';
import { AskPanel } from './ask-panel';
import { CallOutPanel } from './call-out-panel';
import { CorrectPanel } from './correct-panel';
import { DeclinePanel } from './decline-panel';
import { mayAct, type ScreeningAct } from './decisions';
import type { OpenedCard } from './cards-ahead';
import type { PanelProps, DeskOfCard } from './decision-bar-types';

/** The five keys of the desk, and the one for a family that asks again. */
const DECISIONS = [
  { act: 'ACCEPT', letter: 'a', Panel: AcceptPanel },
  { act: 'CORRECT', letter: 'c', Panel: CorrectPanel },
  { act: 'ASK', letter: 's', Panel: AskPanel },
  { act: 'DECLINE', letter: 'd', Panel: DeclinePanel },
  { act: 'CALL_OUT', letter: 'o', Panel: CallOutPanel },
  { act: 'APPEAL', letter: 'p', Panel: AppealPanel },
] as const satisfies readonly {
  act: ScreeningAct;
  letter: string;
  Panel: (props: PanelProps) => ReactNode;
}[];

/** Only the decisions that this card can take; each opens with its letter. */
export function DecisionBar({
  card,
  ...desk
}: DeskOfCard & { readonly card: OpenedCard }): ReactNode {
  const { t } = useTranslation();
  const [open, setOpen] = useState<ScreeningAct | null>(null);
  const possible = DECISIONS.filter(({ act }) => mayAct(act, card.state));
  const begin = (act: ScreeningAct): void => {
    setOpen(act);
    desk.prepareNext();
  };
  useKeys(Object.fromEntries(possible.map(({ act, letter }) => [letter, () => begin(act)])));
  const chosen = possible.find(({ act }) => act === open);
  if (possible.length === 0) return null;
  return (
    <section className="decisions" aria-label={t('intake:card.decisions')}>
      {chosen === undefined ? (
        <div className="decision-keys">
          {possible.map(({ act, letter }, place) => (
            <Button
              key={act}
              size="sm"
              variant={place === 0 ? 'filled' : 'default'}
              onClick={() => begin(act)}
            >
              {t(`intake:act.${act}`)}
              <kbd className="on-button">{letter}</kbd>
            </Button>
          ))}
        </div>
      ) : (
        <chosen.Panel key={chosen.act} card={card} close={() => setOpen(null)} {...desk} />
      )}
    </section>
  );
}

import i18next from 'i18next';
import type { ActOutcome } from '../api/use-act';
import { sendLater, UNDO_MS } from '../api/sending';
import { refusalText } from './refusal-alert';
import { hideToast, toast } from './toast';

/** An act that the desk has no way back from. */
export interface LaterAct<Done> {
  /** What is done, in a sentence; beside it stands the way back. */
  readonly message: string;
  readonly send: () => Promise<ActOutcome<Done>>;
  /** It is done; what is returned is said. */
  readonly done?: (done: Done) => string | null;
  /** It was taken back by whoever did it, or else the desk refused it. */
  readonly undone: (isTakenBack: boolean) => void;
}

/** Does something in six seconds, unless it is taken back before; says what became of it, wherever one is by then. */
export function doLater<Done>({ message, send, done, undone }: LaterAct<Done>): void {
  const takeBack = sendLater(async () => {
    hideToast(shown);
    const outcome = await send();
    if (outcome.kind === 'DONE') {
      const said = done?.(outcome.done) ?? null;
      if (said !== null) toast(said);
      return;
    }
    undone(false);
    toast(
      outcome.kind === 'FAILED'
        ? i18next.t('ui:notSent', { message })
        : i18next.t('ui:notDone', { reason: refusalText(outcome.refusal) }),
    );
  });
  const undo = (): void => {
    if (takeBack()) undone(true);
  };
  const shown = toast(message, undo, UNDO_MS);
}

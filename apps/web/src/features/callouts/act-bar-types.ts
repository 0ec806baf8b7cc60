import type { OpenedFile } from './acts';
import type { Protocol } from './desk-knowledge';

/** What every dialog of a call-out needs. */
export interface DialogProps {
  readonly file: OpenedFile;
  readonly protocols: readonly Protocol[];
  readonly isOpen: boolean;
  readonly close: () => void;
  readonly changed: () => void;
}

import type { Disclosed } from './facets.js';

/** A case card asks donors; an update tells those who gave for it. */
export const TEXT_KINDS = ['CARD', 'UPDATE'] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

export const TEXT_STATES = ['DRAFT', 'PROPOSED', 'SENT_BACK', 'PUBLISHED', 'WITHDRAWN'] as const;
export type TextState = (typeof TEXT_STATES)[number];

/** States in which the text may still be written. */
export const OPEN_STATES: readonly TextState[] = ['DRAFT', 'PROPOSED', 'SENT_BACK'];

/** Why a second person did not let a text out. */
export const BACK_REASONS = ['SAYS_TOO_MUCH', 'NAMES_SOMEBODY', 'NOT_TRUE', 'UNCLEAR'] as const;
export type BackReason = (typeof BACK_REASONS)[number];

/** Characters of a text at most. */
export const LONGEST_TEXT = 300;

/** What is about to be said, and of which need. */
export interface TextDraft {
  readonly kind: TextKind;
  readonly needId: string;
  readonly facts: Disclosed;
  readonly body: string;
}

/** Where a text stands for whoever looks at the list. */
export const TEXT_STAGES = [
  'DRAFT',
  'WAITING',
  'SENT_BACK',
  'COOLING',
  'PUBLIC',
  'HIDDEN',
  'ENDED',
] as const;
export type TextStage = (typeof TEXT_STAGES)[number];

/** A text with what surrounds it on a day, YYYY-MM-DD. */
export interface StageGround {
  readonly state: TextState;
  readonly visibleFrom: string | null;
  /** The card takes no more, or was taken back; always false for an update. */
  readonly isCardOver: boolean;
  /** Consent, case or need do not allow it to be seen at present. */
  readonly isSilent: boolean;
}

/** The stage of a text on the day `today`. */
export function stageOf(ground: StageGround, today: string): TextStage {
  switch (ground.state) {
    case 'DRAFT':
    case 'SENT_BACK':
      return ground.state;
    case 'PROPOSED':
      return 'WAITING';
    case 'WITHDRAWN':
      return 'ENDED';
    case 'PUBLISHED':
      if (ground.isCardOver) return 'ENDED';
      if (ground.isSilent) return 'HIDDEN';
      return (ground.visibleFrom ?? '9999') > today ? 'COOLING' : 'PUBLIC';
  }
}

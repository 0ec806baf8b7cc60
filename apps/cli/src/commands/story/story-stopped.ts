import { OperatorError } from '../../support/operator-error.js';

/** A step of the story that did not hold; the message is one plain sentence. */
export class StoryStopped extends OperatorError {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'StoryStopped';
  }
}

/** Goes on only where something is as it must be. @throws StoryStopped with the sentence otherwise */
export function mustHold(holds: boolean, sentence: string): asserts holds {
  if (!holds) throw new StoryStopped(sentence);
}

import { STORY_CHAPTERS, STORY_TEXTS, type FactsOf, type StoryStep } from './story-texts.js';

export type Chapter = keyof typeof STORY_CHAPTERS;

/** How the story is printed. */
export interface TellerOptions {
  readonly json: boolean;
  readonly colour: boolean;
  readonly write: (text: string) => void;
}

const BOLD = '\u001b[1m';
const DIM = '\u001b[2m';
const PLAIN = '\u001b[0m';

/** Prints the story line by line as it happens: a sentence with the seconds since the beginning, or an object. */
export class Teller {
  private readonly startedAt = performance.now();
  private present: Chapter | null = null;

  constructor(private readonly options: TellerOptions) {}

  /** Seconds since the beginning. */
  get seconds(): number {
    return (performance.now() - this.startedAt) / 1_000;
  }

  /** Begins a chapter. */
  chapter(chapter: Chapter): void {
    this.present = chapter;
    if (!this.options.json) this.print(`\n${this.styled(BOLD, STORY_CHAPTERS[chapter])}`);
  }

  /** Tells one step; every fact has come back from the server or was counted by the story itself. */
  tell<S extends StoryStep>(step: S, facts: FactsOf<S>): void {
    const seconds = this.seconds;
    if (this.options.json) {
      const at = Math.round(seconds * 100) / 100;
      this.print(JSON.stringify({ at, chapter: this.present, step, ...facts }));
      return;
    }
    const text = (STORY_TEXTS[step] as (known: FactsOf<S>) => string)(facts);
    this.print(`${this.styled(DIM, `${seconds.toFixed(1).padStart(5)} s`)}  ${text}`);
  }

  /** A program hears of the end, too; people read the sentence on the error stream. */
  stopped(sentence: string): void {
    if (!this.options.json) return;
    const at = Math.round(this.seconds * 100) / 100;
    this.print(JSON.stringify({ at, chapter: this.present, step: 'STOPPED', sentence }));
  }

  private styled(style: string, text: string): string {
    return this.options.colour ? `${style}${text}${PLAIN}` : text;
  }

  private print(line: string): void {
    this.options.write(`${line}\n`);
  }
}

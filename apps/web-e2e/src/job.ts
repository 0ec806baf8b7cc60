import type { Locator, Page } from 'playwright-core';

/** What somebody did with their hands for one job. */
export interface Effort {
  readonly keys: number;
  readonly clicks: number;
  readonly taps: number;
  readonly fields: number;
  readonly seconds: number;
}

/** Goes through a job and counts every key, click, tap and field; waiting costs time alone. */
export class Job {
  private readonly begin = performance.now();
  private keys = 0;
  private clicks = 0;
  private taps = 0;
  private fields = 0;

  constructor(
    private readonly page: Page,
    private readonly name: string,
  ) {}

  /** One key, wherever the focus is. */
  async press(key: string): Promise<void> {
    this.keys += 1;
    await this.page.keyboard.press(key);
  }

  /** One press of the mouse. */
  async click(what: Locator): Promise<void> {
    this.clicks += 1;
    await what.click();
  }

  /** One touch of the thumb. */
  async tap(what: Locator): Promise<void> {
    this.taps += 1;
    await what.tap();
  }

  /** One field, written at a stroke. */
  async fill(field: Locator, words: string): Promise<void> {
    this.fields += 1;
    await field.fill(words);
  }

  /** One field that is chosen from a list or a row of chips. */
  async choose(act: () => Promise<unknown>): Promise<void> {
    this.fields += 1;
    await act();
  }

  /** Says what it took, for whoever reads the run, and gives it back for the test. */
  done(): Effort {
    const { keys, clicks, taps, fields } = this;
    const seconds = (performance.now() - this.begin) / 1000;
    const counted = Object.entries({ keys, clicks, taps, fields }).filter(([, count]) => count > 0);
    const words = counted.map(([what, count]) => `${String(count)} ${what}`).join(', ');
    process.stderr.write(`  job: ${this.name}: ${words} in ${seconds.toFixed(1)} s\n`);
    return { keys, clicks, taps, fields, seconds };
  }
}

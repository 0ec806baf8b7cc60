import { Injectable } from '@nestjs/common';
import { TotalsGate, writeTotals } from '@kinward/reporting';
import { DemoActors } from './demo-actors.js';
import { DemoScene } from './demo-scene.js';
import { DEMO_TOTALS, type DemoTotals } from './demo-totals.js';
import { DemoWorker } from './demo-worker.js';

const EURO = 100n;
const SMALLEST_CELL = 10;

/** The months that everybody may read, one that waits for a second person, and one that was taken back. */
@Injectable()
export class DemoTotalsSeeder {
  constructor(
    private readonly scene: DemoScene,
    private readonly actors: DemoActors,
    private readonly worker: DemoWorker,
  ) {}

  async seed(): Promise<void> {
    for (const totals of DEMO_TOTALS) await this.tell(totals);
  }

  private async tell({ monthsAgo, lines, end }: DemoTotals): Promise<void> {
    const coordinator = await this.actors.as('coordinator');
    const officer = await this.actors.as('finance-officer');
    const gate = this.scene.get(TotalsGate);
    const id = this.scene.commandKey();
    const taken = { id, organizationId: coordinator.organizationId, month: this.month(monthsAgo) };
    await this.worker.write((db) =>
      writeTotals(
        db,
        { ...taken, smallestCell: SMALLEST_CELL, takenAt: this.scene.now() },
        lines.map(([needGroup, people, euros]) => ({
          ...{ needGroup, people },
          minorUnits: BigInt(euros) * EURO,
        })),
      ),
    );
    await this.scene.act(officer, () => gate.sign(officer, id));
    if (end === 'PROPOSED') return;
    await this.scene.act(coordinator, () => gate.sign(coordinator, id));
    if (end === 'WITHDRAWN')
      await this.scene.act(coordinator, () => gate.withdraw(coordinator, id));
  }

  private month(ago: number): string {
    const [year = 0, month = 1] = this.scene.day(0).split('-').map(Number);
    return new Date(Date.UTC(year, month - 1 - ago, 1)).toISOString().slice(0, 7);
  }
}

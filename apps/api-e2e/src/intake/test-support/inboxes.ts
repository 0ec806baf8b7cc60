import type { NamedOrganization } from '@kinward/intake';
import { toId } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import { DemoActors } from '@kinward/runtime';
import type { TestDesk } from '@kinward/testing';
import { CompartmentCreation } from '@kinward/vault';

const KEEPERS = ['coordinator', 'bridge-coordinator', 'harbour-coordinator'] as const;
export type Keeper = (typeof KEEPERS)[number];

/** Gives organisations the inbox that requests are sealed into; its first holder is the coordinator. */
export async function openInboxes(
  desk: TestDesk,
  keepers: readonly Keeper[] = KEEPERS,
): Promise<void> {
  for (const keeper of keepers) {
    const actor = await desk.app.get(DemoActors, { strict: false }).as(keeper);
    const created = await desk.app.get(UnitOfWork, { strict: false }).run(actor, () =>
      desk.app.get(CompartmentCreation, { strict: false }).create(actor, {
        kind: 'INTAKE',
        subjectId: actor.organizationId,
        tiers: ['T0', 'T1'],
        purpose: 'SCREENING',
      }),
    );
    if (!created.ok) throw new Error(`no inbox for ${keeper}: ${JSON.stringify(created.error)}`);
  }
}

/** All organisations of the desk, as the operator finds them. */
export async function organizationsOf(desk: TestDesk): Promise<NamedOrganization[]> {
  const rows = await desk.database.asOperator<{ id: string; code: string }>(
    'SELECT id, code FROM organization ORDER BY code',
  );
  return rows.map(({ id, code }) => ({ id: toId<'Organization'>(id), code }));
}

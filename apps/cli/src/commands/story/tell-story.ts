import pg from 'pg';
import { Cast } from './cast.js';
import { arrives, inboxesOpened } from './chapters/arrives.js';
import { attacked } from './chapters/attacked.js';
import { confirmed } from './chapters/confirmed.js';
import { dispatched } from './chapters/dispatched.js';
import { funded } from './chapters/funded.js';
import { moneyIn } from './chapters/money-in.js';
import { screened } from './chapters/screened.js';
import { signed } from './chapters/signed.js';
import { verified } from './chapters/verified.js';
import { asOperator, layGround, openHouse } from './house.js';
import { STORY_ORGANISATIONS } from './people.js';
import { setUpDesk, type Enrolled } from './set-up-desk.js';
import type { Scene, Story } from './story.js';
import type { Teller } from './teller.js';
import type { Undo } from './undo.js';

export interface StoryOptions {
  readonly seed: number;
  /** A field file to begin with; null makes one. */
  readonly file: string | null;
  /** Leaves the home where it is. */
  readonly keep: boolean;
}

/**
 * Tells the main job from the field file to the checks at the end. @throws StoryStopped with one sentence at the first
 * step that does not hold
 */
export async function tellStory(options: StoryOptions, teller: Teller, undo: Undo): Promise<void> {
  const { scene, people } = await build(options, teller, undo);
  const { house, secrets } = scene;
  const cast = await Cast.signIn(house.url, people);
  teller.tell('SIGNED_IN', { sessions: cast.size });
  const story: Story = { ...scene, cast, openings: [] };
  teller.chapter('ARRIVES');
  await inboxesOpened(story);
  await arrives(scene, options.file);
  teller.chapter('SCREENED');
  const family = await screened(story);
  teller.chapter('MONEY_IN');
  const donor = await moneyIn(story, family);
  teller.chapter('FUNDED');
  const reservations = await funded(story, family);
  teller.chapter('SIGNED');
  const payouts = await signed(story, reservations);
  teller.chapter('DISPATCHED');
  await dispatched(story, family);
  teller.chapter('CONFIRMED');
  await confirmed(story, family, payouts, donor);
  teller.chapter('ATTACKED');
  const { adminUrl, keyringAdminUrl } = house.database.addresses;
  const target = {
    adminUrls: [adminUrl, keyringAdminUrl],
    folders: house.folders,
    pages: [`${house.provider.url}/_sandbox/calls`],
  };
  await attacked({ target, secrets, codename: family.codename, teller });
  teller.chapter('VERIFIED');
  await verified(story);
  const kept = options.keep ? house.home : null;
  teller.tell('END', { seconds: teller.seconds, kept });
}

async function build(
  options: StoryOptions,
  teller: Teller,
  undo: Undo,
): Promise<{ scene: Scene; people: readonly Enrolled[] }> {
  const { seed, keep } = options;
  teller.chapter('HOUSE');
  teller.tell('SYNTHETIC', { seed });
  const ground = await layGround(keep, undo);
  const counted = await countTables(ground.database.addresses.adminUrl);
  teller.tell('DATABASE_READY', { ...counted, home: keep ? ground.config.home : null });
  const people = await asOperator(ground, (desk) => setUpDesk(desk, ground.folder));
  const volunteers = people.filter(({ person }) => person.role === 'VOLUNTEER').length;
  const organisations = STORY_ORGANISATIONS.length;
  teller.tell('DESK_SET_UP', { organisations, people: people.length, volunteers });
  const house = await openHouse(ground, undo);
  teller.tell('SERVER_READY', {});
  return { scene: { house, teller, seed, secrets: new Set() }, people };
}

async function countTables(adminUrl: string): Promise<{ tables: number; migrations: number }> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ tables: number; migrations: number }>(
      `SELECT (SELECT count(*)::int FROM pg_tables WHERE schemaname = 'public') AS tables,
         (SELECT count(*)::int FROM migration) AS migrations`,
    );
    return rows[0] ?? { tables: 0, migrations: 0 };
  } finally {
    await client.end();
  }
}

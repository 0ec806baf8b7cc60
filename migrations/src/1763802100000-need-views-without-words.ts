import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: a view of the queue is a set of codes. A name in free text could name a family, and so could the beginning of a
 * codename; what was kept of both is wiped, the column is left for servers of the version before and goes later. A view
 * is found by its content, one of a person's views can be the one the queue opens with, and row security shows it to its
 * owner alone.
 * Undo: `down` gives names back by number; the words themselves are gone for good.
 */
export class NeedViewsWithoutWords1763802100000 implements MigrationInterface {
  readonly name = 'NeedViewsWithoutWords1763802100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE need_view ALTER name DROP NOT NULL;
      UPDATE need_view SET name = NULL, filter = filter - 'codename' - 'assigneeId';
      DELETE FROM need_view v USING need_view o
        WHERE o.organization_id = v.organization_id AND o.person_id = v.person_id AND o.filter = v.filter AND o.id < v.id;
      ALTER TABLE need_view ADD is_default boolean NOT NULL DEFAULT false;
      -- The hash, because a filter may be longer than a row of an index.
      CREATE UNIQUE INDEX need_view_once ON need_view (organization_id, person_id, md5(filter::text));
      CREATE UNIQUE INDEX need_view_one_default ON need_view (organization_id, person_id) WHERE is_default;
      DROP POLICY own_organization ON need_view;
      CREATE POLICY own_views ON need_view TO kinward_app
        USING (organization_id = (SELECT app_organization_id()) AND person_id = (SELECT app_person_id()));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP POLICY own_views ON need_view;
      CREATE POLICY own_organization ON need_view TO kinward_app
        USING (organization_id = (SELECT app_organization_id()));
      DROP INDEX need_view_one_default, need_view_once;
      ALTER TABLE need_view DROP is_default;
      UPDATE need_view SET name = left(id::text, 40);
      ALTER TABLE need_view ALTER name SET NOT NULL;
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['public_text', 'public_list_cell'];

/**
 * Why: what leaves the house about a family is written by one person, passes the gate and is let out by another, and is
 * seen some days later (decisions 12, 18; security.md § 7.5). A text knows its need by the random funding reference
 * alone. It stays when it is withdrawn, because what was read counts with every later text of the family. The public
 * list of prisoners stands in counts by coarse facets; no row is a person.
 * Undo: `down` forgets texts and list, and cards are seen on the day on which they are published.
 */
export class PublicTexts1763803400000 implements MigrationInterface {
  readonly name = 'PublicTexts1763803400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What was public before stays so; a new card is seen by nobody until a day is named.
      ALTER TABLE case_card ADD COLUMN visible_from date NOT NULL DEFAULT CURRENT_DATE;
      ALTER TABLE case_card ALTER COLUMN visible_from SET DEFAULT 'infinity';

      CREATE TABLE public_text (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        kind text NOT NULL CHECK (kind IN ('CARD', 'UPDATE')),
        funding_reference uuid NOT NULL,
        card_id uuid REFERENCES case_card,
        facts jsonb NOT NULL,
        body text NOT NULL CHECK (length(body) BETWEEN 1 AND 300),
        shingles integer[] NOT NULL,
        state text NOT NULL CHECK (state IN ('DRAFT', 'PROPOSED', 'SENT_BACK', 'PUBLISHED', 'WITHDRAWN')),
        author_ids uuid[] NOT NULL CHECK (cardinality(author_ids) > 0),
        written_at timestamptz NOT NULL,
        back_reason text CHECK (back_reason IN ('SAYS_TOO_MUCH', 'NAMES_SOMEBODY', 'NOT_TRUE', 'UNCLEAR')),
        published_by uuid REFERENCES person,
        published_at timestamptz,
        visible_from date,
        version integer NOT NULL DEFAULT 1,
        -- Two people, whatever else happens.
        CHECK (published_by IS NULL OR NOT published_by = ANY (author_ids)),
        CHECK (state <> 'PUBLISHED' OR (published_by IS NOT NULL AND card_id IS NOT NULL)),
        CHECK ((published_by IS NULL) = (published_at IS NULL) AND (published_by IS NULL) = (visible_from IS NULL))
      );
      CREATE INDEX public_text_by_time ON public_text (organization_id, written_at DESC, id DESC);
      CREATE INDEX public_text_by_reference ON public_text (funding_reference);
      CREATE INDEX public_text_by_card ON public_text (card_id) WHERE card_id IS NOT NULL;
      CREATE INDEX public_text_by_shingle ON public_text USING gin (shingles) WHERE published_by IS NOT NULL;
      CREATE UNIQUE INDEX public_text_one_card ON public_text (organization_id, funding_reference)
        WHERE kind = 'CARD' AND state IN ('DRAFT', 'PROPOSED', 'SENT_BACK');

      CREATE TABLE public_list_cell (
        organization_id uuid NOT NULL REFERENCES organization,
        sex text NOT NULL,
        region text NOT NULL,
        year smallint NOT NULL,
        term text NOT NULL,
        children text NOT NULL,
        persons integer NOT NULL CHECK (persons > 0),
        PRIMARY KEY (organization_id, sex, region, year, term, children)
      );

      -- What was public can be taken back; nobody changes what it said.
      CREATE FUNCTION refuse_published_text_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF OLD.published_by IS NOT NULL AND (NEW.body, NEW.facts, NEW.funding_reference, NEW.author_ids, NEW.published_by)
            IS DISTINCT FROM (OLD.body, OLD.facts, OLD.funding_reference, OLD.author_ids, OLD.published_by) THEN
            RAISE EXCEPTION 'a text that was public is not rewritten' USING ERRCODE = 'restrict_violation';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER published_text_stays BEFORE UPDATE ON public_text
        FOR EACH ROW EXECUTE FUNCTION refuse_published_text_change();
    `);
    for (const table of TABLES) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY own_organization ON ${table} TO kinward_app
          USING (organization_id = (SELECT app_organization_id()));
        CREATE POLICY operator ON ${table} TO kinward_owner USING (true);
        GRANT SELECT, INSERT ON ${table} TO kinward_app;
      `);
    }
    await runner.query(`
      GRANT UPDATE ON public_text TO kinward_app;
      GRANT DELETE ON public_list_cell TO kinward_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE public_text, public_list_cell;
      DROP FUNCTION refuse_published_text_change;
      ALTER TABLE case_card DROP COLUMN visible_from;
    `);
  }
}

import type { ClientBase } from 'pg';

/** Tables without row security, each with the reason. Nothing else may stand here. */
export const UNSCOPED_TABLES: Readonly<Record<string, string>> = {
  installation_fact: 'facts of the installation, which no serving role may read',
  migration: 'the history of migrations, which no serving role may read',
  rate_limit: 'keyed hashes and counts, needed before an organisation is known',
  typeorm_metadata: 'the migration library’s own, which no serving role may read',
};

/** Tables whose organisation is the row itself. */
const ORGANIZATION = 'organization';

/** Roles that serve requests and jobs, or own a look-up: none may be able to step past a policy. */
const PLAIN_ROLES = ['kinward_app', 'kinward_worker', 'kinward_gate', 'kinward_owner'];

/** Each question answers with what is wrong; a sound database answers none. */
const QUESTIONS: readonly { readonly sql: string; readonly parameters: unknown[] }[] = [
  {
    sql: `SELECT 'no forced row security: ' || relname AS problem FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
        AND NOT (relrowsecurity AND relforcerowsecurity) AND relname <> ALL ($1)`,
    parameters: [Object.keys(UNSCOPED_TABLES)],
  },
  {
    sql: `SELECT 'no organization_id: ' || c.relname AS problem FROM pg_class c
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
        AND c.relname <> ALL ($1) AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid
          AND a.attname = 'organization_id' AND a.attnotnull AND NOT a.attisdropped)`,
    parameters: [[...Object.keys(UNSCOPED_TABLES), ORGANIZATION]],
  },
  {
    sql: `SELECT 'no policy for the serving role: ' || c.relname AS problem FROM pg_class c
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
        AND c.relname <> ALL ($1) AND NOT EXISTS (SELECT FROM pg_policies p
          WHERE p.schemaname = 'public' AND p.tablename = c.relname AND p.roles @> '{kinward_app}')`,
    parameters: [Object.keys(UNSCOPED_TABLES)],
  },
  {
    // An INSERT policy has a check only, the others a condition that is the check, too.
    sql: `SELECT 'policy without the organisation: ' || tablename || '.' || policyname AS problem
      FROM pg_policies WHERE schemaname = 'public'
        AND (roles @> '{kinward_app}' OR roles @> '{public}')
        AND (coalesce(qual, with_check) NOT LIKE '%app_organization_id()%'
          OR coalesce(with_check, qual) NOT LIKE '%app_organization_id()%' OR permissive <> 'PERMISSIVE')`,
    parameters: [],
  },
  {
    sql: `SELECT 'view with its owner''s rights: ' || relname AS problem FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND (relkind = 'm' OR relkind = 'v'
        AND NOT coalesce(reloptions, '{}') @> '{security_invoker=true}')`,
    parameters: [],
  },
  {
    sql: `SELECT 'powerful role: ' || rolname AS problem FROM pg_roles WHERE rolname = ANY ($1)
      AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication
        OR rolname IN ('kinward_owner', 'kinward_gate') AND rolcanlogin)`,
    parameters: [PLAIN_ROLES],
  },
  {
    sql: `SELECT 'owned by a serving role: ' || relname AS problem FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND pg_get_userbyid(relowner) <> 'kinward_owner'`,
    parameters: [],
  },
  {
    sql: `SELECT 'serving role is a member of ' || r.rolname AS problem FROM pg_auth_members m
      JOIN pg_roles r ON r.oid = m.roleid JOIN pg_roles u ON u.oid = m.member
      WHERE u.rolname IN ('kinward_app', 'kinward_worker', 'kinward_gate')`,
    parameters: [],
  },
  {
    sql: `SELECT 'definer without a search_path: ' || proname AS problem FROM pg_proc
      WHERE pronamespace IN ('public'::regnamespace, 'graphile_worker'::regnamespace) AND prosecdef
        AND NOT EXISTS (SELECT FROM unnest(proconfig) AS setting
          WHERE setting LIKE 'search_path=%' AND setting LIKE '%pg_temp')`,
    parameters: [],
  },
  {
    sql: `SELECT 'definer that everybody may call: ' || p.proname AS problem FROM pg_proc p
      WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef AND EXISTS (
        SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) WHERE grantee = 0)`,
    parameters: [],
  },
  {
    sql: `SELECT 'unique blind index: ' || i.indexrelid::regclass AS problem FROM pg_index i
      JOIN pg_attribute a ON a.attrelid = i.indexrelid WHERE i.indisunique AND a.attname LIKE '%\\_bidx'`,
    parameters: [],
  },
  {
    sql: `SELECT 'serving role may make objects in schema ' || nspname AS problem FROM pg_namespace
      WHERE nspname = 'public' AND (has_schema_privilege('kinward_app', oid, 'CREATE')
        OR has_schema_privilege('kinward_worker', oid, 'CREATE'))`,
    parameters: [],
  },
  {
    sql: `SELECT 'serving role may reach: ' || relname AS problem FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relname IN ('installation_fact', 'migration')
        AND (has_table_privilege('kinward_app', oid, 'SELECT,INSERT,UPDATE,DELETE,TRUNCATE')
          OR has_table_privilege('kinward_worker', oid, 'SELECT,INSERT,UPDATE,DELETE,TRUNCATE'))`,
    parameters: [],
  },
];

/** Everything that stands against security.md C6, one sentence each. */
export async function catalogueProblems(client: ClientBase): Promise<string[]> {
  const problems: string[] = [];
  for (const { sql, parameters } of QUESTIONS) {
    const { rows } = await client.query<{ problem: string }>(sql, parameters);
    problems.push(...rows.map((row) => row.problem));
  }
  return problems;
}

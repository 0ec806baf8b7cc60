/** What a root field can be. */
export const OPERATION_KINDS = ['query', 'mutation', 'subscription'] as const;

export type OperationKind = (typeof OPERATION_KINDS)[number];

/** One row of docs/permissions.md. */
export interface PermissionRow {
  readonly operation: string;
  readonly kind: OperationKind;
  readonly anonymous: boolean;
  readonly roles: readonly string[];
}

const FIRST_ROLE_COLUMN = 3;

/**
 * Reads the operations table of docs/permissions.md.
 * @throws Error when a row does not have a cell per column; the page is source code
 */
export function parsePermissionTable(markdown: string): readonly PermissionRow[] {
  const section = markdown.split('## Operations')[1]?.split('\n## ')[0] ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  const [header, , ...body] = lines.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  if (header === undefined || body.length === 0) throw new Error('no operations table found');
  const roles = header.slice(FIRST_ROLE_COLUMN).map(toRoleCode);
  return body.map((cells) => {
    const [operation, kind, anonymous, ...marks] = cells;
    if (operation === undefined || marks.length !== roles.length) {
      throw new Error(`permissions: row "${String(operation)}" has the wrong number of cells`);
    }
    if (!isKind(kind)) {
      throw new Error(`permissions: row "${operation}" has no kind of operation`);
    }
    return {
      operation,
      kind,
      anonymous: anonymous === '✓',
      roles: roles.filter((_, column) => marks[column] === '✓'),
    };
  });
}

function isKind(text: string | undefined): text is OperationKind {
  return OPERATION_KINDS.some((kind) => kind === text);
}

function toRoleCode(title: string): string {
  return title.toUpperCase().replaceAll(' ', '_');
}

/** The role columns of the page, as codes. */
export function parseRoles(markdown: string): readonly string[] {
  const header = markdown.split('\n').find((line) => line.startsWith('| Operation'));
  return (header ?? '')
    .split('|')
    .slice(FIRST_ROLE_COLUMN + 1, -1)
    .map((cell) => toRoleCode(cell.trim()));
}

/** Renders the table as the TypeScript that `@Allow` and the guard read. */
export function renderPermissions(markdown: string): string {
  const rows = parsePermissionTable(markdown);
  const quoted = (values: readonly string[]): string =>
    values.map((value) => `'${value}'`).join(', ');
  const entry = (row: PermissionRow): string =>
    `  ${row.operation}: { kind: '${row.kind}', anonymous: ${String(row.anonymous)}, roles: [${quoted(row.roles)}] },`;
  return `// Generated from docs/permissions.md by \`npm run kinward -- permissions generate\`. Do not edit.

export const ROLES = [${quoted(parseRoles(markdown))}] as const;

export type Role = (typeof ROLES)[number];

export interface OperationPermission {
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly anonymous: boolean;
  readonly roles: readonly Role[];
}

export const OPERATION_PERMISSIONS = {
${rows.map(entry).join('\n')}
} as const satisfies Record<string, OperationPermission>;

export type OperationName = keyof typeof OPERATION_PERMISSIONS;
`;
}

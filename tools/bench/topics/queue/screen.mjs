/** Rows of one page, the most that the desk gives. */
export const PAGE = 50;

/** The coordinator’s queue as the desk’s own screen asks for it. */
export const DESK_QUERY = `query NeedQueue($input: NeedQueueInput!) { needQueue(input: $input) {
  edges { node {
    id caseId version codename caseState state code group priority region score
    factors { factor points most }
    clock { kind dueAt isOverdue }
    dueDay askedOn
    amount { minorUnits currency } funded { minorUnits currency } remaining { minorUnits currency }
    nextStep assignee { id standing } channelTrust channelClass clearance
  } }
  pageInfo { endCursor hasNextPage }
} }`;
export const DESK_VARIABLES = { input: { first: PAGE } };

/** The same fields, as PostGraphile shapes those of a view. */
export const POSTGRAPHILE_QUERY = `query NeedQueue($first: Int!) {
  allOpenNeeds(first: $first, orderBy: [RANK_ASC, ASKED_ON_ASC, PRIMARY_KEY_ASC]) {
    nodes {
      rowId caseId version codename caseState state code needGroup priority region score
      factors
      clockKind clockDueAt isOverdue
      dueDay askedOn
      currency amountMinor fundedMinor remainingMinor
      nextStep assigneeId assigneeStanding channelTrust channelClass clearance
    }
    pageInfo { endCursor hasNextPage }
} }`;
export const POSTGRAPHILE_VARIABLES = { first: PAGE };

/** The desk’s answer, and that of the hand-written side, as rows to compare. */
export function rowsOfDesk({ data, errors }) {
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  const { edges, pageInfo } = data.needQueue;
  return { rows: edges.map(({ node }) => node), hasNextPage: pageInfo.hasNextPage };
}

/** PostGraphile’s answer in the desk’s shape. */
export function rowsOfPostgraphile({ data, errors }) {
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  const { nodes, pageInfo } = data.allOpenNeeds;
  return { rows: nodes.map(toDeskRow), hasNextPage: pageInfo.hasNextPage };
}

function toDeskRow(node) {
  const { rowId, needGroup, clockKind, clockDueAt, isOverdue, ...others } = node;
  const { assigneeId, assigneeStanding, currency, ...sums } = others;
  const { amountMinor, fundedMinor, remainingMinor, ...same } = sums;
  const money = (minorUnits) => ({ minorUnits, currency });
  const dueAt = clockDueAt === null ? null : new Date(clockDueAt).toISOString();
  return {
    ...same,
    id: rowId,
    group: needGroup,
    clock: dueAt === null ? null : { kind: clockKind, dueAt, isOverdue },
    amount: money(amountMinor),
    funded: money(fundedMinor),
    remaining: money(remainingMinor),
    assignee: assigneeId === null ? null : { id: assigneeId, standing: assigneeStanding },
  };
}

/** A query that stands ready in the explorer; each one opens in a tab of its own. */
export interface DemoQuery {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** What a role finds when it opens the explorer. */
export interface DemoQuerySet {
  /** Finishes the sentence "The explorer opens with …" on the first page. */
  readonly opensWith: string;
  readonly queries: readonly [DemoQuery, ...DemoQuery[]];
}

const whoAmI = `# Who am I here, and where do I belong?
query Me {
  me {
    id
    displayName
    roles
    organization {
      code
      name
    }
  }
}
`;

const caseListFields = `  caseList(input: { first: 25 }) {
    edges {
      node {
        id
        codename
        state
        region
        nextStep {
          kind
          dueDay
        }
        assignee {
          displayName
        }
      }
    }
    pageInfo {
      endCursor
      hasNextPage
    }
  }
`;

const openCases = `# Every case, its next step and who holds it.
query Cases {
${caseListFields}}
`;

const myCases = `# The cases you may open.
# Copy an id: the second tab opens one file.
query MyCases {
${caseListFields}}
`;

const caseFile = `# One case file. Its id goes into the variables.
query CaseFile($input: CaseFileInput!) {
  caseFile(input: $input) {
    id
    codename
    state
    region
    nextStep {
      kind
      dueDay
    }
    assignee {
      displayName
    }
  }
}
`;

const justMe: DemoQuerySet = {
  opensWith: 'a question about your own account',
  queries: [{ query: whoAmI }],
};

/** The ready queries, keyed by role as {@link roleKeyOf} spells it. */
export const demoQueries: Readonly<Record<string, DemoQuerySet>> = {
  coordinator: {
    opensWith: 'the cases of the desk and their next steps',
    queries: [{ query: openCases }],
  },
  caseworker: {
    opensWith: 'your own cases, then one case file',
    queries: [{ query: myCases }, { query: caseFile, variables: { input: { id: '' } } }],
  },
  'finance-officer': justMe,
  'foundation-manager': justMe,
  volunteer: justMe,
  'security-officer': justMe,
  auditor: justMe,
  administrator: justMe,
};

/** The set for a role that has none of its own, and for the explorer without a role. */
export const defaultDemoQueries: DemoQuerySet = justMe;

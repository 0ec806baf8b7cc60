import {
  disbursements,
  fundReport,
  funds,
  needQueue,
  trialBalance,
  waitingList,
} from './demo-aid-queries.js';

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
        channelTrust
        awaitsAccess
        nextStep {
          kind
          dueDay
          isOverdue
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

const openCases = `# Every case, its next step and who works on it.
query Cases {
${caseListFields}}
`;

const myCases = `# The cases you work on.
# Copy an id: the next tabs open one file.
query MyCases {
${caseListFields}}
`;

const caseload = `# Who carries how much, and how many families their keys would name.
query Caseload {
  caseload(input: { first: 25 }) {
    edges {
      node {
        person {
          displayName
        }
        cases
        asDeputy
        heldIdentities
        overdueSteps
        band
      }
    }
  }
}
`;

const caseFile = `# One case file. Its id goes into the variables.
# The story opens with your own key; names stay behind revealIdentity.
query CaseFile($input: CaseFileInput!) {
  caseFile(input: $input) {
    __typename
    ... on CaseFile {
      codename
      state
      nextStep {
        kind
        dueDay
      }
      holders {
        tier
        isLocked
        person {
          displayName
        }
      }
      story {
        summary
        households {
          members {
            relation
          }
        }
        prisoners {
          recognitionBasis
          statuses {
            code
            since
          }
        }
      }
      mayRevealIdentity
      availableTransitions
    }
    ... on UserError {
      code
      message
    }
  }
}
`;

const disclosures = `# Who saw whose identity, when and why.
query Disclosures {
  disclosureLog(input: { first: 25 }) {
    edges {
      node {
        openedAt
        codename
        purpose
        fieldCount
        person {
          displayName
        }
      }
    }
    pageInfo {
      hasNextPage
    }
  }
}
`;

const colleagues = `# Who works here.
query Colleagues {
  colleagues(input: { first: 25 }) {
    edges {
      node {
        displayName
        roles
        standing
      }
    }
  }
}
`;

const justMe: DemoQuerySet = {
  opensWith: 'a question about your own account',
  queries: [{ query: whoAmI }],
};

const oneFile: DemoQuery = { query: caseFile, variables: { input: { caseId: '' } } };

/** The ready queries, keyed by role as {@link roleKeyOf} spells it. */
export const demoQueries: Readonly<Record<string, DemoQuerySet>> = {
  coordinator: {
    opensWith: 'the most urgent needs, then who waits for money and the cases of the desk',
    queries: [
      { query: needQueue },
      { query: waitingList },
      { query: funds },
      { query: openCases },
      { query: caseload },
      oneFile,
    ],
  },
  caseworker: {
    opensWith: 'your own cases, then the most urgent needs',
    queries: [{ query: myCases }, { query: needQueue }, oneFile],
  },
  'finance-officer': {
    opensWith: 'the funds, then payouts and the books',
    queries: [{ query: funds }, { query: disbursements }, { query: trialBalance }],
  },
  'foundation-manager': {
    opensWith: 'the funds of your grants, then the report of one',
    queries: [{ query: funds }, { query: fundReport, variables: { input: { fundId: '' } } }],
  },
  volunteer: justMe,
  'security-officer': {
    opensWith: 'who saw whose identity, then who carries how much',
    queries: [{ query: disclosures }, { query: caseload }],
  },
  auditor: {
    opensWith: 'who saw whose identity, then the books',
    queries: [{ query: disclosures }, { query: trialBalance }],
  },
  administrator: { opensWith: 'who works here', queries: [{ query: colleagues }] },
};

/** The set for a role that has none of its own, and for the explorer without a role. */
export const defaultDemoQueries: DemoQuerySet = justMe;

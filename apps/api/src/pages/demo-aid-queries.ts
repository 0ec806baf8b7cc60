/** Needs, the most urgent first, with the clock that runs and what to do next. */
export const needQueue = `# What is most urgent, why, and what to do next.
query NeedQueue {
  needQueue(input: { first: 25 }) {
    edges {
      node {
        id
        codename
        code
        state
        score
        clock {
          kind
          dueAt
          isOverdue
        }
        nextStep
        remaining {
          minorUnits
          currency
        }
      }
    }
    pageInfo {
      endCursor
      hasNextPage
    }
  }
}
`;

/** Needs that wait for money, with their place. */
export const waitingList = `# Who waits for money, in which place, and by which rule.
query WaitingList {
  waitingList(input: { first: 25 }) {
    edges {
      node {
        position
        rule
        need {
          id
          codename
          code
          remaining {
            minorUnits
          }
        }
      }
    }
  }
}
`;

/** Funds with what they hold; a foundation's manager sees those of her grants. */
export const funds = `# What each fund received, promised, spent and still holds, in cents.
# Copy an id: the report of a fund asks for it.
query Funds {
  funds(input: {}) {
    id
    code
    name
    state
    lapsesOn
    received {
      minorUnits
    }
    reserved {
      minorUnits
    }
    spent {
      minorUnits
    }
    left {
      minorUnits
    }
  }
}
`;

/** The books of the organisation. */
export const trialBalance = `# The books: what went in and out of every account, in cents.
query Books {
  trialBalance(input: { first: 25 }) {
    ... on TrialBalance {
      totals {
        debits {
          minorUnits
        }
        credits {
          minorUnits
        }
      }
      lines {
        edges {
          node {
            account {
              code
            }
            sums {
              debits {
                minorUnits
              }
              credits {
                minorUnits
              }
            }
          }
        }
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
`;

/** Payouts and how far they have come. */
export const disbursements = `# Every payout, how far it has come and which signatures it lacks.
query Disbursements {
  disbursements(input: { first: 25 }) {
    edges {
      node {
        id
        codename
        code
        state
        approvalsGiven
        approvalsRequired
        amount {
          minorUnits
        }
      }
    }
  }
}
`;

/** What a foundation reads about its fund. */
export const fundReport = `# What a fund did; small numbers of people are never told apart.
# The id of a fund goes into the variables.
query FundReport($input: FundReportInput!) {
  fundReport(input: $input) {
    __typename
    ... on FundReport {
      from
      to
      received {
        minorUnits
      }
      reserved {
        minorUnits
      }
      spent {
        minorUnits
      }
      left {
        minorUnits
      }
      peopleReached
      groups {
        needGroup
        peopleReached
        spent {
          minorUnits
        }
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
`;

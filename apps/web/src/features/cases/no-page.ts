/** The page of a list that is not there or not mine to see. */
export const NO_PAGE = {
  edges: [],
  pageInfo: { endCursor: null, hasNextPage: false },
} as const;

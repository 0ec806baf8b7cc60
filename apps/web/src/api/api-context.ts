import { createContext, use } from 'react';
import type { Api } from './client';

/** Null before anybody has signed in. */
export const ApiContext = createContext<Api | null>(null);

/** The connections of the present session. @throws Error outside of one */
export function useApi(): Api {
  const api = use(ApiContext);
  if (api === null) throw new Error('nobody has signed in');
  return api;
}

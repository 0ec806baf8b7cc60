/** The channel on which every instance hears the news, in the order of their places. */
export const EVENTS_CHANNEL = 'kinward_events';

/** The channel that tells of sessions that end and of people whose roles change. */
export const SESSIONS_CHANNEL = 'kinward_sessions';

/** One piece of news at its place in the feed of its organisation: ids and codes only. */
export interface LiveNews {
  readonly organizationId: string;
  /** 1, 2, 3 … for each organisation, without a gap, in the order in which readers see them. */
  readonly seq: number;
  readonly topic: string;
  readonly ids: Readonly<Record<string, string>>;
}

/** News as they travel between processes; without ids where no notification can hold them. */
export type RelayedNews = Omit<LiveNews, 'ids'> & { readonly ids: LiveNews['ids'] | null };

/** The family of a topic, which rules and clients name: `task` of `task.claimed`. */
export function topicFamily(topic: string): string {
  return topic.split('.', 1)[0] ?? topic;
}

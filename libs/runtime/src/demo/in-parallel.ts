/** How many people of the demonstration act at the same moment; the database has a core to itself, the server another. */
const AT_ONCE = 4;

/** Does the work of each item, a few at a time, in the order in which they are given. The first failure ends it. */
export async function inParallel<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  const waiting = [...items];
  const hand = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  const hands = await Promise.allSettled(Array.from({ length: AT_ONCE }, hand));
  for (const each of hands) if (each.status === 'rejected') throw each.reason;
}

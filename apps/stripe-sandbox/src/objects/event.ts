import { z } from 'zod';
import { noSuch } from '../http/api-error.js';
import { listRoute } from '../http/list.js';
import { flag, none, text } from '../http/params.js';
import { route, type Route } from '../http/route.js';
import type { World } from '../world.js';

const filters = {
  type: text.optional(),
  types: z.array(text).max(20).optional(),
  delivery_success: flag.optional(),
};

export const eventRoutes: readonly Route[] = [
  listRoute('/events', filters, (world, { type, types, delivery_success: delivered }) =>
    world.store.events
      .newestFirst()
      .filter((event) => type === undefined || matches(type, event.type))
      .filter((event) => types === undefined || types.some((one) => matches(one, event.type)))
      .filter(({ id }) => delivered === undefined || isDelivered(world, id) === delivered),
  ),
  route('GET', '/events/:id', none, ({ store }, _, id) => {
    const event = store.events.get(id);
    if (!event) throw noSuch('event', id);
    return event;
  }),
];

/** A type may end in `*`, for example `charge.*`. */
function matches(wanted: string, type: string): boolean {
  return wanted.endsWith('*') ? type.startsWith(wanted.slice(0, -1)) : type === wanted;
}

function isDelivered({ store }: World, id: string): boolean {
  return store.notes.deliveries.get(id)?.state === 'delivered';
}

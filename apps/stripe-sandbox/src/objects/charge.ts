import { noSuch } from '../http/api-error.js';
import { listRoute } from '../http/list.js';
import { none, text } from '../http/params.js';
import { route, type Route } from '../http/route.js';

const filters = { payment_intent: text.optional(), customer: text.optional() };

export const chargeRoutes: readonly Route[] = [
  listRoute('/charges', filters, ({ store }, { payment_intent: intent, customer }) =>
    store.charges
      .newestFirst()
      .filter((charge) => intent === undefined || charge.payment_intent === intent)
      .filter((charge) => customer === undefined || charge.customer === customer),
  ),
  route('GET', '/charges/:id', none, ({ store }, _, id) => {
    const charge = store.charges.get(id);
    if (!charge) throw noSuch('charge', id);
    return charge;
  }),
];

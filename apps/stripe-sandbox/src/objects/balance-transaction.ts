import { noSuch } from '../http/api-error.js';
import { listRoute } from '../http/list.js';
import { none, text } from '../http/params.js';
import { route, type Route } from '../http/route.js';

const filters = {
  type: text.optional(),
  source: text.optional(),
  currency: text.optional(),
  payout: text.optional(),
};

export const balanceTransactionRoutes: readonly Route[] = [
  listRoute('/balance_transactions', filters, ({ store }, { type, source, currency, payout }) =>
    store.balanceTransactions
      .newestFirst()
      .filter((row) => type === undefined || row.type === type)
      .filter((row) => source === undefined || row.source === source)
      .filter((row) => currency === undefined || row.currency === currency)
      .filter(() => payout === undefined),
  ),
  route('GET', '/balance_transactions/:id', none, ({ store }, _, id) => {
    const movement = store.balanceTransactions.get(id);
    if (!movement) throw noSuch('balance transaction', id);
    return movement;
  }),
];

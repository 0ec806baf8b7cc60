import type { World } from '../world.js';
import { listOf } from './list.js';
import { invalidParameter } from './api-error.js';

type Json = Record<string, unknown>;

const MOST_LEVELS = 4;

/** A copy of an answer in which the named ids are replaced by their objects. */
export function expanded(world: World, answer: object, paths: readonly string[]): object {
  const copy = structuredClone(answer) as Json;
  for (const path of paths) {
    const parts = path.split('.');
    if (parts.length > MOST_LEVELS + (parts[0] === 'data' ? 1 : 0))
      throw invalidParameter(
        'expand',
        `You cannot expand more than ${MOST_LEVELS} levels: ${path}`,
      );
    expandOne(world, copy, parts, path);
  }
  return copy;
}

function expandOne(world: World, node: unknown, parts: readonly string[], path: string): void {
  const [name, ...rest] = parts;
  if (name === undefined || node === null || typeof node !== 'object') return;
  if (Array.isArray(node)) {
    for (const child of node) expandOne(world, child, parts, path);
    return;
  }
  const holder = node as Json;
  const child = replaced(world, holder, name, path);
  holder[name] = child;
  expandOne(world, child, rest, path);
}

function replaced(world: World, holder: Json, name: string, path: string): unknown {
  const list = includable(world, holder, name);
  if (list) return list;
  const value = holder[name];
  if (value === undefined)
    throw invalidParameter('expand', `This property cannot be expanded (${path}).`);
  const found = typeof value === 'string' ? world.store.find(value) : undefined;
  if (typeof value === 'string' && !found)
    throw invalidParameter('expand', `This property cannot be expanded (${path}).`);
  return found ? structuredClone(found) : value;
}

/** Lists that an object carries only when asked for. */
function includable(world: World, holder: Json, name: string): object | undefined {
  const id = String(holder['id']);
  const { store } = world;
  switch (`${String(holder['object'])}.${name}`) {
    case 'checkout.session.line_items':
      return listOf(
        `/v1/checkout/sessions/${id}/line_items`,
        store.notes.lineItems.get(id) ?? [],
        {},
      );
    case 'charge.refunds':
      return listOf(
        `/v1/charges/${id}/refunds`,
        store.refunds.newestFirst().filter(({ charge }) => charge === id),
        {},
      );
    case 'invoice.payments':
      return listOf(
        '/v1/invoice_payments',
        store.invoicePayments.newestFirst().filter(({ invoice }) => invoice === id),
        {},
      );
    default:
      return undefined;
  }
}

import { isIPv4, isIPv6 } from 'node:net';

const MAPPED = /^::ffff:(?<four>[\d.]+)$/i;
const GROUPS = 8;
/** Groups of an IPv6 address that one subscriber gets as a whole (a /64). */
const SUBSCRIBER_GROUPS = 4;

/**
 * Whom an address belongs to, as far as limits are concerned: an IPv4 address itself, the /64 of an IPv6 one. Null for
 * this machine's own address, which is that of a proxy and would count everybody together, and for what is none.
 */
export function addressGroup(address: string): string | null {
  const four = MAPPED.exec(address)?.groups?.['four'] ?? address;
  if (isIPv4(four)) return four.startsWith('127.') ? null : four;
  const six = address.split('%')[0] ?? '';
  if (!isIPv6(six) || six === '::1') return null;
  const [head = '', tail] = six.toLowerCase().split('::');
  const groupsOf = (text: string): string[] => (text === '' ? [] : text.split(':'));
  const [before, after] = [groupsOf(head), groupsOf(tail ?? '')];
  const gap = Array<string>(Math.max(0, GROUPS - before.length - after.length)).fill('0');
  const all = [...before, ...gap, ...after].map((group) => parseInt(group, 16).toString(16));
  return `${all.slice(0, SUBSCRIBER_GROUPS).join(':')}::/64`;
}

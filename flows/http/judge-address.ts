import ipaddr from 'ipaddr.js';

/**
 * Why a program of ours may not connect to an address, or null when it belongs to the public internet: `private`,
 * `loopback`, `linkLocal`, `carrierGradeNat`, … (the names of ipaddr.js), `invalid` for what is no address.
 * Tunnels (6to4, Teredo, NAT64, IPv4-mapped) are refused whatever they lead to: nobody reaches a service by them.
 */
export function judgeAddress(address: string): string | null {
  if (!ipaddr.isValid(address)) return 'invalid';
  const parsed = ipaddr.parse(address);
  const range = parsed.range();
  if (range !== 'unicast') return range;
  if (parsed.kind() === 'ipv4') return null;
  return (parsed as ipaddr.IPv6).match(GLOBAL_UNICAST) ? null : 'notGlobal';
}

/** The only part of IPv6 that is given out; outside it lie old and unassigned ranges, IPv4-compatible addresses among them. */
const GLOBAL_UNICAST: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

import { lookup as systemLookup, type LookupAddress, type LookupAllOptions } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { bareHost, type AllowedHosts } from './allowed-hosts';
import { judgeAddress } from '@/flows/http/judge-address';
import { RefusedRequest } from './refused';

/** Looks every address of a name up, as `dns.lookup` does with `all`. */
export type Resolve = (hostname: string, options: LookupAllOptions, callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void) => void;

/** Of one host at a time; more of them wait. */
const CONNECTIONS = 8;
const CONNECT_MS = 5000;

/**
 * Connections that only lead out of the house. The address is judged inside the lookup that connecting itself does: what
 * was judged is what is connected to, however often a name changes its mind. An address written out is not looked up
 * and is judged before. Hosts on the list are connected to as they are.
 */
export function guardedAgent({ allowed, resolve = systemLookup, judge = judgeAddress }: { allowed: AllowedHosts; resolve?: Resolve; judge?: typeof judgeAddress }): Agent {
  const outside = buildConnector({ timeout: CONNECT_MS, lookup: checkedLookup(resolve, judge) });
  const inside = buildConnector({ timeout: CONNECT_MS, lookup: plainLookup(resolve) });
  return new Agent({
    connections: CONNECTIONS,
    pipelining: 1,
    maxHeaderSize: 16_384,
    keepAliveTimeout: 4000,
    connect(options, callback) {
      const host = bareHost(options.hostname);
      const port = Number(options.port || (options.protocol === 'https:' ? 443 : 80));
      if (allowed.has(host, port)) return inside(options, callback);
      const why = isIP(host) === 0 ? null : judge(host);
      if (why !== null) return callback(refusal(host, why), null);
      return outside(options, callback);
    },
  });
}

/** Refuses a name as soon as one of its addresses is not public: a name with both kinds is a trap, not a service. */
function checkedLookup(resolve: Resolve, judge: typeof judgeAddress): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      for (const { address } of addresses) {
        const why = judge(address);
        if (why !== null) return callback(refusal(`${hostname} (${address})`, why), '', 0);
      }
      answer(addresses, options.all === true, callback);
    });
  };
}

function plainLookup(resolve: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) callback(error, '', 0);
      else answer(addresses, options.all === true, callback);
    });
  };
}

function answer(addresses: LookupAddress[], all: boolean, callback: Parameters<LookupFunction>[2]): void {
  const [first] = addresses;
  if (all) callback(null, addresses);
  else if (first) callback(null, first.address, first.family);
  else callback(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), '', 0);
}

function refusal(host: string, why: string): RefusedRequest {
  return new RefusedRequest('http-address-refused', `${host} is not on the public internet (${why})`);
}

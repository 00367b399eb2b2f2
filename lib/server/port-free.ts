import { connect } from 'node:net';

/** The loopback addresses of both families. */
export const LOOPBACK_ADDRESSES = ['127.0.0.1', '::1'] as const;

/** Whether nobody answers on this port of this machine. */
export async function isPortFree(port: number): Promise<boolean> {
  if (port === 0) return true;
  const answers = await Promise.all(LOOPBACK_ADDRESSES.map((address) => answersOn(address, port)));
  return !answers.includes(true);
}

function answersOn(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1000 });
    const end = (answer: boolean) => () => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false));
  });
}

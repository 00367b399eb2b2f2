import { expect, test } from 'vitest';
import { createHub, type HubEvent } from './hub';

const event: HubEvent = { kind: 'presence', workspaceId: 'w' };

test('a listener hears its topic until it leaves', () => {
  const hub = createHub(() => undefined);
  const heard: HubEvent[] = [];
  const leave = hub.subscribe('workspace:w', (one) => heard.push(one));
  hub.publish('workspace:w', event);
  hub.publish('workspace:other', event);
  leave();
  hub.publish('workspace:w', event);
  expect(heard).toEqual([event]);
});

test('the same function subscribed twice leaves once each', () => {
  const hub = createHub(() => undefined);
  let count = 0;
  const listener = (): void => void (count += 1);
  const leave = hub.subscribe('workspace:w', listener);
  hub.subscribe('workspace:w', listener);
  leave();
  leave();
  hub.publish('workspace:w', event);
  expect(count).toBe(1);
});

test('a listener that throws is reported, and the others hear', () => {
  const errors: unknown[] = [];
  const hub = createHub((error) => errors.push(error));
  let heard = false;
  hub.subscribe('workspace:w', () => {
    throw new Error('mine');
  });
  hub.subscribe('workspace:w', () => {
    heard = true;
  });
  hub.publish('workspace:w', event);
  expect(heard).toBe(true);
  expect(errors).toHaveLength(1);
});

test('a listener may leave while it is being told', () => {
  const hub = createHub((error) => {
    throw error;
  });
  const heard: string[] = [];
  const leaveFirst = hub.subscribe('workspace:w', () => {
    heard.push('first');
    leaveFirst();
  });
  hub.subscribe('workspace:w', () => heard.push('second'));
  hub.publish('workspace:w', event);
  hub.publish('workspace:w', event);
  expect(heard).toEqual(['first', 'second', 'second']);
});

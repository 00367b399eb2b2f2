import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from './find-chromium.mjs';

/** A browser with a profile on disk that outlives its process. */
export class KillableBrowser {
  private readonly profile = mkdtempSync(join(tmpdir(), 'relais-profile-'));
  private process: ChildProcess | undefined;
  private browser: Browser | undefined;

  /** Starts it on its profile; the context is the profile's own. */
  async start(): Promise<BrowserContext> {
    const child = spawn(findChromium() ?? '', [...CHROMIUM_ARGS, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${this.profile}`, '--lang=en', 'about:blank'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.process = child;
    const address = await new Promise<string>((resolve, reject) => {
      let said = '';
      child.stderr.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        const found = /DevTools listening on (\S+)/.exec(said)?.[1];
        if (found !== undefined) resolve(found);
      });
      child.once('exit', () => reject(new Error(`the browser did not start:\n${said}`)));
    });
    this.browser = await chromium.connectOverCDP(address);
    const [context] = this.browser.contexts();
    if (!context) throw new Error('the browser has no context');
    return context;
  }

  /** As a power cut, or a system out of memory, would end it. */
  async kill(): Promise<void> {
    const child = this.process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import english from './messages/en/errors.json';
import englishChat from './messages/en/widget.json';
import french from './messages/fr/errors.json';

const codes = Object.keys(english) as (keyof typeof english)[];

describe('every error a person can meet', () => {
  it.each(codes)('%s has a page that says what it means and how to repair it', (code) => {
    const path = new URL(`../../docs/errors/${code}.md`, import.meta.url);
    expect(existsSync(path), `docs/errors/${code}.md`).toBe(true);
    const page = readFileSync(path, 'utf8');
    expect(page).toMatch(/^# .+\n/);
    expect(page).toContain('## What it means');
    expect(page).toContain('## How to repair it');
    // Codes the web chat has too carry its sentences, which its own test compares.
    if (code in englishChat.errors) return;
    expect(page).toContain(`> ${english[code]}`);
    expect(page).toContain(`> ${french[code]}`);
  });
});

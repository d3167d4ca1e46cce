import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const page = readFileSync(new URL('../public/index.html', import.meta.url), 'utf8');
const state = JSON.parse(readFileSync(new URL('../public/state.json', import.meta.url), 'utf8'));

describe('the page', () => {
  it('is not empty', () => {
    assert.match(page, /<title>/);
  });
});

describe('the state', () => {
  it('has a word for each part', () => {
    for (const word of Object.values(state)) assert.match(word, /^(up|down)$/);
  });
});

import { describe, expect, it } from 'vitest';
import { actionSchema } from '../../../../src-main/policy/catalogue/role-schema';
import { actionWords, wordedActions } from '../../../../src-renderer/inspector/access/action-words';

describe('the words of actions', () => {
  it('are there for every action that the engine knows, and for no other', () => {
    expect([...wordedActions].sort()).toEqual([...actionSchema.options].sort());
  });

  it('tell the actions apart', () => {
    const titles = wordedActions.map((action) => actionWords(action).title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('fall back to the name of an action that has none', () => {
    expect(actionWords('paintItBlue')).toEqual({ title: 'paintItBlue', phrase: 'do “paintItBlue” on' });
  });
});

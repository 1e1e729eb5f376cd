// @vitest-environment happy-dom
import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { LabelChip } from '../../../src-renderer/components/LabelChip';
import { ProgressBar } from '../../../src-renderer/components/ProgressBar';
import { RelativeTime } from '../../../src-renderer/components/RelativeTime';
import { type DotState, StateDot } from '../../../src-renderer/components/StateDot';
import { TextField } from '../../../src-renderer/components/TextField';
import { UnknownMark } from '../../../src-renderer/components/UnknownMark';
import { mount, one } from './list/mount';

const STATES: DotState[] = ['fresh', 'stale', 'offline', 'locked', 'failed', 'syncing', 'empty'];

describe('marks', () => {
  it('tell states apart by shape and by word, not by colour alone', async () => {
    const shapes = new Set<string>();
    const words = new Set<string | null>();
    for (const state of STATES) {
      const { container, unmount } = await mount(<StateDot state={state} />);
      shapes.add(container.querySelector('svg')?.innerHTML ?? '');
      words.add(container.querySelector('[role="img"]')?.getAttribute('aria-label') ?? null);
      await unmount();
    }
    expect(shapes.size).toBe(STATES.length);
    expect(words.size).toBe(STATES.length);
    expect(words).not.toContain(null);
  });

  it('say why something is unknown', async () => {
    await mount(<UnknownMark reason="Segment does not show it." />);
    expect(one('button').getAttribute('aria-label')).toBe('unknown: Segment does not show it.');
  });

  it('show a label as key and value in the hue of the key', async () => {
    const { container } = await mount(<LabelChip label={{ key: 'environment', value: 'prod' }} />);
    expect(container.textContent).toBe('environment:prod');
    expect(container.querySelector('span')?.style.getPropertyValue('--chip-text')).toBe('var(--hue-3)');
  });

  it('leave out how far a progress is while that is not known', async () => {
    const { render } = await mount(<ProgressBar value={null} label="Syncing" />);
    expect(one('[role="progressbar"]').hasAttribute('aria-valuenow')).toBe(false);
    await render(<ProgressBar value={0.426} label="Syncing" />);
    expect(one('[role="progressbar"]').getAttribute('aria-valuenow')).toBe('43');
  });
});

describe('a time', () => {
  it('has the exact one beside it and keeps itself true', async () => {
    vi.useFakeTimers({ now: new Date(2026, 10, 23, 14, 0, 0) });
    try {
      const { container } = await mount(<RelativeTime at={new Date(2026, 10, 23, 13, 57, 30).getTime()} />);
      expect(container.textContent).toBe('2 min ago');
      expect(one('time').title).toMatch(/^23 Nov 2026, 13:57:30/);
      await act(() => vi.advanceTimersByTimeAsync(45_000));
      expect(container.textContent).toBe('3 min ago');
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('a text field', () => {
  it('says what is wrong in place of its hint', async () => {
    const { render } = await mount(<TextField label="Token" hint="Paste it." />);
    const note = () =>
      document.getElementById(one('input').getAttribute('aria-describedby') ?? '')?.textContent;
    expect(note()).toBe('Paste it.');
    expect(one('input').hasAttribute('aria-invalid')).toBe(false);
    await render(<TextField label="Token" hint="Paste it." error="The token was refused." />);
    expect(note()).toBe('The token was refused.');
    expect(one('input').getAttribute('aria-invalid')).toBe('true');
  });
});

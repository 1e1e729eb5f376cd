// @vitest-environment happy-dom
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { SearchField } from '../../../../src-renderer/components/list/SearchField';
import { useSettled } from '../../../../src-renderer/components/list/use-settled';
import { button, click, mount, one, pageText, press, type, wait } from './mount';

function Search({ onDown = () => {} }: { onDown?: () => void }) {
  const [text, setText] = useState('');
  const settled = useSettled(text);
  return (
    <>
      <SearchField label="Search members" text={text} onText={setText} onDown={onDown} />
      <p>{settled}</p>
    </>
  );
}

describe('the search of a screen', () => {
  it('can be found by the frame', async () => {
    await mount(<Search />);
    expect(one('[data-screen-filter]').getAttribute('aria-label')).toBe('Search members');
  });

  it('counts within 60 ms, and emptying it at once', async () => {
    await mount(<Search />);
    await type(one<HTMLInputElement>('input'), 'ada');
    expect(pageText()).toBe('');
    await wait(60);
    expect(pageText()).toBe('ada');
    await click(button('Clear the search'));
    expect(pageText()).toBe('');
  });

  it('takes Esc for itself only while there is text', async () => {
    await mount(<Search />);
    const field = one<HTMLInputElement>('input');
    await type(field, 'ada');
    expect(await press(field, 'Escape')).toBe(true);
    expect(field.value).toBe('');
    expect(await press(field, 'Escape')).toBe(false);
  });

  it('goes on to the list with the arrow down', async () => {
    const onDown = vi.fn();
    await mount(<Search onDown={onDown} />);
    await press(one('input'), 'ArrowDown');
    expect(onDown).toHaveBeenCalledOnce();
  });
});

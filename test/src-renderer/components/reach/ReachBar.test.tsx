// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { ReachBar } from '../../../../src-renderer/components/reach/ReachBar';
import { reach } from '../../../fixtures/policy-answers';
import { mount, one } from '../list/mount';

/** The parts of the bar with their widths in percent. */
function parts(): [string, number][] {
  return [...one('.bar').querySelectorAll<HTMLElement>('span')].map((each) => [
    each.className,
    Number.parseFloat(each.style.width),
  ]);
}

describe('the bar of a reach', () => {
  it('is split by level, out of all there are', async () => {
    await mount(<ReachBar reach={reach({ admin: 10, read: 20, unknown: 5 })} of={100} />);
    expect(parts()).toEqual([
      ['admin', 10],
      ['read', 20],
      ['unknown', 5],
    ]);
  });

  it('never overflows where it is not known how many there are', async () => {
    await mount(<ReachBar reach={reach({ admin: 0, read: 3, unknown: 1 })} of={null} />);
    expect(parts()).toEqual([
      ['read', 75],
      ['unknown', 25],
    ]);
  });
});

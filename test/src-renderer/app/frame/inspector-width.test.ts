import { describe, expect, it } from 'vitest';
import {
  fittingWidth,
  NARROWEST,
  WIDEST,
  widthAfterKey,
} from '../../../../src-renderer/app/frame/inspector-width';

describe('the width of the inspector', () => {
  it('stays within what the settings take', () => {
    expect(fittingWidth(100, 2000)).toBe(NARROWEST);
    expect(fittingWidth(5000, 2000)).toBe(WIDEST);
    expect(fittingWidth(333.4, 2000)).toBe(333);
  });

  it('leaves room for the list', () => {
    expect(fittingWidth(800, 924)).toBe(544);
    expect(fittingWidth(800, 400)).toBe(NARROWEST);
  });

  it('grows to the left and shrinks to the right', () => {
    expect(widthAfterKey('ArrowLeft', 340)).toBe(356);
    expect(widthAfterKey('ArrowRight', 340)).toBe(324);
    expect(widthAfterKey('Home', 340)).toBe(WIDEST);
    expect(widthAfterKey('End', 340)).toBe(NARROWEST);
    expect(widthAfterKey('a', 340)).toBeNull();
  });
});

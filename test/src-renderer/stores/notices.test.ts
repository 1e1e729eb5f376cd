import { beforeEach, describe, expect, it } from 'vitest';
import { dismissNotice, notify, useNoticesStore } from '../../../src-renderer/stores/notices';

const messages = () => useNoticesStore.getState().notices.map(({ message }) => message);

beforeEach(() => useNoticesStore.setState({ notices: [] }));

describe('notices', () => {
  it('are not repeated while they stand', () => {
    notify('error', 'The disk is full.');
    notify('error', 'The disk is full.');
    expect(messages()).toEqual(['The disk is full.']);
  });

  it('make room for new ones', () => {
    for (const message of ['a', 'b', 'c', 'd', 'e']) notify('info', message);
    expect(messages()).toEqual(['b', 'c', 'd', 'e']);
  });

  it('go one by one', () => {
    notify('info', 'a');
    notify('info', 'b');
    const first = useNoticesStore.getState().notices[0];
    if (first !== undefined) dismissNotice(first.id);
    expect(messages()).toEqual(['b']);
  });
});

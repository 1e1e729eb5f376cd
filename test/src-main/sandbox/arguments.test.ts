import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../src-main/sandbox/arguments';

describe('the arguments', () => {
  it('may be left out', () => {
    expect(readArguments([], 4010)).toMatchObject({
      kind: 'options',
      options: { port: 4010, extensions: true },
    });
  });

  it('are all understood', () => {
    const line = '--port=0 --scale M --fault 429:3 --fault=loop:1 --max-page 50 --slow-ms 10 --no-extensions';
    expect(readArguments(line.split(' '), 4010)).toEqual({
      kind: 'options',
      options: {
        port: 0,
        scale: 'M',
        faults: [
          { kind: '429', count: 3 },
          { kind: 'loop', count: 1 },
        ],
        maxPage: 50,
        slowMs: 10,
        extensions: false,
      },
    });
  });

  it.each([
    ['--port=70000', '--port must be from 0 to 65535'],
    ['--port=http', '--port must be a whole number'],
    ['--scale=XXL', '--scale must be one of S, M, L'],
    ['--fault=429', '--fault `429` is not KIND:COUNT'],
    ['--fault=fire:2', '--fault `fire:2` is not KIND:COUNT'],
    ['--fault=slow:0', '--fault `slow:0` is not KIND:COUNT'],
    ['--fault=slow:1:2', '--fault `slow:1:2` is not KIND:COUNT'],
    ['--max-page=0', '--max-page must be from 1 to 1000'],
    ['--colour', 'colour'],
    ['extra', 'extra'],
    ['--port', 'port'],
  ])('%s is wrong', (argument, message) => {
    const parsed = readArguments([argument], 4010);
    expect(parsed).toMatchObject({ kind: 'wrong', message: expect.stringContaining(message) });
  });

  it('may ask for help', () => {
    expect(readArguments(['-h'], 4010)).toEqual({ kind: 'help' });
  });
});

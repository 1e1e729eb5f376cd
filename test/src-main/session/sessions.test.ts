import { beforeEach, expect, test } from 'vitest';
import { createSessions, type Sessions, type SessionWorkspace } from '../../../src-main/session/sessions';

const MINUTE = 60_000;
const START = 1_700_000_000_000;

let ms: number;
let list: SessionWorkspace[];
let atMost: boolean;
let locked: string[];
let told: string[];
let sessions: Sessions;

const workspace = (name: string, email: string, hipaaEligible: boolean | null = false): SessionWorkspace => ({
  key: name,
  name,
  email,
  hipaaEligible,
  embedded: false,
});

beforeEach(() => {
  ms = 0;
  list = [
    workspace('Northwind', 'ada@northwind.example'),
    workspace('Foxglove', 'ada+fox@northwind.example'),
  ];
  atMost = false;
  locked = [];
  told = [];
  sessions = createSessions({
    workspaces: () => list,
    atMost: () => atMost,
    clock: () => ({ wall: START + ms, monotonic: ms }),
    lock: (why) => {
      locked.push(why);
      sessions.end();
    },
    tell: (message) => told.push(message),
    onChange: () => undefined,
  });
  sessions.refresh();
});

test('an alias is another identity with a session of its own; letter case is not', () => {
  list = [...list, workspace('Maplecrest', ' ADA@northwind.example', true)];
  sessions.refresh();
  expect(sessions.list().map(({ email, limit }) => [email, limit])).toEqual([
    ['ada@northwind.example', 'fifteenMinutes'],
    ['ada+fox@northwind.example', 'sevenDays'],
  ]);
});

test('a HIPAA eligible workspace shortens the running session at once, and says so', () => {
  ms = 60 * MINUTE;
  list = [...list, workspace('Maplecrest', 'ada@northwind.example', true)];
  sessions.refresh();
  expect(told).toEqual([
    'Maplecrest is HIPAA eligible: the session of ada@northwind.example now ends after 15 minutes without activity, in all its workspaces.',
  ]);
  expect(sessions.list()[0]).toEqual({
    email: 'ada@northwind.example',
    limit: 'fifteenMinutes',
    because: ['Maplecrest'],
    endsAt: START + 75 * MINUTE,
  });
  ms = 75 * MINUTE;
  sessions.check();
  expect(locked).toEqual(['The session of ada@northwind.example ended after 15 minutes without activity.']);
});

test('activity keeps it; what nobody can tell does not shorten it', () => {
  list = [workspace('Maplecrest', 'ada@northwind.example', true), workspace('Unknown', 'bo@x.example', null)];
  sessions.refresh();
  for (ms = 0; ms < 60 * MINUTE; ms += 10 * MINUTE) sessions.touch();
  expect(locked).toEqual([]);
  expect(sessions.list()[1]?.limit).toBe('sevenDays');
});

test('a touch that comes too late locks', () => {
  list = [workspace('Maplecrest', 'ada@northwind.example', true)];
  sessions.refresh();
  ms = 15 * MINUTE;
  sessions.touch();
  expect(locked).toHaveLength(1);
  expect(sessions.list()).toEqual([]);
});

test('the setting makes the fifteen minutes absolute at once', () => {
  list = [workspace('Maplecrest', 'ada@northwind.example', true)];
  sessions.refresh();
  ms = 10 * MINUTE;
  sessions.touch();
  atMost = true;
  sessions.refresh();
  expect(sessions.list()[0]?.endsAt).toBe(START + 15 * MINUTE);
  ms = 15 * MINUTE;
  sessions.touch();
  expect(locked).toEqual(['The session of ada@northwind.example ended after 15 minutes.']);
});

test('sessions begin anew when the vault opens again', () => {
  ms = 7 * 24 * 60 * MINUTE;
  sessions.check();
  expect(locked).toEqual(['The session of ada@northwind.example ended after 7 days.']);
  sessions.refresh();
  expect(sessions.list()[0]?.endsAt).toBe(START + ms + 7 * 24 * 60 * MINUTE);
});

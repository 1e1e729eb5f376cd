import { expect, test } from 'vitest';
import { forThisRelease } from '../../../scripts/setup/debian-packages.mjs';
import { authorityRecord, hasDisplay } from '../../../scripts/setup/display.mjs';
import { parseMissing } from '../../../scripts/setup/linux-libraries.mjs';

test('missing libraries are read from what ldd says, each once', () => {
  const output = [
    '\tlinux-vdso.so.1 (0x00007ffd)',
    '\tlibffmpeg.so => /opt/electron/libffmpeg.so (0x00007f)',
    '\tlibnss3.so => not found',
    '\tlibgtk-3.so.0 => not found',
    '\tlibnss3.so => not found',
  ].join('\n');
  expect(parseMissing(output)).toEqual(['libnss3.so', 'libgtk-3.so.0']);
  expect(parseMissing('\tnot a dynamic executable')).toEqual([]);
});

test('packages go by the name that this release has', () => {
  const known = new Set(['libasound2t64', 'libnss3', 'libcups2']);
  expect(forThisRelease(['libasound2', 'libnss3', 'libcups2'], known)).toEqual([
    'libasound2t64',
    'libnss3',
    'libcups2',
  ]);
});

test('a session has a display when X11 or Wayland says so', () => {
  expect(hasDisplay({})).toBe(false);
  expect(hasDisplay({ DISPLAY: '' })).toBe(false);
  expect(hasDisplay({ DISPLAY: ':0' })).toBe(true);
  expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
});

test("the virtual display's key is one record for any host and any display", () => {
  const record = authorityRecord(Buffer.alloc(16, 0xab));
  const name = Buffer.from('MIT-MAGIC-COOKIE-1').toString('hex');
  expect(record.toString('hex')).toBe(`ffff00000000${'0012'}${name}${'0010'}${'ab'.repeat(16)}`);
});

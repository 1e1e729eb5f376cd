import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { copyWithoutNoise, isNoise } from '../../../scripts/setup/noise.mjs';

test.each([
  '[4321:1123/194702.264556:ERROR:bus.cc(407)] Failed to connect to the bus: Failed to connect to socket /run/dbus',
  '[4321:1123/194702.264556:ERROR:object_proxy.cc(590)] Failed to call method: org.freedesktop.DBus.ListNames',
  '[4321:1123/194702.264556:ERROR:gpu_process_host.cc(991)] GPU process launch failed: error_code=1002',
  '[4321:1123/194702.264556:ERROR:viz_main_impl.cc(166)] Exiting GPU process due to errors during initialization',
  '[4321:1123/194702.265398:ERROR:one_copy_raster_buffer_provider.cc(348)] Creation of StagingBuffer failed.',
  'libva error: vaGetDriverNameByIndex() failed',
])('is left out: %s', (line) => {
  expect(isNoise(line)).toBe(true);
});

test.each([
  'Error: ENOSPC: no space left on device, write',
  '    at start (file:///app/out/main/index.js:10:5)',
  '[4321:1123/194702.264556:FATAL:setuid_sandbox_host.cc(158)] The SUID sandbox helper binary was found',
  '[4321:1123/194702.264556:ERROR:CONSOLE(1)] "Uncaught TypeError: x is not a function"',
  'The bus was late',
])('is kept: %s', (line) => {
  expect(isNoise(line)).toBe(false);
});

test('lines that arrive in pieces are judged whole, and the last one needs no end', async () => {
  const from = new PassThrough();
  const to = new PassThrough();
  copyWithoutNoise(from, to);
  from.write('first li');
  from.write('ne\n[1:2/3.4:ERROR:bus.cc(40');
  from.write('7)] Failed to connect to the bus\nla');
  from.end('st');
  await new Promise((done) => from.once('close', done));
  expect(String(to.read())).toBe('first line\nlast\n');
});

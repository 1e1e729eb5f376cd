import { createInterface } from 'node:readline';

/**
 * Lines that Chromium writes to stderr on machines without a session bus or a
 * graphics card. They say nothing about the app.
 */
const harmless = [
  /\bFailed to connect to the bus\b/,
  /\bFailed to call method: org\.freedesktop\./,
  /:(?:gpu_process_host|viz_main_impl|gpu_init|gl_factory|gl_display|gl_surface\w*|gpu_channel\w*|command_buffer_proxy_impl|shared_image_interface_proxy|one_copy_raster_buffer_provider)\.cc\(\d+\)\]/,
  /:(?:vaapi_wrapper|video_capture_service_impl|object_proxy|dbus_[a-z_]+|bus)\.cc\(\d+\)\]/,
  /^libva error:/,
  /^DRM_IOCTL_/,
  /\bvkCreateInstance\b|^Warning: (?:loader_|vk)/,
];

/**
 * @param {string} line one line of stderr
 * @returns {boolean} whether it can be left out
 */
export function isNoise(line) {
  return harmless.some((pattern) => pattern.test(line));
}

/**
 * Copies a program's stderr line by line, without the harmless ones.
 * @param {import('node:stream').Readable} from
 * @param {import('node:stream').Writable} to
 */
export function copyWithoutNoise(from, to) {
  createInterface({ input: from, crlfDelay: Number.POSITIVE_INFINITY }).on('line', (line) => {
    if (!isNoise(line)) to.write(`${line}\n`);
  });
}

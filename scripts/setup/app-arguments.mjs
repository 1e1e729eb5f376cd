import { resolve } from 'node:path';
import { SetupError } from './say.mjs';

/**
 * The arguments for the app: what the person typed, with the screenshot's file made
 * absolute, because the app runs in another folder.
 * @param {readonly string[]} typed
 * @param {string} folder where they typed it
 * @returns {string[]}
 * @throws {SetupError} when --screenshot names no file
 */
export function appArguments(typed, folder) {
  const args = [];
  for (let index = 0; index < typed.length; index += 1) {
    const argument = typed[index] ?? '';
    if (argument !== '--screenshot' && !argument.startsWith('--screenshot=')) {
      args.push(argument);
      continue;
    }
    if (argument === '--screenshot') index += 1;
    const file = argument === '--screenshot' ? typed[index] : argument.slice('--screenshot='.length);
    if (file === undefined || file === '' || file.startsWith('--')) {
      throw new SetupError('--screenshot needs a file name: npm start -- --screenshot FILE');
    }
    args.push(`--screenshot=${resolve(folder, file)}`);
  }
  return args;
}

import { z } from 'zod';
import { Failed } from './failed';

const withCode = z.object({ code: z.string() });

/** The `code` of an error of the operating system such as `ENOSPC`; `null` where there is none. */
export function systemCode(error: unknown): string | null {
  const parsed = withCode.safeParse(error);
  return parsed.success ? parsed.data.code : null;
}

/** Says whether the file or folder simply is not there. */
export function isMissing(error: unknown): boolean {
  return systemCode(error) === 'ENOENT';
}

function advice(code: string | null, folder: string): string {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'The disk is full. Free some space, then try again.';
    case 'EROFS':
      return `The disk that holds ${folder} is read-only. Make it writable, then try again.`;
    case 'EACCES':
    case 'EPERM':
      return `Gatehouse may not use ${folder}. Give your user read and write permission there, then try again.`;
    case 'EMFILE':
    case 'ENFILE':
      return 'The system has too many files open. Close other programs, then try again.';
    case 'ENOTDIR':
    case 'EISDIR':
    case 'EEXIST':
      return `Something else is in the way in ${folder}. Move it elsewhere, then try again.`;
    default:
      return `The disk that holds ${folder} reported an error${code === null ? '' : ` (${code})`}. Check the disk, then try again.`;
  }
}

/**
 * The failure `disk` for whatever the file system threw: what could not be done
 * (`could not save the settings`), why, and what to do. A failure stays itself.
 */
export function diskFailure(error: unknown, couldNot: string, folder: string): Failed {
  if (error instanceof Failed) return error;
  return new Failed('disk', `Gatehouse ${couldNot}. ${advice(systemCode(error), folder)}`, error);
}

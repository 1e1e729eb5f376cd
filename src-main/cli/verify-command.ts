import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Verification } from '@contract/evidence';
import { verifyFiles, verifyPack } from '../evidence/verify-pack';
import type { CommandResult } from './test-command';

const plain = (fingerprint: string) => fingerprint.replace(/[^0-9a-f]/gi, '').toLowerCase();

async function read(path: string): Promise<Verification> {
  if (!(await stat(path)).isDirectory()) return verifyPack(await readFile(path), null);
  const entries = await readdir(path, { withFileTypes: true });
  const files = await Promise.all(
    entries.map(async (entry) => ({
      name: entry.name,
      bytes: entry.isFile() ? await readFile(join(path, entry.name)) : Buffer.alloc(0),
    })),
  );
  return verifyFiles(files, null);
}

function report(path: string, { verdict, problems, manifest, key }: Verification): string {
  const lines = [`${verdict} ${basename(path)}`, ...problems.map(({ where, what }) => `  ${where}: ${what}`)];
  if (manifest !== null && key !== null) {
    const of = manifest.workspaces.map(({ name, asOf }) => `${name} as of ${asOf}`).join(', ');
    lines.push(`  made ${manifest.createdAt} by ${manifest.exportedBy ?? 'somebody unnamed'} of ${of}`);
    lines.push(`  signed with the key ${key.fingerprint}`);
    lines.push('  Compare this key with the one in the Settings of the installation that made the pack.');
  }
  return `${lines.join('\n')}\n`;
}

/**
 * `gatehouse verify [--key FINGERPRINT] [--json] PACK`: whether an evidence pack, or the folder that
 * it was unpacked into, is as it was signed. Status 0 intact, 1 altered or signed with another key, 2
 * where it cannot be read.
 */
export async function verifyCommand(path: string, key: string | null, json: boolean): Promise<CommandResult> {
  let found: Verification;
  try {
    found = await read(path);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { status: 2, stdout: '', stderr: `gatehouse: ${path} could not be read: ${message}\n` };
  }
  const isOther = key !== null && plain(found.key?.fingerprint ?? '') !== plain(key);
  if (isOther && found.verdict === 'intact') {
    found = {
      ...found,
      verdict: 'altered',
      problems: [{ where: 'the key', what: 'It was signed with another key than the one given.' }],
    };
  }
  const status = found.verdict === 'intact' ? 0 : found.verdict === 'altered' ? 1 : 2;
  return { status, stdout: json ? `${JSON.stringify(found, null, 2)}\n` : report(path, found), stderr: '' };
}

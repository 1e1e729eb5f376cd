import { verify } from 'node:crypto';
import { type Manifest, manifestSchema, type PackProblem, type Verification } from '@contract/evidence';
import { unzipSync } from 'fflate/browser';
import { container, MANIFEST, type PackFile, SIGNATURE, sha256 } from './pack';
import { keyFingerprint, publicKeyOf } from './pack-key';

/** No pack is larger: a ZIP that promises more is not opened. */
const MOST_BYTES = 2 ** 31;

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');

/** The files of a container, in its order. @throws Error in words */
export function openContainer(bytes: Uint8Array): PackFile[] {
  let promised = 0;
  const found: PackFile[] = [];
  const names: string[] = [];
  const contents = unzipSync(bytes, {
    filter: ({ name, compression, originalSize }) => {
      promised += originalSize;
      names.push(name);
      if (compression !== 0) throw new Error(`${name} is compressed, which a pack never is`);
      if (promised > MOST_BYTES) throw new Error('it is larger than any pack');
      return true;
    },
  });
  for (const name of names) {
    const content = contents[name];
    if (content !== undefined) found.push({ name, bytes: content });
  }
  return found;
}

/** Where two containers begin to differ, in the words of the files around it. */
function containerProblem(bytes: Uint8Array, files: readonly PackFile[]): PackProblem | null {
  const again = container(files);
  if (again.byteLength === bytes.byteLength && Buffer.from(again).equals(Buffer.from(bytes))) return null;
  let at = 0;
  while (at < bytes.byteLength && at < again.byteLength && bytes[at] === again[at]) at += 1;
  return {
    where: `byte ${at.toLocaleString('en')} of the ZIP`,
    what: 'The container differs from the one that its files make.',
  };
}

function readManifest(files: ReadonlyMap<string, Uint8Array>, problems: PackProblem[]): Manifest | null {
  const bytes = files.get(MANIFEST);
  if (bytes === undefined) {
    problems.push({ where: MANIFEST, what: 'It is missing: this is no evidence pack, or was one.' });
    return null;
  }
  let content: unknown;
  try {
    content = JSON.parse(text(bytes));
  } catch {
    problems.push({ where: MANIFEST, what: 'It is not JSON any more.' });
    return null;
  }
  const parsed = manifestSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  problems.push({
    where: MANIFEST,
    what: `It is not a manifest: ${first?.path.join('.') ?? ''} ${first?.message ?? ''}`.trim(),
  });
  return null;
}

function isSigned(files: ReadonlyMap<string, Uint8Array>, { publicKey }: Manifest): boolean {
  const manifest = files.get(MANIFEST);
  const written = text(files.get(SIGNATURE) ?? new Uint8Array());
  const signature = Buffer.from(written.trim(), 'base64');
  // Base64 has several ways to write the same bytes: only the one that is written counts.
  if (manifest === undefined || `${signature.toString('base64')}\n` !== written) return false;
  try {
    return verify(null, manifest, publicKeyOf(publicKey), signature);
  } catch {
    return false;
  }
}

/** Compares files with what the manifest says of them. */
function fileProblems(files: ReadonlyMap<string, Uint8Array>, manifest: Manifest): PackProblem[] {
  const listed = new Set([MANIFEST, SIGNATURE, ...manifest.files.map(({ name }) => name)]);
  const strange = [...files.keys()].filter((name) => !listed.has(name));
  return [
    ...manifest.files.flatMap(({ name, bytes, sha256: hash }): PackProblem[] => {
      const found = files.get(name);
      if (found === undefined) return [{ where: name, what: 'It is missing.' }];
      if (found.byteLength !== bytes) {
        return [
          {
            where: name,
            what: `It has ${found.byteLength.toLocaleString('en')} bytes instead of ${bytes.toLocaleString('en')}.`,
          },
        ];
      }
      return sha256(found) === hash ? [] : [{ where: name, what: 'Its content was changed.' }];
    }),
    ...strange.map((name) => ({ where: name, what: 'It is not in the manifest: it was put in later.' })),
  ];
}

/**
 * Verifies the files of a pack, unpacked or not. `ours` is the public key of this
 * installation, `null` where there is none to compare with.
 */
export function verifyFiles(all: readonly PackFile[], ours: string | null): Verification {
  const files = new Map(all.map(({ name, bytes }) => [name, bytes]));
  const problems: PackProblem[] = [];
  const manifest = readManifest(files, problems);
  if (manifest === null) return { verdict: 'unreadable', problems, manifest, key: null };
  if (!isSigned(files, manifest)) {
    problems.push({ where: SIGNATURE, what: 'The signature does not fit the manifest and its key.' });
  }
  problems.push(...fileProblems(files, manifest));
  if (files.size !== all.length) problems.push({ where: 'the ZIP', what: 'It holds two files of one name.' });
  const key = {
    fingerprint: keyFingerprint(manifest.publicKey),
    ours: ours === null ? null : ours === manifest.publicKey,
  };
  return { verdict: problems.length === 0 ? 'intact' : 'altered', problems, manifest, key };
}

/** Verifies a pack byte by byte: also those of the container between its files. */
export function verifyPack(bytes: Uint8Array, ours: string | null): Verification {
  let files: PackFile[];
  try {
    files = openContainer(bytes);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const problems = [{ where: 'the ZIP', what: `It cannot be opened: ${why}.` }];
    return { verdict: 'unreadable', problems, manifest: null, key: null };
  }
  const verification = verifyFiles(files, ours);
  const problem = containerProblem(bytes, files);
  if (problem === null) return verification;
  const verdict = verification.verdict === 'intact' ? 'altered' : verification.verdict;
  return { ...verification, verdict, problems: [...verification.problems, problem] };
}

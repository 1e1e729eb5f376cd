/** One import statement of a source file. */
export interface Import {
  /** Path of the importing file from the project's folder, with `/`. */
  file: string;
  /** What it imports: a project path (`src-main/policy/level`) or a package (`electron`, `node:fs`). */
  target: string;
  typeOnly: boolean;
}

/** Which files a rule is about, and what they may import. */
interface Rule {
  because: string;
  room: RegExp;
  allowed: RegExp;
  typesOnly?: RegExp;
}

/**
 * Who may import whom. A file must satisfy each rule whose `room` it is in;
 * `typesOnly` marks targets that may be imported for their types alone.
 */
export const rules: readonly Rule[] = [
  {
    because: 'the contract imports its schema library and nothing else',
    room: /^src-preload\/contract\//,
    allowed: /^(src-preload\/contract\/|zod$)/,
  },
  {
    because: 'the preload is a door: the contract and the bridge only',
    room: /^src-preload\/(?!contract\/)/,
    allowed: /^(src-preload\/|electron$)/,
  },
  {
    because: 'only the bridge sees ipcRenderer',
    room: /^src-preload\/index\.ts$/,
    allowed: /^(src-preload\/bridge\/|electron$)/,
  },
  {
    because: 'policy and plan are pure: contract and themselves only',
    room: /^src-main\/(policy|plan)\//,
    allowed: /^(src-preload\/contract\/|src-main\/(policy|plan)\/|zod$)/,
  },
  {
    because: 'a snapshot is made of wire types and the contract',
    room: /^src-main\/snapshot\//,
    allowed: /^(src-preload\/contract\/|src-main\/(snapshot|segment)\/|zod$|node:crypto$)/,
  },
  {
    because: 'the sandbox is a server of its own: no part of the app, no Electron',
    room: /^src-main\/sandbox\//,
    allowed: /^(src-main\/sandbox\/|src-preload\/contract\/snapshot$|zod$|node:)/,
  },
  {
    because: 'lists and inspections are answers computed from what they are given',
    room: /^src-main\/(lists|inspect)\//,
    allowed: /^(src-main\/(lists|inspect|policy)\/|src-preload\/contract\/|@leeoniya\/ufuzzy$|zod$)/,
  },
  {
    because:
      'what touches the network or the disk takes Electron as an argument, so that it is tested without it',
    room: /^src-main\/(segment|sync|vault|cache|storage|settings|attestations|session|drafts|apply)\//,
    allowed: /^(?!electron$)(?!src-main\/(ipc|window)\/)/,
  },
  {
    because: 'the rest of main never reaches into the handlers of the bridge',
    room: /^src-main\/(?!ipc\/|wiring\.ts$|index\.ts$)/,
    allowed: /^(?!src-main\/ipc\/)/,
  },
  {
    because: 'main never imports the window’s code',
    room: /^src-main\//,
    allowed: /^(?!src-renderer\/)/,
  },
  {
    because: 'the renderer knows main only through the bridge, and the contract only through its types',
    room: /^src-renderer\//,
    allowed: /^(?!src-main\/|electron$|node:|src-preload\/(?!contract\/))/,
    typesOnly: /^src-preload\/contract\//,
  },
];

/** The imports that break a rule, each as a sentence. */
export function violations(imports: readonly Import[]): string[] {
  return imports.flatMap((entry) =>
    rules
      .filter((rule) => rule.room.test(entry.file))
      .filter(
        (rule) =>
          !rule.allowed.test(entry.target) ||
          (rule.typesOnly?.test(entry.target) === true && !entry.typeOnly),
      )
      .map((rule) => `${entry.file} imports ${entry.target}: ${rule.because}`),
  );
}

const STATEMENT = /^(?:import|export)\s+(type\s+)?(?:[^'"();]*?\s+from\s+)?['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Reads the imports of a source text. `file` is its path from the project's folder. */
export function importsOf(file: string, text: string): Import[] {
  const found = [...text.matchAll(STATEMENT)].map((match) => ({
    file,
    target: resolveTarget(file, match[2] ?? ''),
    typeOnly: match[1] !== undefined,
  }));
  const dynamic = [...text.matchAll(DYNAMIC)].map((match) => ({
    file,
    target: resolveTarget(file, match[1] ?? ''),
    typeOnly: false,
  }));
  return [...found, ...dynamic];
}

function resolveTarget(file: string, target: string): string {
  if (target.startsWith('@contract/')) return target.replace('@contract/', 'src-preload/contract/');
  if (!target.startsWith('.')) return target;
  const parts = file.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

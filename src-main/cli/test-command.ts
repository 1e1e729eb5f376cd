import { readFile } from 'node:fs/promises';
import { type Outcome, runScenario } from './scenarios/run-scenario';
import { readScenarios, type Scenario, ScenarioFileError } from './scenarios/scenario-file';

/** What a command has to say, and its exit status: 0 all well, 1 failures, 2 wrong use or input. */
export interface CommandResult {
  readonly status: 0 | 1 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly ambiguous: number;
}

function count(outcomes: readonly Outcome[]): Counts {
  const of = (result: Outcome['result']) => outcomes.filter((each) => each.result === result).length;
  return { passed: of('passed'), failed: of('failed'), ambiguous: of('ambiguous') };
}

function lineOf({ id, title, result, differences }: Outcome): string {
  const word = { passed: 'ok', failed: 'not ok', ambiguous: 'ambiguous' }[result];
  const tail = differences.length === 0 ? '' : `: ${differences.join('; ')}`;
  return `${word} ${id} ${title}${tail}`.replace(/\s*\n\s*/g, ' ');
}

async function readFiles(paths: readonly string[]): Promise<Scenario[]> {
  const scenarios: Scenario[] = [];
  for (const path of paths) {
    try {
      scenarios.push(...readScenarios(await readFile(path, 'utf8')));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      throw new ScenarioFileError(
        message
          .split('\n')
          .map((line) => `${path}: ${line}`)
          .join('\n'),
      );
    }
  }
  return scenarios;
}

/** `gatehouse test [--json] FILE...`: runs the scenarios of the files. */
export async function testCommand(paths: readonly string[], json: boolean): Promise<CommandResult> {
  let scenarios: Scenario[];
  try {
    scenarios = await readFiles(paths);
  } catch (error) {
    if (!(error instanceof ScenarioFileError)) throw error;
    return { status: 2, stdout: '', stderr: `${error.message}\n` };
  }
  const outcomes = scenarios.map(runScenario);
  const counts = count(outcomes);
  const summary = `${counts.passed} passed, ${counts.failed} failed, ${counts.ambiguous} ambiguous`;
  const stdout = json
    ? `${JSON.stringify({ ...counts, vectors: outcomes }, null, 2)}\n`
    : `${[...outcomes.map(lineOf), summary].join('\n')}\n`;
  return { status: counts.failed === 0 ? 0 : 1, stdout, stderr: '' };
}

import { text } from 'node:stream/consumers';
import { type Snapshot, snapshotSchema } from '@contract/snapshot';
import { z } from 'zod';
import { levelsOf } from '../oracle/answer';

/**
 * Two readings come in as JSON, the pairs of a member and a source whose certain level differs go
 * out: `member source: none to admin`. A process of its own, since the oracle's catalogue is JSON,
 * which the loader of the window's tests does not take.
 */

function sourceLevels(reading: Snapshot): Map<string, string> {
  const levels = new Map<string, string>();
  for (const { id } of reading.members) {
    for (const resource of reading.resources) {
      const { atLeast } = levelsOf(reading, id, resource);
      if (atLeast !== 'none') levels.set(`${id} ${resource.id}`, atLeast);
    }
  }
  return levels;
}

const [before, after] = z
  .tuple([snapshotSchema, snapshotSchema])
  .parse(JSON.parse(await text(process.stdin)));
const [then, now] = [sourceLevels(before), sourceLevels(after)];
const lines = [...new Set([...then.keys(), ...now.keys()])]
  .filter((pair) => then.get(pair) !== now.get(pair))
  .map((pair) => `${pair}: ${then.get(pair) ?? 'none'} to ${now.get(pair) ?? 'none'}`)
  .sort();
process.stdout.write(JSON.stringify(lines));

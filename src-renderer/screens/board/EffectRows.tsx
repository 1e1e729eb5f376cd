import type { EffectPage, LevelRange } from '@contract/policy';
import { ArrowRight } from 'lucide-react';
import { LevelMark } from '../../components/level/LevelMark';
import { levelWords, piiWords } from '../../components/level/level-words';
import { countText } from '../../components/list/counts';
import styles from './effect.module.css';
import { groupedBy } from './grouped-by';

export type Effect = Extract<EffectPage, { kind: 'effect' }>;
export type EffectRow = Effect['rows'][number];

/** The sums of an effect: gains, losses, PII and what stays unknown, each only where there is any. */
export function EffectSums({ counts, members, resources }: Pick<Effect, 'counts' | 'members' | 'resources'>) {
  const up = counts.gained + counts.raised;
  const down = counts.lost + counts.lowered;
  const sums: { name: string; text: string; tone: string }[] = [
    { name: 'gain', text: `+${countText(up)} gain or rise`, tone: 'gain' },
    { name: 'loss', text: `−${countText(down)} lose or fall`, tone: 'loss' },
    ...(counts.piiGained > 0
      ? [{ name: 'pii+', text: `+${countText(counts.piiGained)} see PII`, tone: 'gain' }]
      : []),
    ...(counts.piiLost > 0
      ? [{ name: 'pii−', text: `−${countText(counts.piiLost)} PII masked`, tone: 'loss' }]
      : []),
    ...(counts.onlyDoubt > 0
      ? [{ name: 'unknown', text: `${countText(counts.onlyDoubt)} unknown change`, tone: 'unknown' }]
      : []),
  ];
  return (
    <div className={styles.sums}>
      <p className={styles.size}>
        {countText(members)} {members === 1 ? 'member' : 'members'} × {countText(resources)}{' '}
        {resources === 1 ? 'resource' : 'resources'}
      </p>
      <ul className={styles.sumList}>
        {sums.map(({ name, text, tone }) => (
          <li key={name} data-tone={tone}>
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The changed cells under each other by person or by resource, as far as they were asked for. */
export function EffectRows({ rows, by }: { rows: readonly EffectRow[]; by: 'member' | 'resource' }) {
  return (
    <ul className={styles.groups}>
      {groupedBy(rows, (row) => row[by].subject.id).map(({ name, things }) => (
        <li key={name}>
          <h3 className={styles.groupName}>
            <span className={styles.name}>{nameOf(things[0]?.[by]) ?? name}</span>
          </h3>
          <Cells cells={things} by={by} />
        </li>
      ))}
    </ul>
  );
}

function Cells({ cells, by }: { cells: readonly EffectRow[]; by: 'member' | 'resource' }) {
  const other = by === 'member' ? 'resource' : 'member';
  return (
    <ul>
      {cells.map((cell) => (
        <li key={cell[other].subject.id} className={styles.cell}>
          <span className={styles.name}>{nameOf(cell[other]) ?? cell[other].subject.id}</span>
          <Change before={cell.before} after={cell.after} />
        </li>
      ))}
    </ul>
  );
}

function nameOf(reference: { name: string } | undefined): string | null {
  return reference === undefined || reference.name === '' ? null : reference.name;
}

function Change({ before, after }: { before: LevelRange; after: LevelRange }) {
  return (
    <span className={styles.change}>
      <Level level={before} />
      <ArrowRight aria-label="becomes" />
      <Level level={after} />
      {before.pii === after.pii ? null : (
        <span className={styles.pii}>{piiWords(after) ?? 'PII out of reach'}</span>
      )}
    </span>
  );
}

function Level({ level }: { level: LevelRange }) {
  return (
    <span className={styles.level}>
      <LevelMark level={level} />
      {levelWords(level)}
    </span>
  );
}

import type { Change } from '@contract/changes';
import { useMemo } from 'react';
import { LabelChip } from '../../components/LabelChip';
import { counted, countText } from '../../components/list/counts';
import { labelText } from '../../components/list/label-text';
import { keysMeant, loadWords } from '../../drag/session';
import { placedTarget } from '../../drag/targets';
import { effectTone, effectWords, isDroppable } from '../../drag/verdict-words';
import { applyingChanges, useDraft } from '../../stores/draft';
import { useEffectOf } from '../../stores/draft-effect';
import { AWAY, type Held, type TargetVerdict, useDragStore } from '../../stores/drag';
import { useSelectedWorkspace } from '../../stores/selected-workspace';
import asideStyles from './aside.module.css';
import { EffectRows, EffectSums } from './EffectRows';
import effect from './effect.module.css';

/** Changed cells that are shown while hovering: more than fit the pane, few enough to draw within a frame. */
const SHOWN = 40;
const NONE: Change[] = [];

type Holding = Extract<Held, { kind: 'held' }>;

/** What dropping the load where it is would do: to whom, on what, from which level to which. */
export function EffectPanel({ held }: { held: Holding }) {
  const { over, load } = held;
  return (
    <aside className={asideStyles.aside} aria-label="Effect of the drop">
      <header className={asideStyles.asideHead}>
        <h2 className={asideStyles.asideTitle}>{over === AWAY ? 'Take away' : 'Effect of this drop'}</h2>
        <span className={asideStyles.asideChips}>
          {load.labels.map((label) => (
            <LabelChip key={labelText(label)} label={label} />
          ))}
        </span>
      </header>
      <div className={asideStyles.asideBody}>
        {over === null ? (
          <p className={effect.muted}>
            Carrying {loadWords(load)}. Green outlines widen access, orange ones narrow it. Let go outside of
            them, or press Esc, and nothing happens.
          </p>
        ) : (
          <OverEffect held={held} over={over} />
        )}
      </div>
    </aside>
  );
}

function OverEffect({ held, over }: { held: Holding; over: string }) {
  const verdicts = useDragStore((state) => state.verdicts);
  const keys = keysMeant(over);
  const name = keys.length > 1 ? `${countText(keys.length)} places` : placedTarget(over)?.name;
  const { home } = held.load;
  const state = verdicts[over];
  const named = keys.join('\n');
  const changes = useMemo(
    () => (over === AWAY ? (home?.changes ?? NONE) : changesAt(named.split('\n'), verdicts)),
    [over, home, named, verdicts],
  );
  if (over === AWAY) {
    return (
      <>
        <p className={effect.bar} data-tone="loss">
          <span className={effect.barWords}>{home?.words}</span>
        </p>
        <ExactEffect changes={changes} />
      </>
    );
  }
  if (over === home?.target) return <p className={effect.muted}>It is here already.</p>;
  const refused = state?.kind === 'told' && !isDroppable(state.verdict);
  return (
    <>
      <p className={asideStyles.asideWhere}>{name}</p>
      {state === undefined || state.kind === 'waiting' ? <p className={effect.muted}>Working out…</p> : null}
      {state?.kind === 'failed' ? <p className={effect.bar}>{state.message}</p> : null}
      {state?.kind === 'told' ? (
        <div className={effect.bar} data-tone={refused ? 'refused' : effectTone(state.verdict.effect)}>
          <p className={effect.barWords}>{refused ? 'Not possible' : state.verdict.words}</p>
          {refused ? null : <p>{effectWords(state.verdict.effect)}</p>}
          {state.verdict.verdict.reasons.map((reason) => (
            <p key={reason} className={effect.muted}>
              {reason}
            </p>
          ))}
        </div>
      ) : null}
      {changes.length === 0 ? null : <ExactEffect changes={changes} />}
    </>
  );
}

/** What a drop on these targets adds to the draft. */
function changesAt(keys: readonly string[], verdicts: Readonly<Record<string, TargetVerdict>>): Change[] {
  return keys.flatMap((key) => {
    const state = verdicts[key];
    return state?.kind === 'told' && isDroppable(state.verdict) ? state.verdict.changes : [];
  });
}

/** The exact cells, on top of the draft as it is. */
function ExactEffect({ changes }: { changes: Change[] }) {
  const { key, snapshot } = useSelectedWorkspace();
  const before = applyingChanges(useDraft(key));
  const draft = useMemo(() => [...before, ...changes], [before, changes]);
  const state = useEffectOf(key, draft, SHOWN, snapshot?.fingerprint ?? null);
  switch (state.kind) {
    case 'none':
      return null;
    case 'loading':
      return <p className={effect.muted}>Working out who and what…</p>;
    case 'failed':
      return <p className={effect.muted}>{state.failure.message}</p>;
    case 'shown': {
      const { page } = state;
      if (page.kind === 'impossible') return <p className={effect.muted}>{page.reason}</p>;
      const more = page.counts.cells - page.rows.length;
      return (
        <div className={asideStyles.exact} aria-busy={state.renewing}>
          {before.length === 0 ? null : (
            <p className={effect.muted}>Together with the {counted(before.length, 'change')} of the draft:</p>
          )}
          <EffectSums counts={page.counts} members={page.members} resources={page.resources} />
          <EffectRows rows={page.rows} by="member" />
          {more > 0 ? <p className={effect.muted}>and {countText(more)} more</p> : null}
        </div>
      );
    }
  }
}

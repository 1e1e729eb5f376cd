import { Kbd } from '../../components/Kbd';
import { InspectorPane } from '../../inspector/InspectorPane';
import { useDragStore } from '../../stores/drag';
import { useSelection } from '../../stores/selected-workspace';
import asideStyles from './aside.module.css';
import { EffectPanel } from './EffectPanel';

/** The right pane of the board: the effect while labels are carried, else the inspector, else how the board works. */
export function BoardAside() {
  const held = useDragStore((state) => state.held);
  const { inspected } = useSelection();
  if (held.kind === 'held') return <EffectPanel held={held} />;
  return inspected === null ? <Guide /> : <InspectorPane />;
}

function Guide() {
  return (
    <aside className={asideStyles.aside} aria-label="How the board works">
      <header className={asideStyles.asideHead}>
        <h2 className={asideStyles.asideTitle}>Drag a label</h2>
      </header>
      <div className={asideStyles.asideBody}>
        <dl className={asideStyles.guide}>
          <div data-tone="gain">
            <dt>on a role</dt>
            <dd>
              A further grant. Whoever has several grants reaches what <strong>any</strong> of them reaches:
              OR widens.
            </dd>
          </div>
          <div data-tone="loss">
            <dt>on a grant</dt>
            <dd>
              One more label in it. A resource must then carry <strong>all</strong> of them: AND narrows.
            </dd>
          </div>
          <div>
            <dt>on a source or space</dt>
            <dd>The resource wears it. It replaces another value of the same key.</dd>
          </div>
          <div>
            <dt>out of where it is</dt>
            <dd>
              Takes it away, as <Kbd keys="Delete" /> does.
            </dd>
          </div>
        </dl>
        <p className={asideStyles.guideKeys}>
          By keyboard: <Kbd keys="Space" /> picks up, arrows move, <Kbd keys="enter" /> drops,{' '}
          <Kbd keys="esc" /> puts back. Nothing reaches Segment before you have read the plan.
        </p>
      </div>
    </aside>
  );
}

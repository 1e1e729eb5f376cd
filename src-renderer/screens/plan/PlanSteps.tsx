import type { PlanStep, StepState } from '@contract/apply';
import type { DraftItem } from '@contract/drafts';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { Chip } from '../../components/Chip';
import styles from './plan.module.css';
import { StepMark, stepWord } from './step-state';

/** The numbered steps. `states` is `null` for a plan that was not begun. */
export function PlanSteps({
  steps,
  states,
  items,
}: {
  steps: readonly PlanStep[];
  states: readonly StepState[] | null;
  /** The items of the draft that the steps carry out, as far as they are still in it. */
  items: readonly DraftItem[];
}) {
  return (
    <ol className={styles.steps}>
      {steps.map((step, index) => (
        <Step
          key={step.id}
          step={step}
          state={states?.[index] ?? null}
          why={items.filter(({ id }) => step.items.includes(id)).map((item) => item.words)}
        />
      ))}
    </ol>
  );
}

function Step({
  step,
  state,
  why,
}: {
  step: PlanStep;
  state: StepState | null;
  /** The changes that ask for it, in words. */
  why: readonly string[];
}) {
  const { number, words, target, request, before, after, confirm } = step;
  const [open, setOpen] = useState(false);
  const id = useId();
  const conflict = state?.kind === 'conflict';
  return (
    <li className={styles.step} data-state={state?.kind}>
      <span className={styles.stepNumber}>{number}</span>
      <div className={styles.stepBody}>
        <div className={styles.stepLine}>
          <span className={styles.stepWords}>{words}</span>
          {confirm === null || state !== null ? null : (
            <Chip tone="warn" title={`${confirm.why} You will be asked to type: ${confirm.phrase}`}>
              asks to type
            </Chip>
          )}
          {state === null ? null : (
            <span className={styles.stepState}>
              <StepMark state={state} />
              {stepWord(state)}
            </span>
          )}
        </div>
        <p className={styles.quiet}>
          {TARGETS[target.kind]} {target.name}
          {why.length === 0 ? '' : ` · for: ${why.join('; ')}`}
        </p>
        {state !== null && 'reason' in state ? <p className={styles.why}>{state.reason}</p> : null}
        {state?.kind === 'conflict' ? (
          <ThreeVersions before={before} there={state.there} after={after} />
        ) : (
          <Difference before={before} after={after} />
        )}
        {conflict ? (
          <p className={styles.why}>
            Somebody else has changed it meanwhile: nothing was written. Plan anew to go on.
          </p>
        ) : null}
        <button
          type="button"
          className={styles.fold}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {open ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />}
          <code>
            {request.method} {request.path}
          </code>
        </button>
        <pre id={id} className={styles.request} hidden={!open} data-copyable>
          {request.body === null ? 'No body.' : pretty(request.body)}
        </pre>
      </div>
    </li>
  );
}

const TARGETS: Record<PlanStep['target']['kind'], string> = {
  memberGrants: 'Permissions of the member',
  groupGrants: 'Permissions of the group',
  groupMembers: 'Members of the group',
  group: 'Group',
  label: 'Label',
  sourceLabels: 'Labels of the source',
  spaceLabels: 'Labels of the space',
  invite: 'Invite',
  member: 'Member',
};

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

/** Lines that go and lines that come; those that stay are folded into a number. */
function Difference({ before, after }: { before: readonly string[]; after: readonly string[] }) {
  const goes = minus(before, after);
  const comes = minus(after, before);
  const stays = before.length - goes.length;
  return (
    <ul className={styles.difference}>
      {goes.map(({ line, key }) => (
        <li key={key} data-sign="−">
          {line}
        </li>
      ))}
      {comes.map(({ line, key }) => (
        <li key={key} data-sign="+">
          {line}
        </li>
      ))}
      {stays > 0 ? (
        <li data-sign="=">{stays === 1 ? '1 line stays as it is' : `${stays} lines stay as they are`}</li>
      ) : null}
    </ul>
  );
}

interface Line {
  line: string;
  /** Tells equal lines apart. */
  key: string;
}

function keyed(lines: readonly string[]): Line[] {
  return lines.map((line, index) => ({ line, key: `${index} ${line}` }));
}

/** What is in `lines` and not in `others`, one for one. */
function minus(lines: readonly string[], others: readonly string[]): Line[] {
  const left = [...others];
  return keyed(lines).filter(({ line }) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function ThreeVersions({
  before,
  there,
  after,
}: {
  before: readonly string[];
  there: readonly string[];
  after: readonly string[];
}) {
  return (
    <div className={styles.versions}>
      <Version title="Shown then" lines={before} against={before} />
      <Version title="There now" lines={there} against={before} />
      <Version title="Yours" lines={after} against={before} />
    </div>
  );
}

function Version({
  title,
  lines,
  against,
}: {
  title: string;
  lines: readonly string[];
  against: readonly string[];
}) {
  const comes = new Set(minus(lines, against).map(({ key }) => key));
  const goes = minus(against, lines);
  return (
    <section className={styles.version} aria-label={title}>
      <h4>{title}</h4>
      <ul className={styles.difference}>
        {lines.length === 0 && goes.length === 0 ? <li data-sign="=">nothing</li> : null}
        {keyed(lines).map(({ line, key }) => (
          <li key={key} data-sign={comes.has(key) ? '+' : undefined}>
            {line}
          </li>
        ))}
        {goes.map(({ line, key }) => (
          <li key={`gone ${key}`} data-sign="−">
            {line}
          </li>
        ))}
      </ul>
    </section>
  );
}

import type { Holder } from '@contract/changes';
import { X } from 'lucide-react';
import { classNames } from '../../components/class-names';
import { LabelChip } from '../../components/LabelChip';
import { labelText } from '../../components/list/label-text';
import { watchPointer } from '../../drag/pointer';
import target from '../../drag/target.module.css';
import { useTarget } from '../../drag/use-target';
import { VerdictBadge } from '../../drag/VerdictBadge';
import { scopeLead } from '../../inspector/scope-words';
import { useBoard } from './board-context';
import { CarriedLabel, takeAway } from './CarriedLabel';
import { type DraftedGrant, withoutGrant } from './drafted-grants';
import grantStyles from './grants.module.css';

interface PillProps {
  holder: Holder;
  holderName: string;
  drafted: DraftedGrant;
}

/** One grant of a holder: its labels joined by AND, or its scope in words. */
export function GrantPill(props: PillProps) {
  const { grant, at, mark } = props.drafted;
  if (grant.scope.kind !== 'labels') return <WordPill {...props} />;
  if (at === null) {
    return (
      <span className={grantStyles.pill} data-mark={mark}>
        <MarkWord mark={mark} />
        {grant.scope.labels.map((label, index) => (
          <span key={labelText(label)} className={grantStyles.pillPart}>
            {index === 0 ? null : <And />}
            <LabelChip label={label} />
          </span>
        ))}
      </span>
    );
  }
  return <LabelPill {...props} at={at} labels={grant.scope.labels} />;
}

function LabelPill({
  holder,
  holderName,
  drafted: { grant, mark },
  at,
  labels,
}: PillProps & { at: number; labels: readonly { key: string; value: string }[] }) {
  const { workspaceKey } = useBoard();
  const scope = labels.map(labelText).join(' AND ');
  const words = `Take ${grant.roleName} on ${scope} from ${holderName}`;
  const { key, verdict, place } = useTarget(
    { kind: 'grant', holder, grant: at },
    `${scope}, ${grant.roleName} of ${holderName}`,
  );
  const whole = () => withoutGrant(holder, grant, null);
  return (
    <span
      {...place}
      className={classNames(target.target, grantStyles.pill)}
      data-mark={mark}
      onPointerDown={(event) => {
        event.stopPropagation();
        watchPointer(event, workspaceKey, () => ({
          labels: [...labels],
          home: { target: key, changes: whole(), words },
        }));
      }}
    >
      <MarkWord mark={mark} />
      {labels.map((label, index) => (
        <span key={labelText(label)} className={grantStyles.pillPart}>
          {index === 0 ? null : <And />}
          <CarriedLabel
            label={label}
            target={key}
            changes={() => withoutGrant(holder, grant, label)}
            words={
              labels.length === 1
                ? words
                : `Take ${labelText(label)} out of ${grant.roleName} on ${scope} of ${holderName}`
            }
            from={`in ${grant.roleName} on ${scope} of ${holderName}`}
          />
        </span>
      ))}
      <VerdictBadge verdict={verdict} floating="right" />
      <RemoveButton words={words} onRemove={() => void takeAway(workspaceKey, whole(), words)} />
    </span>
  );
}

/** A grant that is not over labels: nothing can be dropped into it. */
export function WordPill({
  holder,
  holderName,
  drafted,
  sayRole = false,
}: PillProps & { sayRole?: boolean }) {
  const { workspaceKey } = useBoard();
  const { grant, view, mark, at } = drafted;
  const scope = view === null ? plainScope(drafted) : scopeLead(view.scope).replace(/:$/, '');
  const words = `Take ${grant.roleName} (${scope}) from ${holderName}`;
  return (
    <span className={grantStyles.pill} data-mark={mark} data-words title={`${grant.roleName}: ${scope}`}>
      <MarkWord mark={mark} />
      {sayRole ? (
        <>
          <span className={grantStyles.pillRole}>{grant.roleName}</span>
          <span className={grantStyles.pillScope}>{briefScope(drafted)}</span>
        </>
      ) : (
        <span className={grantStyles.pillWords}>{scope}</span>
      )}
      {at === null ? null : (
        <RemoveButton
          words={words}
          onRemove={() => void takeAway(workspaceKey, withoutGrant(holder, grant, null), words)}
        />
      )}
    </span>
  );
}

/** The scope beside the name of its role: nothing for all, else how much. */
function briefScope({ grant: { scope } }: DraftedGrant): string {
  switch (scope.kind) {
    case 'all':
      return '';
    case 'list':
      return `· ${scope.resources.length}`;
    case 'labels':
      return `· ${scope.labels.map(labelText).join(' AND ')}`;
    case 'unknown':
      return '· unknown';
  }
}

function plainScope({ grant: { scope } }: DraftedGrant): string {
  switch (scope.kind) {
    case 'all':
      return 'all current and future';
    case 'list':
      return `${scope.resources.length} listed`;
    case 'labels':
      return scope.labels.map(labelText).join(' AND ');
    case 'unknown':
      return 'scope unknown';
  }
}

function And() {
  return <span className={grantStyles.and}>AND</span>;
}

function MarkWord({ mark }: { mark: DraftedGrant['mark'] }) {
  if (mark === 'kept') return null;
  return <span className={grantStyles.markWord}>{mark === 'added' ? 'new' : 'gone'}</span>;
}

function RemoveButton({ words, onRemove }: { words: string; onRemove: () => void }) {
  return (
    <button
      type="button"
      className={grantStyles.remove}
      aria-label={words}
      title={words}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={onRemove}
      onKeyDown={(event) => {
        if (event.key === 'Delete' || event.key === 'Backspace') onRemove();
      }}
    >
      <X aria-hidden />
    </button>
  );
}

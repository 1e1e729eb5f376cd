import type { Holder } from '@contract/changes';
import { Plus } from 'lucide-react';
import { classNames } from '../../components/class-names';
import target from '../../drag/target.module.css';
import { useTarget } from '../../drag/use-target';
import { VerdictBadge } from '../../drag/VerdictBadge';
import { useBoard } from './board-context';
import { type DraftedGrant, grantText } from './drafted-grants';
import { GrantPill, WordPill } from './GrantPill';
import grantStyles from './grants.module.css';
import type { Lane } from './lanes';

interface LanesProps {
  holder: Holder;
  holderName: string;
  grants: readonly DraftedGrant[];
}

/** The role lanes of a principal: those with grants line by line, the empty ones side by side, then other roles. */
export function LaneRows({ holder, holderName, grants }: LanesProps) {
  const { lanes } = useBoard();
  const inLane = (lane: Lane) => grants.filter(({ grant }) => grant.roleId === lane.roleId);
  const others = grants.filter(({ grant }) => !lanes.some(({ roleId }) => roleId === grant.roleId));
  return (
    <div className={grantStyles.lanes}>
      {lanes.map((lane) => {
        const held = inLane(lane);
        return held.length === 0 ? null : (
          <LaneRow key={lane.roleId} lane={lane} holder={holder} holderName={holderName} grants={held} />
        );
      })}
      {others.length === 0 ? null : (
        <div className={grantStyles.others}>
          {others.map((drafted, index) => (
            <WordPill
              // The same grant can be held twice: its place tells the two apart.
              key={`${grantText(drafted.grant)} ${drafted.at ?? `gone ${index}`}`}
              holder={holder}
              holderName={holderName}
              drafted={drafted}
              sayRole
            />
          ))}
        </div>
      )}
      <div className={grantStyles.slots}>
        {lanes
          .filter((lane) => inLane(lane).length === 0)
          .map((lane) => (
            <Slot key={lane.roleId} lane={lane} holder={holder} holderName={holderName} />
          ))}
      </div>
    </div>
  );
}

function LaneRow({ lane, holder, holderName, grants }: LanesProps & { lane: Lane }) {
  const { verdict, place } = useTarget(
    { kind: 'lane', holder, roleId: lane.roleId },
    `${lane.roleName} of ${holderName}, a further grant`,
  );
  return (
    <div {...place} className={classNames(target.target, grantStyles.lane)} title={lane.roleName}>
      <span className={grantStyles.laneName}>{lane.short}</span>
      <span className={grantStyles.grants}>
        {grants.map((drafted, index) => (
          <span
            key={`${grantText(drafted.grant)} ${drafted.at ?? `gone ${index}`}`}
            className={grantStyles.grantLine}
          >
            {index === 0 ? null : <span className={grantStyles.or}>OR</span>}
            <GrantPill holder={holder} holderName={holderName} drafted={drafted} />
          </span>
        ))}
      </span>
      <VerdictBadge verdict={verdict} floating="left" />
    </div>
  );
}

/** A lane without grants: the place for a first one. */
function Slot({ lane, holder, holderName }: Omit<LanesProps, 'grants'> & { lane: Lane }) {
  const { verdict, place } = useTarget(
    { kind: 'lane', holder, roleId: lane.roleId },
    `${lane.roleName} of ${holderName}, a first grant`,
  );
  return (
    <div {...place} className={classNames(target.target, grantStyles.slot)} title={lane.roleName}>
      <Plus aria-hidden />
      <span className={grantStyles.slotName}>{lane.short}</span>
      <VerdictBadge verdict={verdict} floating="right" />
    </div>
  );
}

import { compile } from '../../src-main/policy/policy';
import { agreeOnEffect, agreeOnPeople, agreeOnQuestions, agreeOnRows } from './agreement';
import { CasbinPeer } from './casbin-peer';
import { CaslPeer } from './casl-peer';
import { CedarPeer } from './cedar-peer';
import { bytesFigure, type Figure, timeFigure } from './figures';
import { Measuring, scaled } from './measure';
import { NaivePeer } from './naive-peer';
import { levelBy, type Peer, type Question } from './peer';
import { after, levelFor, type Subject, subjectOf } from './subject';
import { buildWorkload, type Size } from './workload';

/** How a size is measured. */
export interface Plan {
  readonly name: string;
  readonly size: Size;
  readonly hard: boolean;
  readonly rounds: number;
  /** Members whose whole rows stand for the matrix of the naive peer and of CASL. */
  readonly sampleRows: number;
  /** Whether effects are measured beside a rebuild: at XL that takes minutes. */
  readonly effects: boolean;
  /** Whether casbin and Cedar are asked too. */
  readonly slowPeers: boolean;
}

/** How many of the questions are asked of each peer, from the first: who is slow is asked fewer. */
const ASKED = { naive: 20_000, CASL: 2_000, casbin: 2_000, Cedar: 2_000 } as const;

/** A peer with its questions; ready for the members in them. */
interface Asked {
  readonly peer: Peer;
  readonly questions: readonly Question[];
}

function asking(peer: Peer, questions: readonly Question[]): Asked {
  for (const id of new Set(questions.map(({ memberId }) => memberId))) peer.prepare(id);
  return { peer, questions };
}

async function peersFor({ snapshot, questions }: Subject, naive: NaivePeer, slow: boolean): Promise<Asked[]> {
  const asked = [
    asking(naive, questions.slice(0, ASKED.naive)),
    asking(new CaslPeer(snapshot), questions.slice(0, ASKED.CASL)),
  ];
  if (!slow) return asked;
  const forCasbin = questions.slice(0, ASKED.casbin);
  const casbin = await CasbinPeer.of(snapshot, [...new Set(forCasbin.map(({ memberId }) => memberId))]);
  return [
    ...asked,
    asking(casbin, forCasbin),
    asking(new CedarPeer(snapshot), questions.slice(0, ASKED.Cedar)),
  ];
}

/** Asks the peer for every cell of these members, making it ready for each of them first. */
function askRows(peer: Peer, { snapshot, sampleRows }: Subject): number {
  const keys = snapshot.resources.map(({ type, id }) => `${type}:${id}`);
  let sum = 0;
  for (const memberId of sampleRows) {
    peer.prepare(memberId);
    for (const key of keys) {
      sum += peer instanceof NaivePeer ? peer.level(memberId, key) : levelBy(peer, memberId, key);
    }
  }
  return sum;
}

function addOurs(measuring: Measuring, subject: Subject): void {
  const { snapshot, policy, questions, handles, asked: sources } = subject;
  measuring.add('ours: whole matrix', () => compile(snapshot).matrix.fill());
  for (const count of new Set(Object.values(ASKED))) {
    const asked = questions.slice(0, count);
    measuring.add(`ours: by ids, ${count}`, () =>
      asked.reduce(
        (sum, { memberId, resource, action }) =>
          policy.matrix.level(memberId, resource) >= levelFor(action) ? sum + 1 : sum,
        0,
      ),
    );
  }
  measuring.add('ours: by handle', () =>
    handles.reduce(
      (sum, { row, column, enough }) => (policy.matrix.levelAt(row, column) >= enough ? sum + 1 : sum),
      0,
    ),
  );
  measuring.add('ours: who', () => sources.map((target) => policy.whoCanReach(target).allowed.length));
}

function addEffects(measuring: Measuring, { snapshot, policy, grantChange, labelChange }: Subject): void {
  measuring.add('ours: grant', () => policy.effect([grantChange]));
  measuring.add('rebuild: grant', () => compile(after(snapshot, grantChange)).matrix.fill());
  measuring.add('ours: label', () => policy.effect([labelChange]));
  measuring.add('rebuild: label', () => compile(after(snapshot, labelChange)).matrix.fill());
}

function addPeers(measuring: Measuring, subject: Subject, peers: readonly Asked[], naive: NaivePeer): void {
  const { snapshot, asked } = subject;
  measuring.add('naive: building', () => new NaivePeer(snapshot));
  measuring.add('naive: who', () =>
    asked.map(
      ({ id: source }) =>
        snapshot.members.filter(({ id }) => naive.may(id, `SOURCE:${source}`, 'view')).length,
    ),
  );
  for (const { peer, questions } of peers) {
    measuring.add(`${peer.name}: by ids`, () =>
      questions.reduce(
        (sum, { memberId, key, action }) => (peer.may(memberId, key, action) ? sum + 1 : sum),
        0,
      ),
    );
    if (hasRows(peer)) measuring.add(`${peer.name}: rows`, () => askRows(peer, subject));
  }
}

/** casbin and Cedar are too slow for whole rows. */
function hasRows({ name }: Peer): boolean {
  return name === 'naive' || name === 'CASL';
}

function agree(plan: Plan, subject: Subject, peers: readonly Asked[], naive: NaivePeer): void {
  for (const { peer, questions } of peers) agreeOnQuestions(subject, peer, questions);
  agreeOnRows(subject, naive, subject.sampleRows);
  agreeOnPeople(subject, naive);
  if (!plan.effects) return;
  for (const change of [subject.grantChange, subject.labelChange]) agreeOnEffect(subject, naive, change, 10);
}

function timesOf(plan: Plan, subject: Subject, peers: readonly Asked[], measuring: Measuring): Figure[] {
  const { name } = plan;
  const { snapshot, questions, asked } = subject;
  const cells = snapshot.members.length * snapshot.resources.length;
  const one = (task: string, count: number) => scaled(measuring.of(task), 1 / count);
  const matrix = measuring.of('ours: whole matrix');
  const byHandle = one('ours: by handle', questions.length);
  const figures: Figure[] = [];
  for (const { peer } of peers) {
    if (!hasRows(peer)) continue;
    const building = peer instanceof NaivePeer ? measuring.of('naive: building').median : 0;
    const factor = snapshot.members.length / subject.sampleRows.length;
    const theirs = scaled(measuring.of(`${peer.name}: rows`), factor, building);
    figures.push(timeFigure(name, 'whole matrix', peer.name, matrix, theirs, true));
  }
  for (const { peer, questions: theirOwn } of peers) {
    const theirs = one(`${peer.name}: by ids`, theirOwn.length);
    if (!hasRows(peer)) {
      figures.push(timeFigure(name, 'whole matrix', peer.name, matrix, scaled(theirs, cells), true));
    }
    // Ours is timed on the very questions that the peer is asked.
    const byIds = one(`ours: by ids, ${theirOwn.length}`, theirOwn.length);
    figures.push(timeFigure(name, 'check by ids', peer.name, byIds, theirs));
    if (peer instanceof NaivePeer) {
      figures.push(timeFigure(name, 'check by handle', peer.name, byHandle, theirs));
    }
  }
  const who = one('ours: who', asked.length);
  figures.push(timeFigure(name, 'who can reach', 'naive', who, one('naive: who', asked.length)));
  if (!plan.effects) return figures;
  const [grant, label] = [measuring.of('ours: grant'), measuring.of('ours: label')];
  return [
    ...figures,
    timeFigure(name, 'effect of a new grant', 'own rebuild', grant, measuring.of('rebuild: grant')),
    timeFigure(name, 'effect of a label edit', 'own rebuild', label, measuring.of('rebuild: label')),
  ];
}

/** Measures one size: answers are compared first. Throws when a peer and ours disagree. */
export async function runSize(plan: Plan): Promise<Figure[]> {
  const subject = subjectOf(buildWorkload(plan.size, plan.hard), plan.sampleRows);
  const naive = new NaivePeer(subject.snapshot);
  const peers = await peersFor(subject, naive, plan.slowPeers);
  agree(plan, subject, peers, naive);
  const measuring = new Measuring();
  addOurs(measuring, subject);
  if (plan.effects) addEffects(measuring, subject);
  addPeers(measuring, subject, peers, naive);
  measuring.run(plan.rounds);
  const bytes = compile(subject.snapshot).matrix.fill();
  const dense = (subject.snapshot.members.length * subject.snapshot.resources.length) / 4;
  return [...timesOf(plan, subject, peers, measuring), bytesFigure(plan.name, bytes, dense)];
}

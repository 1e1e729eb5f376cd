import type { Scope } from '@contract/snapshot';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WirePermission } from '../../../src-main/segment/wire/permission';
import { grantsOf } from '../../../src-main/snapshot/grants';

const PROD = { key: 'environment', value: 'prod' };
const CAR = { key: 'product', value: 'car', description: 'cars' };
const CAR_REF = { key: 'product', value: 'car' };
const workspace = (labels?: WirePermission['labels']) => ({ id: 'w', type: 'WORKSPACE', labels });
const source = (id: string) => ({ id, type: 'SOURCE' });
const unknown = (reason: RegExp) => ({ kind: 'unknown', reason: expect.stringMatching(reason) });

const scopes = (resources: WirePermission['resources'], labels?: WirePermission['labels']): Scope[] =>
  grantsOf([{ roleId: 'r', roleName: 'Source Admin', resources, labels }]).map(({ scope }) => scope);

describe('grantsOf', () => {
  it.each<[string, WirePermission['resources'], WirePermission['labels'] | undefined, unknown[]]>([
    ['the workspace without labels is all', [workspace()], undefined, [{ kind: 'all' }]],
    ['the workspace with empty labels is all', [workspace([])], undefined, [{ kind: 'all' }]],
    ['the workspace with null labels is all', [workspace(null)], null, [{ kind: 'all' }]],
    ['empty labels on the permission change nothing', [workspace()], [], [{ kind: 'all' }]],
    [
      'labels narrow the workspace',
      [workspace([CAR, PROD])],
      undefined,
      [{ kind: 'labels', labels: [PROD, CAR_REF] }],
    ],
    [
      'a label that is named twice counts once',
      [workspace([PROD, PROD])],
      undefined,
      [{ kind: 'labels', labels: [PROD] }],
    ],
    [
      'labels of the permission narrow a workspace that has none of its own',
      [workspace()],
      [CAR],
      [{ kind: 'labels', labels: [CAR_REF] }],
    ],
    [
      'labels of both places that agree',
      [workspace([PROD, CAR])],
      [CAR, PROD],
      [{ kind: 'labels', labels: [PROD, CAR_REF] }],
    ],
    ['labels of the permission against empty ones', [workspace([])], [PROD], [unknown(/two different sets/)]],
    ['labels of both places that differ', [workspace([CAR])], [PROD], [unknown(/two different sets/)]],
    [
      'resources that are named are one list',
      [source('b'), source('a'), { id: 'x', type: 'SPACE' }],
      undefined,
      [
        {
          kind: 'list',
          resources: [
            { type: 'SOURCE', id: 'a' },
            { type: 'SOURCE', id: 'b' },
            { type: 'SPACE', id: 'x' },
          ],
        },
      ],
    ],
    [
      'a resource that is named twice is listed once',
      [source('a'), source('a')],
      undefined,
      [{ kind: 'list', resources: [{ type: 'SOURCE', id: 'a' }] }],
    ],
    [
      'the workspace beside a list is two grants',
      [source('a'), workspace()],
      undefined,
      [{ kind: 'all' }, { kind: 'list', resources: [{ type: 'SOURCE', id: 'a' }] }],
    ],
    [
      'two workspaces with labels are two grants',
      [workspace([PROD]), workspace([CAR])],
      undefined,
      [
        { kind: 'labels', labels: [PROD] },
        { kind: 'labels', labels: [CAR_REF] },
      ],
    ],
    ['no resource at all is unknown', [], undefined, [unknown(/no resource/)]],
    ['a kind that nobody knows is unknown', [{ id: 'j', type: 'JOURNEY' }], undefined, [unknown(/JOURNEY/)]],
    [
      'a kind that nobody knows leaves the list alone',
      [{ id: 'j', type: 'JOURNEY' }, source('a')],
      undefined,
      [{ kind: 'list', resources: [{ type: 'SOURCE', id: 'a' }] }, unknown(/JOURNEY/)],
    ],
    ['labels of the permission beside a list are unknown', [source('a')], [PROD], [unknown(/one by one/)]],
    [
      'labels on a listed resource are unknown',
      [{ ...source('a'), labels: [PROD] }],
      undefined,
      [unknown(/one by one/)],
    ],
    [
      'empty labels on a listed resource are nothing',
      [{ ...source('a'), labels: [] }],
      undefined,
      [{ kind: 'list', resources: [{ type: 'SOURCE', id: 'a' }] }],
    ],
  ])('%s', (_title, resources, labels, expected) => {
    expect(scopes(resources, labels)).toEqual(expect.arrayContaining(expected));
    expect(scopes(resources, labels)).toHaveLength(expected.length);
  });

  it('keeps two equal grants as two', () => {
    const permission = { roleId: 'r', roleName: 'R', resources: [workspace()] };
    expect(grantsOf([permission, permission])).toHaveLength(2);
  });

  it('keeps the name of the role as Segment gives it', () => {
    expect(grantsOf([{ roleId: 'r9', roleName: 'Odd Röle', resources: [workspace()] }])).toEqual([
      { roleId: 'r9', roleName: 'Odd Röle', scope: { kind: 'all' } },
    ]);
  });

  it('does not depend on the order of permissions, resources and labels', () => {
    const permissions: WirePermission[] = [
      { roleId: 'r1', roleName: 'A', resources: [workspace([PROD, CAR])] },
      { roleId: 'r1', roleName: 'A', resources: [source('b'), source('a'), { id: 'z', type: 'SPACE' }] },
      { roleId: 'r2', roleName: 'B', resources: [workspace()], labels: [CAR, PROD] },
      { roleId: 'r2', roleName: 'B', resources: [workspace()], labels: [CAR, PROD] },
      { roleId: 'r0', roleName: 'C', resources: [{ id: 'q', type: 'NEW' }] },
    ];
    const expected = grantsOf(permissions);
    const shuffled = <T>(values: readonly T[]) =>
      fc.shuffledSubarray([...values], { minLength: values.length, maxLength: values.length });
    fc.assert(
      fc.property(shuffled(permissions), fc.boolean(), (order, flip) => {
        const turned = order.map((each) => ({
          ...each,
          labels: flip ? each.labels?.toReversed() : each.labels,
          resources: (flip ? each.resources.toReversed() : each.resources).map((resource) => ({
            ...resource,
            labels: flip ? resource.labels?.toReversed() : resource.labels,
          })),
        }));
        expect(grantsOf(turned)).toEqual(expected);
      }),
    );
  });
});

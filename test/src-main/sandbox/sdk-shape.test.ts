import { describe, expect, it } from 'vitest';
import { shapeViolations } from './sdk-shape';

const user = { id: 'u', name: '', email: 'a@b.example' };

describe('the check against the SDK', () => {
  it('passes what the SDK declares', () => {
    expect(shapeViolations({ data: { user } }, 'GetUser200Response')).toEqual([]);
    expect(shapeViolations({ current: 'MA==', previous: null }, 'PaginationOutput')).toEqual([]);
  });

  it.each([
    [{ data: { user: { id: 'u', name: '' } } }, 'GetUser200Response', 'email is missing'],
    [{ data: { user: { ...user, email: null } } }, 'GetUser200Response', 'email is null'],
    [{ data: { user: { ...user, id: 7 } } }, 'GetUser200Response', 'id is not a string'],
    [{ data: { user: { ...user, extra: 1 } } }, 'GetUser200Response', 'extra is not declared'],
    [{ id: 'w', type: 'DESTINATION' }, 'PermissionResourceV1', 'which PermissionResourceV1.TypeEnum has not'],
    [{ data: { users: {}, pagination: { current: '' } } }, 'ListUsers200Response', 'users is not an array'],
    [{ data: { source: {} } }, 'GetSource200Response', 'trackingPlanId is missing'],
    [
      { id: 'w', metadata: {}, workspaceId: 'w', enabled: true, settings: [] },
      'WarehouseV1',
      'settings is not an object',
    ],
  ])('catches %j as %s', (value, type, violation) => {
    expect(shapeViolations(value, type).join('\n')).toContain(violation);
  });
});

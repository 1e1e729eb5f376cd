import { z } from 'zod';
import { wirePermissionSchema } from './permission';

/** The workspace that a token belongs to. */
export const wireWorkspaceSchema = z.object({ id: z.string().min(1), slug: z.string(), name: z.string() });
export type WireWorkspace = z.infer<typeof wireWorkspaceSchema>;

/** A team member. The name may be empty; lists usually leave the permissions out. */
export const wireUserSchema = z.object({
  id: z.string().min(1),
  name: z.string(),
  email: z.string(),
  permissions: z.array(wirePermissionSchema).nullish(),
});
export type WireUser = z.infer<typeof wireUserSchema>;

/** A user group. `memberCount` probably counts pending invites too. */
export const wireGroupSchema = z.object({
  id: z.string().min(1),
  name: z.string(),
  memberCount: z.number().int().nonnegative(),
  permissions: z.array(wirePermissionSchema).nullish(),
});
export type WireGroup = z.infer<typeof wireGroupSchema>;

/** A group as a member's list of groups shows it. */
export const wireMinimalGroupSchema = z.object({ id: z.string().min(1), name: z.string() });

/** A member as a group's list of members shows it. */
export const wireMinimalUserSchema = z.object({ id: z.string().min(1), name: z.string(), email: z.string() });

/** A pending invite is its address and nothing else. */
export const wireInviteSchema = z.string().min(1);

/** A role of the workspace. */
export const wireRoleSchema = z.object({ id: z.string().min(1), name: z.string(), description: z.string() });
export type WireRole = z.infer<typeof wireRoleSchema>;

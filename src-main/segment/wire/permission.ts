import { z } from 'zod';

/** A label as the API writes it; a description is not needed where it is only named. */
export const wireLabelSchema = z.object({
  key: z.string(),
  value: z.string(),
  description: z.string().nullish(),
});
export type WireLabel = z.infer<typeof wireLabelSchema>;

/**
 * A resource inside a permission. The type is any text: one that the API adds
 * some day must become an unknown scope, not a failed sync.
 */
export const wirePermissionResourceSchema = z.object({
  id: z.string(),
  type: z.string(),
  labels: z.array(wireLabelSchema).nullish(),
});

/** One permission of a user or group. Labels sit in a WORKSPACE resource; on the permission itself in invites. */
export const wirePermissionSchema = z.object({
  roleId: z.string(),
  roleName: z.string(),
  resources: z.array(wirePermissionResourceSchema),
  labels: z.array(wireLabelSchema).nullish(),
});
export type WirePermission = z.infer<typeof wirePermissionSchema>;

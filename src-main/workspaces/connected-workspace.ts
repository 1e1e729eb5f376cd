import { endpointSchema, workspaceKeySchema } from '@contract/workspaces';
import { z } from 'zod';

/** A connected workspace as it is kept, sealed. The order of the list is the order in the rail. */
export const keptWorkspaceSchema = z.object({
  key: workspaceKeySchema,
  id: z.string().min(1),
  slug: z.string(),
  name: z.string(),
  email: z.string(),
  endpoint: endpointSchema,
  /** Whether it offers the sandbox's extensions; `null` while that was not asked yet. */
  extensions: z.boolean().nullable(),
  token: z.string().min(1),
  /** The data key, wrapped by the master key (base64). */
  dataKey: z.base64(),
});
export type KeptWorkspace = z.infer<typeof keptWorkspaceSchema>;

/** A connected workspace without its secrets: what the rest of main works with. */
export const connectedWorkspaceSchema = keptWorkspaceSchema.omit({ token: true, dataKey: true });
export type ConnectedWorkspace = z.infer<typeof connectedWorkspaceSchema>;

/** What is needed to connect a workspace, once its token has been tried. */
export type NewWorkspace = Omit<KeptWorkspace, 'key' | 'dataKey'>;

/** What a sync may find changed. */
export type WorkspaceFacts = Partial<Pick<KeptWorkspace, 'slug' | 'name' | 'extensions'>>;

/** Says whether two emails are the same identity: letter case and blanks around it do not make another one. */
export function sameIdentity(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

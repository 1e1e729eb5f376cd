import { z } from 'zod';

/** How the app looks and behaves on this machine. Kept in clear on disk, so nothing of a workspace may be in here. */
export const settingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['compact', 'comfortable']),
  /** The embedded sandbox starts with the app while one of its workspaces is connected, unless it was stopped. */
  sandboxStopped: z.boolean(),
  /** The screen shown last. */
  screen: z.enum([
    'overview',
    'people',
    'summary',
    'members',
    'groups',
    'resources',
    'matrix',
    'labels',
    'roles',
    'tokens',
    'board',
    'plan',
  ]),
  inspectorWidth: z.number().int().min(240).max(900),
  /** Whether the 15 minutes of HIPAA eligible workspaces count from the last activity or from unlocking. */
  shortSession: z.enum(['idle', 'atMost']),
});
export type Settings = z.infer<typeof settingsSchema>;
export const settingsPatchSchema = settingsSchema.partial().strict();
export type SettingsPatch = z.infer<typeof settingsPatchSchema>;

/** Facts of the running app for the About line and the notices. */
export const appInfoSchema = z.object({
  version: z.string(),
  electron: z.string(),
  chromium: z.string(),
  platform: z.string(),
  packaged: z.boolean(),
  /** Set when the runtime is the older evaluation one. */
  evaluationRuntime: z.boolean(),
});
export type AppInfo = z.infer<typeof appInfoSchema>;

/** The pages outside the app that it can open in the browser. */
export const linkSchema = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('accessManagement'), slug: z.string().min(1).max(200) }),
  z.strictObject({ to: z.literal('tokens'), slug: z.string().min(1).max(200) }),
  z.strictObject({ to: z.literal('spaces'), slug: z.string().min(1).max(200) }),
  z.strictObject({ to: z.literal('publicApiDocs') }),
  z.strictObject({ to: z.literal('rolesDocs') }),
  z.strictObject({ to: z.literal('labelsDocs') }),
]);
export type Link = z.infer<typeof linkSchema>;

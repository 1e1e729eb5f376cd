/** An action of the policy engine in words. */
export interface ActionWords {
  /** By itself: `View write key`. */
  title: string;
  /** Before the name of what it is about: `Ana may` … `view the write key of Web prod`. */
  phrase: string;
  /** The parts that must all be carried, where there are several: their names at main, in words. */
  parts?: Record<string, string>;
}

const PII_PARTS = { resource: 'Reaches it', pii: 'Has PII unmasked' };
const CONNECTION_PARTS = { first: 'On the first', second: 'On the second' };
const ENGAGE_PARTS = { space: 'On the space', source: 'On the source behind the space' };

const WORDS: Record<string, ActionWords> = {
  view: { title: 'View', phrase: 'view' },
  edit: { title: 'Edit', phrase: 'edit' },
  delete: { title: 'Delete', phrase: 'delete' },
  viewWriteKey: { title: 'View write key', phrase: 'view the write key of' },
  viewDebugger: { title: 'View debugger', phrase: 'view the debugger of' },
  viewSchema: { title: 'View schema', phrase: 'view the schema of' },
  editSchema: { title: 'Edit schema', phrase: 'edit the schema of' },
  viewTransformations: { title: 'View transformations', phrase: 'view the transformations of' },
  editTransformations: { title: 'Edit transformations', phrase: 'edit the transformations of' },
  editLabels: { title: 'Edit labels', phrase: 'edit the labels of' },
  viewPii: { title: 'See PII', phrase: 'see PII in', parts: PII_PARTS },
  downloadPii: { title: 'Download PII', phrase: 'download PII from', parts: PII_PARTS },
  viewUnify: { title: 'View Unify', phrase: 'view Unify in' },
  editUnify: { title: 'Edit Unify', phrase: 'edit Unify in' },
  viewEngage: { title: 'View Engage', phrase: 'view Engage in' },
  editEngage: { title: 'Edit Engage', phrase: 'edit Engage in' },
  editSettings: { title: 'Edit settings', phrase: 'edit the settings of' },
  connect: { title: 'Connect', phrase: 'connect', parts: CONNECTION_PARTS },
  connectEngageDestination: {
    title: 'Connect destination',
    phrase: 'connect a destination to Engage in',
    parts: ENGAGE_PARTS,
  },
  attachDestinationToEngageFeature: {
    title: 'Use destination in Engage',
    phrase: 'attach a destination to a feature of Engage in',
  },
  manageAccess: { title: 'Manage access', phrase: 'manage the access to' },
  manageLabels: { title: 'Manage labels', phrase: 'manage the labels of' },
  createToken: { title: 'Create tokens', phrase: 'create tokens for' },
  viewAuditTrail: { title: 'View audit trail', phrase: 'view the audit trail of' },
  openPrivacyPortal: { title: 'Open Privacy Portal', phrase: 'open the Privacy Portal of' },
  editIdentitySettings: { title: 'Edit identity settings', phrase: 'edit the identity settings of' },
  editEndUserPrivacy: { title: 'Edit end user privacy', phrase: 'edit the end user privacy settings of' },
  viewEntities: { title: 'View entities', phrase: 'view the entities of' },
  editEntities: { title: 'Edit entities', phrase: 'edit the entities of' },
  createSource: { title: 'Create sources', phrase: 'create sources in' },
  createFunction: { title: 'Create functions', phrase: 'create functions in' },
};

/** The words of an action. One that has none yet is named as the engine names it. */
export function actionWords(action: string): ActionWords {
  return WORDS[action] ?? { title: action, phrase: `do “${action}” on` };
}

/** The actions that have words, by name. */
export const wordedActions: readonly string[] = Object.keys(WORDS);

const SPELLINGS: Readonly<Record<string, string>> = {
  stable: 'v1',
  v1: 'v1',
  beta: 'v1beta',
  v1beta: 'v1beta',
  alpha: 'v1alpha',
  v1alpha: 'v1alpha',
};

/** The versions under which an endpoint is offered. */
export type Version = 'v1' | 'v1beta' | 'v1alpha';

/**
 * The media type to answer with: the version asked for, in the spelling asked
 * for, where the endpoint has it; otherwise plain JSON, whatever was asked.
 */
export function answerType(accept: string | undefined, versions: readonly Version[]): string {
  const asked = /application\/vnd\.segment\.(\w+)\+json/i.exec(accept ?? '')?.[1]?.toLowerCase();
  const version = asked === undefined ? undefined : SPELLINGS[asked];
  return versions.some((each) => each === version)
    ? `application/vnd.segment.${asked}+json`
    : 'application/json';
}

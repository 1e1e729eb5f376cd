import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as sdk from '@segment/public-api-sdk-typescript';
import { z } from 'zod';

const models = join(
  dirname(createRequire(import.meta.url).resolve('@segment/public-api-sdk-typescript')),
  'model',
);

const attributeTypeMap = z.array(z.object({ name: z.string(), baseName: z.string(), type: z.string() }));

/** Fields that Segment sends (in its samples, or since version 73) and version 47 of the SDK does not declare. */
const BEYOND_THE_SDK: Readonly<Record<string, readonly string[]>> = {
  AccessPermissionV1: ['policyId', 'subjectId', 'subjectType'],
  SourceMetadataV1: ['status'],
};

/** The values that version 73 added to the enum of version 47. */
const BEYOND_THE_ENUM: Readonly<Record<string, readonly string[]>> = {
  'ListFunctionItemV1.ResourceTypeEnum': ['INSERT_SOURCE', 'INSERT_TRANSFORMATION'],
};

interface Field {
  readonly optional: boolean;
  readonly nullable: boolean;
}

/** Which fields of a model may be missing or null: only the SDK's type declarations say so. */
function declaredFields(model: string): Map<string, Field> {
  const file = join(models, `${model.charAt(0).toLowerCase()}${model.slice(1)}.d.ts`);
  const fields = new Map<string, Field>();
  for (const [, name = '', mark, type = ''] of readFileSync(file, 'utf8').matchAll(
    /^ {4}'(\w+)'(\?)?: (.*)$/gm,
  )) {
    fields.set(name, { optional: mark === '?', nullable: /\bnull\b|\bany\b/.test(type) });
  }
  return fields;
}

function enumValues(type: string): readonly unknown[] {
  const [model = '', name = ''] = type.split('.');
  const container: unknown = Reflect.get(sdk, model);
  if (typeof container !== 'function') throw new Error(`the SDK has no ${model}`);
  const values: unknown = Reflect.get(container, name);
  if (typeof values !== 'object' || values === null) throw new Error(`the SDK has no ${type}`);
  // A TypeScript enum of strings that was compiled with its reverse: the keys are the strings.
  const strings = Object.entries(values).flat();
  return [...strings, ...(BEYOND_THE_ENUM[type] ?? [])];
}

function checkModel(value: unknown, model: string, path: string): string[] {
  const record = z.record(z.string(), z.unknown()).safeParse(value);
  if (!record.success) return [`${path} is not a ${model}`];
  const container: unknown = Reflect.get(sdk, model);
  if (typeof container !== 'function') throw new Error(`the SDK has no ${model}`);
  const attributes = attributeTypeMap.parse(Reflect.get(container, 'attributeTypeMap'));
  const declared = declaredFields(model);
  if (declared.size !== attributes.length)
    throw new Error(`the declarations of ${model} were not understood`);
  const violations: string[] = [];
  for (const { name, baseName, type } of attributes) {
    const field = declared.get(name);
    if (field === undefined) throw new Error(`${model} does not declare ${name}`);
    const at = `${path}.${baseName}`;
    const content = record.data[baseName];
    if (content === undefined) {
      if (!field.optional) violations.push(`${at} is missing`);
    } else if (content === null) {
      if (!field.nullable) violations.push(`${at} is null`);
    } else violations.push(...shapeViolations(content, type, at));
  }
  const known = new Set([...attributes.map(({ baseName }) => baseName), ...(BEYOND_THE_SDK[model] ?? [])]);
  for (const key of Object.keys(record.data)) {
    if (!known.has(key)) violations.push(`${path}.${key} is not declared`);
  }
  return violations;
}

/**
 * What is wrong with a raw JSON value for a type of the SDK: the models' own
 * attributeTypeMap names the fields and their types, down to the leaves.
 */
export function shapeViolations(value: unknown, type: string, path = type): string[] {
  const element = /^Array<(.+)>$/.exec(type)?.[1];
  if (element !== undefined) {
    if (!Array.isArray(value)) return [`${path} is not an array`];
    return value.flatMap((each: unknown, index) => shapeViolations(each, element, `${path}.${index}`));
  }
  if (type === 'any') return [];
  if (type.startsWith('{')) {
    return z.record(z.string(), z.unknown()).safeParse(value).success ? [] : [`${path} is not an object`];
  }
  if (type === 'string' || type === 'number' || type === 'boolean') {
    const fits = typeof value === type;
    return fits ? [] : [`${path} is not a ${type}`];
  }
  if (type.includes('.')) {
    return enumValues(type).includes(value) ? [] : [`${path} is ${String(value)}, which ${type} has not`];
  }
  return checkModel(value, type, path);
}

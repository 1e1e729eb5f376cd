import type { Random } from '../state/random';
import {
  FUNCTION_TYPES,
  type Source,
  type SourceMetadata,
  type Space,
  type TrackingPlan,
} from '../state/resources';
import { CLOUD_SOURCES, ENGAGE_SOURCE, EVENT_SOURCES, REVERSE_ETL_SOURCE } from './catalog-sources';
import type { ResourceCounts } from './scale';
import type { WorkspaceBuilder } from './workspace-builder';

/** What the resources of one company are called and which labels they carry. */
export interface ResourceStyle {
  /** The word for what carries no label of the leading key. */
  readonly company: string;
  /** The key whose value begins a name, such as brand. */
  readonly leadKey: string;
  /** The texts of the labels that resources carry, by key; the first key is on nearly everything. */
  readonly labelsByKey: ReadonlyArray<readonly string[]>;
  /** Combinations that never occur. */
  readonly never: (texts: readonly string[]) => boolean;
  /** What sources, plans and functions are about, where no product label says it. */
  readonly subjects: readonly string[];
  readonly audiences: readonly string[];
  readonly databases: readonly string[];
}

const PLATFORM_WORDS: Readonly<Record<string, string>> = {
  javascript: 'web',
  ios: 'iOS',
  android: 'Android',
  node: 'service',
  'http-api': 'API',
  python: 'jobs',
  kotlin: 'tablet',
};

const FUNCTION_VERBS = ['enrich', 'filter consent for', 'forward', 'mask', 'import', 'route', 'deduplicate'];

function title(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).replaceAll('-', ' ');
}

/** The labels of one resource: the first key nearly always, then one to three others; a few resources carry none. */
function someLabels(random: Random, style: ResourceStyle): string[] {
  if (random.chance(0.04)) return [];
  const [first = [], ...others] = style.labelsByKey;
  for (;;) {
    const keys = random.sample(others, random.between(1, 3));
    const texts = (random.chance(0.95) ? [first, ...keys] : keys).map((values) => random.pickEarly(values));
    if (!style.never(texts)) return texts;
  }
}

function labelValue(texts: readonly string[], key: string): string | undefined {
  return texts.find((text) => text.startsWith(`${key}:`))?.slice(key.length + 1);
}

/** Gives each name once; a repetition gets a number. */
class Names {
  readonly #used = new Map<string, number>();

  once(name: string): string {
    const times = (this.#used.get(name) ?? 0) + 1;
    this.#used.set(name, times);
    return times === 1 ? name : `${name} ${times}`;
  }
}

class ResourceFiller {
  readonly #builder: WorkspaceBuilder;
  readonly #style: ResourceStyle;
  readonly #names = new Names();

  constructor(builder: WorkspaceBuilder, style: ResourceStyle) {
    this.#builder = builder;
    this.#style = style;
  }

  #lead(texts: readonly string[]): string {
    return title(labelValue(texts, this.#style.leadKey) ?? this.#style.company);
  }

  #subject(texts: readonly string[]): string {
    return labelValue(texts, 'product') ?? this.#builder.random.pick(this.#style.subjects);
  }

  #placed(name: string, texts: readonly string[]): string {
    const environment = labelValue(texts, 'environment') ?? 'prod';
    const region = labelValue(texts, 'region');
    return `${name}${environment === 'prod' ? '' : ` ${environment}`}${region ? ` (${region.toUpperCase()})` : ''}`;
  }

  trackingPlans(count: number): TrackingPlan[] {
    const { random } = this.#builder;
    const types: ReadonlyArray<TrackingPlan['type']> = [
      'PROPERTY_LIBRARY',
      'RULE_LIBRARY',
      'ENGAGE',
      'TEMPLATE',
    ];
    return Array.from({ length: count }, (_, index) => {
      const texts = someLabels(random, this.#style);
      const name = this.#names.once(`${this.#lead(texts)} ${this.#subject(texts)} plan`);
      return this.#builder.trackingPlan(name, index % 5 === 4 ? random.pick(types) : 'LIVE');
    });
  }

  spaces(count: number): Space[] {
    const { random } = this.#builder;
    return Array.from({ length: count }, () => {
      const texts = someLabels(random, this.#style);
      const name = `${this.#lead(texts)} ${random.pick(this.#style.audiences)}`;
      return this.#builder.space(this.#names.once(this.#placed(name, texts)), texts);
    });
  }

  #source(metadata: SourceMetadata, plans: readonly TrackingPlan[]): Source {
    const { random } = this.#builder;
    const texts = someLabels(random, this.#style);
    const word = PLATFORM_WORDS[metadata.slug];
    const about = word === undefined ? metadata.name : `${this.#subject(texts)} ${word}`;
    const name = this.#names.once(this.#placed(`${this.#lead(texts)} ${about}`, texts));
    return this.#builder.source(name, metadata, texts, random.chance(0.4) ? random.pick(plans) : null);
  }

  /** Event and cloud sources, one reverse ETL source for each fifty, and a source for every third space. */
  sources(count: number, spaces: readonly Space[], plans: readonly TrackingPlan[]): Source[] {
    const { random } = this.#builder;
    const made: Source[] = [];
    for (const space of spaces.filter((_, index) => index % 3 === 0).slice(0, Math.floor(count / 8))) {
      const texts = space.labels.map((label) => `${label.key}:${label.value}`);
      made.push(this.#builder.source(`Engage (${space.name})`, ENGAGE_SOURCE, texts));
    }
    for (let made50 = 0; made50 * 50 < count && made.length < count; made50 += 1) {
      made.push(this.#source(REVERSE_ETL_SOURCE, plans));
    }
    while (made.length < count) {
      made.push(
        this.#source(
          random.chance(0.15) ? random.pick(CLOUD_SOURCES) : random.pickEarly(EVENT_SOURCES),
          plans,
        ),
      );
    }
    return made;
  }

  destinations(count: number, sources: readonly Source[]): void {
    for (let i = 0; i < count; i += 1) this.#builder.destination(this.#builder.random.pick(sources));
  }

  warehouses(count: number, sources: readonly Source[]): void {
    const { random } = this.#builder;
    for (let i = 0; i < count; i += 1) {
      const database = this.#names.once(random.pick(this.#style.databases)).replace(' ', '_');
      this.#builder.warehouse(
        database,
        random.sample(sources, random.between(2, Math.min(30, sources.length))),
      );
    }
  }

  functions(count: number): void {
    const { random } = this.#builder;
    for (let i = 0; i < count; i += 1) {
      const texts = someLabels(random, this.#style);
      const name = `${title(random.pick(FUNCTION_VERBS))} ${this.#subject(texts)}`;
      const type = FUNCTION_TYPES[i % FUNCTION_TYPES.length] ?? 'DESTINATION';
      this.#builder.function(this.#names.once(name), type);
    }
  }
}

/** Fills a workspace with resources of every kind. */
export function fillResources(builder: WorkspaceBuilder, counts: ResourceCounts, style: ResourceStyle): void {
  const filler = new ResourceFiller(builder, style);
  const plans = filler.trackingPlans(counts.trackingPlans);
  const spaces = filler.spaces(counts.spaces);
  const sources = filler.sources(counts.sources, spaces, plans);
  filler.destinations(counts.destinations, sources);
  filler.warehouses(counts.warehouses, sources);
  filler.functions(counts.functions);
}

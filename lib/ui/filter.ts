/** What the filters of lists share: each is a record of what narrows, and what is missing narrows nothing. */

/** Of a filter that is in force, in words. */
export interface FilterPart<F> {
  key: string;
  text: string;
  /** What the filter becomes without it. */
  without: F;
}

/** `filter` with some parts changed; what is empty is left out. */
export function changed<F extends object>(filter: F, parts: { [K in keyof F]?: F[K] | undefined }): F {
  const kept = Object.entries({ ...filter, ...parts }).filter(
    ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept) as F;
}

type Value<T> = T extends readonly (infer V)[] ? V : never;

/** The parts of one list of a filter. */
export function partsOfList<F extends object, K extends keyof F & string>(
  filter: F,
  name: K,
  text: (value: Value<NonNullable<F[K]>>) => string,
): FilterPart<F>[] {
  const values = (filter[name] ?? []) as Value<NonNullable<F[K]>>[];
  return values.map((value) => {
    const others = { [name]: values.filter((other) => other !== value) } as Partial<F>;
    return { key: `${name}-${value}`, text: text(value), without: changed(filter, others) };
  });
}

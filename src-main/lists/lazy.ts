/** Makes the value when it is first asked for and keeps it: what no screen asks for is never built. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

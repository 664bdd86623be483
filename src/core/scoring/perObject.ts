/**
 * Makes something once for each object that it belongs to: scoring asks the same of a scenario, a rubric or a reply in
 * every attempt. What is made lives as long as its object; the object must not change.
 */
export function perObject<K extends object, V>(make: (of: K) => V): (of: K) => V {
  const made = new WeakMap<K, { readonly value: V }>()
  return (of) => {
    const known = made.get(of)
    if (known) return known.value
    const value = make(of)
    made.set(of, { value })
    return value
  }
}

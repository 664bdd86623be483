/** `node-3`: the first of its kind that is free. */
export function freeName(front: string, taken: Iterable<string>): string {
  const known = new Set(taken)
  for (let n = 1; ; n += 1) if (!known.has(`${front}-${n}`)) return `${front}-${n}`
}

import { z } from 'zod'
import type { Path } from '../diagnostic.ts'
import { scenario } from '../schema.ts'

/** The keys that may stand at a path, in the order of the format; empty where names are the author's own. */
export function keysAt(path: Path): readonly string[] {
  let kinds: z.core.$ZodType[] = [scenario]
  for (const step of path) kinds = kinds.flatMap((kind) => below(kind, step))
  const keys = new Set<string>()
  for (const kind of kinds
    .flatMap(bare)
    .flatMap((one) => (one instanceof z.ZodArray ? bare(one.element) : [one])))
    if (kind instanceof z.ZodObject) for (const key of Object.keys(kind.shape)) keys.add(key)
  return [...keys]
}

/** Does a map or list at this path vanish with its last entry? Not what the author named, nor what must be there. */
export function mayVanish(path: Path): boolean {
  const key = path.at(-1)
  let kinds: z.core.$ZodType[] = [scenario]
  for (const step of path.slice(0, -1)) kinds = kinds.flatMap((kind) => below(kind, step))
  const objects = kinds.flatMap(bare).filter((kind) => kind instanceof z.ZodObject)
  return (
    objects.length > 0 &&
    objects.every((kind) => {
      const item: unknown = kind.shape[String(key)]
      return item === undefined || item instanceof z.ZodOptional || item instanceof z.ZodDefault
    })
  )
}

function below(kind: z.core.$ZodType, step: string | number): z.core.$ZodType[] {
  return bare(kind).flatMap((one): z.core.$ZodType[] => {
    if (one instanceof z.ZodObject) {
      const item: z.core.$ZodType | undefined = one.shape[String(step)]
      return item ? [item] : []
    }
    if (one instanceof z.ZodRecord) return [one.valueType]
    // an index may be left out: what stands in one item may stand in all
    if (one instanceof z.ZodArray)
      return typeof step === 'number' ? [one.element] : below(one.element, step)
    return []
  })
}

/** Without what only says that a value may be missing, and with each way that a value may be. */
function bare(kind: z.core.$ZodType): z.core.$ZodType[] {
  if (kind instanceof z.ZodOptional || kind instanceof z.ZodDefault) return bare(kind.unwrap())
  if (kind instanceof z.ZodUnion) return kind.options.flatMap(bare)
  return [kind]
}

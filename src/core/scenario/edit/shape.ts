import { z } from 'zod'
import type { Path } from '../diagnostic.ts'
import { scenario } from '../schema.ts'

/** What the format allows at a path, in the terms of a form. */
export type Shape =
  | { readonly kind: 'text' }
  | { readonly kind: 'string' }
  | { readonly kind: 'number'; readonly min: number | null; readonly max: number | null }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'fixed'; readonly values: readonly (string | number | boolean)[] }
  | { readonly kind: 'list' }
  /** `required`: keys that must be there. */
  | {
      readonly kind: 'object'
      readonly keys: readonly string[]
      readonly required: readonly string[]
    }
  | { readonly kind: 'record' }

/** All shapes that a value at this path may have; none if the format has no such place. */
export function shapesAt(path: Path): readonly Shape[] {
  let kinds: z.core.$ZodType[] = [scenario]
  for (const step of path) kinds = kinds.flatMap((kind) => below(kind, step))
  return kinds.flatMap(bare).map(shapeOf)
}

/** Must this key be there? */
export function isRequired(path: Path): boolean {
  const key = String(path.at(-1))
  const above = shapesAt(path.slice(0, -1))
  const objects = above.filter((shape) => shape.kind === 'object')
  return objects.length > 0 && objects.every(({ required }) => required.includes(key))
}

function below(kind: z.core.$ZodType, step: string | number): z.core.$ZodType[] {
  return bare(kind).flatMap((one): z.core.$ZodType[] => {
    if (one instanceof z.ZodObject) {
      const item: z.core.$ZodType | undefined = one.shape[String(step)]
      return item ? [item] : []
    }
    if (one instanceof z.ZodRecord) return [one.valueType]
    if (one instanceof z.ZodArray)
      // an index may be left out: what stands in one item may stand in all
      return typeof step === 'number' ? [one.element] : below(one.element, step)
    if (one instanceof z.ZodTuple) {
      const item: z.core.$ZodType | undefined = one.def.items[Number(step)]
      return item ? [item] : []
    }
    return []
  })
}

/** Without what only says that a value may be missing or is made into something else, and each way that it may be. */
function bare(kind: z.core.$ZodType): z.core.$ZodType[] {
  if (kind instanceof z.ZodOptional || kind instanceof z.ZodDefault) return bare(kind.unwrap())
  if (kind instanceof z.ZodUnion) return kind.options.flatMap(bare)
  if (kind instanceof z.ZodPipe) return bare(kind.in)
  return [kind]
}

function shapeOf(kind: z.core.$ZodType): Shape {
  if (kind instanceof z.ZodObject) {
    const keys = Object.keys(kind.shape)
    if (
      keys.length === 2 &&
      keys.includes('zh') &&
      keys.includes('en') &&
      !isListShape(kind.shape.zh)
    )
      return { kind: 'text' }
    const required = keys.filter((key) => {
      const item: unknown = kind.shape[key]
      return !(item instanceof z.ZodOptional || item instanceof z.ZodDefault)
    })
    return { kind: 'object', keys, required }
  }
  if (kind instanceof z.ZodRecord) return { kind: 'record' }
  if (kind instanceof z.ZodArray || kind instanceof z.ZodTuple) return { kind: 'list' }
  if (kind instanceof z.ZodBoolean) return { kind: 'boolean' }
  if (kind instanceof z.ZodEnum)
    return { kind: 'fixed', values: kind.options.filter((value) => typeof value === 'string') }
  if (kind instanceof z.ZodLiteral)
    return {
      kind: 'fixed',
      values: [...kind.values].filter(
        (value) =>
          typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean',
      ),
    }
  if (kind instanceof z.ZodNumber)
    return { kind: 'number', min: bound(kind.minValue), max: bound(kind.maxValue) }
  return { kind: 'string' }
}

const isListShape = (kind: unknown): boolean => kind instanceof z.ZodArray

const bound = (value: number | null): number | null =>
  value !== null && Math.abs(value) < Number.MAX_SAFE_INTEGER ? value : null

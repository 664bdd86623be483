import type { Path } from '../../core/scenario/diagnostic.ts'
import type { Edit } from '../../core/scenario/edit/edit.ts'
import { isList, isMap, type Json, type JsonMap } from '../../core/scenario/edit/write.ts'
import { FACT_RECORDS } from '../../core/scenario/key.ts'
import { PLACEHOLDERS } from '../../core/scenario/placeholders.ts'
import { type ChoiceGround, placesOf } from '../choices/choices.ts'

/** What is true stands in the way that the record's field takes it: a place, a number, one of its options, or words. */

const fieldOf = (record: string, { taxonomy }: ChoiceGround) =>
  taxonomy.fields.find(({ id }) => id === record)

/** What a fact of this field says at first. */
export function startingTruth(record: string, ground: ChoiceGround): Json {
  if (record === 'location') return placesOf(ground)[0]?.id ?? 'new'
  const field = fieldOf(record, ground)
  if (field?.kind === 'number') return 1
  if (field?.kind === 'options' || field?.kind === 'option') {
    const first = field.options.find(({ id }) => id !== 'none' && id !== 'unknown')
    return first?.id ?? 'unknown'
  }
  return PLACEHOLDERS.anything
}

/** A fact to begin with: of a field that no other fact fills, where there is one. */
export function startingFact(ground: ChoiceGround): JsonMap {
  const taken = new Set(Object.values(ground.scenario?.facts ?? {}).map(({ record }) => record))
  const record = FACT_RECORDS.find((one) => !taken.has(one)) ?? 'dangers'
  return { record, is: startingTruth(record, ground), weight: 1, text: PLACEHOLDERS.anything }
}

/** Can this field hold what a fact says? What is drawn by the variants may be anything. */
function fits(value: Json, record: string, ground: ChoiceGround): boolean {
  if (isList(value)) return value.length > 0 && value.every((one) => fits(one, record, ground))
  if (typeof value === 'string' && value.startsWith('$')) return true
  if (record === 'location') return placesOf(ground).some(({ id }) => id === value)
  const field = fieldOf(record, ground)
  if (field?.kind === 'number') return typeof value === 'number'
  if (field?.kind === 'options' || field?.kind === 'option')
    return field.options.some(({ id }) => id === value)
  return isMap(value) || typeof value === 'string'
}

/** Puts a fact into another field of the record: what it says stays if it can stand there. */
export function recordEdits(
  path: Path,
  fact: JsonMap,
  record: string,
  ground: ChoiceGround,
): readonly Edit[] {
  const edits: Edit[] = [{ kind: 'set', path: [...path, 'record'], value: record }]
  if (fact.is === undefined || !fits(fact.is, record, ground))
    edits.push({ kind: 'set', path: [...path, 'is'], value: startingTruth(record, ground) })
  if (record !== 'location' && fact.within !== undefined)
    edits.push({ kind: 'remove', path: [...path, 'within'] })
  return edits
}

import { useCallback } from 'react'
import type { Path } from '../../core/scenario/diagnostic.ts'
import { isList, isMap, type Json } from '../../core/scenario/edit/write.ts'
import { PLACEHOLDERS } from '../../core/scenario/placeholders.ts'
import type { ChoiceGround } from '../choices/choices.ts'
import { freeName } from '../names.ts'
import { useStudio } from '../studio.ts'
import { startingValue } from './starting.ts'
import { startingFact } from './truth.ts'
import { valueAt } from './useField.ts'

/** Parts of a call to which one more can be added: where it goes, and what it is called at first. */
export const ADDS = {
  facts: { path: ['facts'], front: 'fact', isList: false },
  nodes: { path: ['talk', 'nodes'], front: 'node', isList: false },
  groups: { path: ['talk', 'groups'], front: 'group', isList: false },
  anywhere: { path: ['anywhere'], front: 'reaction', isList: true },
  partners: { path: ['world', 'partners'], front: 'partner', isList: false },
  endings: { path: ['endings'], front: 'ending', isList: false },
  vary: { path: ['vary'], front: 'vary', isList: false },
} as const satisfies Readonly<
  Record<string, { readonly path: Path; readonly front: string; readonly isList: boolean }>
>

export type Addable = keyof typeof ADDS

export const isAddable = (id: string): id is Addable => Object.hasOwn(ADDS, id)

/** Adds one more to a part of the call, and chooses it. */
export function useAdding(
  ground: ChoiceGround,
): (id: Addable, by: 'outline' | 'form') => Promise<void> {
  const { edit, findings, selection } = useStudio()
  return useCallback(
    async (id, by) => {
      const { path, front, isList: inList } = ADDS[id]
      const now = valueAt(findings.get().content, [...path])
      const count = isList(now) ? now.length : 0
      const fresh = freeName(front, namesIn(now))
      const place: Path = inList ? [...path, count] : [...path, fresh]
      const value = firstOf(id, fresh, place, ground)
      const made = await edit({ zh: `加 ${fresh}`, en: `add ${fresh}` }, [
        inList
          ? { kind: 'insert', path: [...path], index: count, value }
          : { kind: 'set', path: place, value },
      ])
      if (made) selection.set({ path: place, by })
    },
    [edit, findings, selection, ground],
  )
}

function namesIn(value: Json | undefined): string[] {
  if (isList(value)) return value.map((item) => (isMap(item) ? String(item.id ?? '') : ''))
  return isMap(value) ? Object.keys(value) : []
}

/** What a fresh thing holds where the least that fits would puzzle. */
function firstOf(id: Addable, name: string, place: Path, ground: ChoiceGround): Json {
  switch (id) {
    case 'facts':
      return startingFact(ground)
    case 'nodes':
      return { caller: PLACEHOLDERS.caller }
    case 'groups':
      return {
        'reply-1': {
          act: ['OPEN_Q'],
          say: PLACEHOLDERS.reply,
        },
      }
    case 'vary':
      return [{ name: { zh: '甲', en: 'A' } }, { name: { zh: '乙', en: 'B' } }]
    case 'anywhere':
      return {
        id: name,
        on: { clock: '12m' },
        caller: PLACEHOLDERS.anything,
      }
    default:
      return startingValue(place, ground)
  }
}

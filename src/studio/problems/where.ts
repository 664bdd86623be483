import type { Path } from '../../core/scenario/diagnostic.ts'
import { isMap } from '../../core/scenario/edit/write.ts'
import type { Text } from '../../core/scenario/primitives.ts'
import type { Language } from '../../ui/i18n/keys.ts'
import { nameOf as fieldName } from '../forms/names.ts'
import { valueAt } from '../forms/useField.ts'

/** Whose names are the author's own: they stand after what they are. */
const OWN: Readonly<Record<string, Text>> = {
  facts: { zh: '要素', en: 'Fact' },
  endings: { zh: '结局', en: 'Ending' },
  vary: { zh: '变体', en: 'Variant' },
  anywhere: { zh: '随时反应', en: 'Reaction' },
  'world.partners': { zh: '联动单位', en: 'Partner' },
  'talk.groups': { zh: '回答组', en: 'Group' },
}

/**
 * A place of the file as a person would name it: `crying › gentle` of `talk.nodes.crying.replies.gentle.goto`,
 * `要素 place › 真相是` of `facts.place.is`. `content`: the file, for the names of what stands in lists.
 */
export function nameOf(path: Path, lang: Language, content: unknown): string {
  if (path[0] === 'talk' && path[1] === 'nodes' && path[2] !== undefined)
    return path[3] === 'replies' && path[4] !== undefined
      ? `${path[2]} › ${path[4]}`
      : join([
          String(path[2]),
          ...path.slice(3, 4).map((_, i) => field(path.slice(0, 4 + i), lang)),
        ])
  const parts: string[] = []
  for (let n = 1; n <= path.length && parts.length < 3; n += 1) {
    const step = path[n - 1]
    const here = path.slice(0, n).join('.')
    const own = OWN[here]
    if (own && path[n] !== undefined) {
      n += 1
      parts.push(`${own[lang]} ${calledAt(path.slice(0, n), content)}`)
    } else if (typeof step === 'number') parts.push(`${parts.pop() ?? ''} ${step + 1}`)
    else if (path[n] === undefined || !GROUND.has(here)) parts.push(field(path.slice(0, n), lang))
  }
  return join(parts)
}

/** The author's name for a thing; of one in a list its id, else its number. */
function calledAt(path: Path, content: unknown): string {
  const last = path.at(-1)
  if (typeof last !== 'number') return String(last)
  const item = valueAt(content, path)
  return isMap(item) && typeof item.id === 'string' ? item.id : String(last + 1)
}

/** What only holds others, and says nothing by itself. */
const GROUND: ReadonlySet<string> = new Set(['talk', 'world'])

const field = (path: Path, lang: Language): string => fieldName(path)[lang]
const join = (names: readonly string[]): string => names.filter((name) => name !== '').join(' › ')

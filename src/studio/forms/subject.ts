import type { Path } from '../../core/scenario/diagnostic.ts'
import type { Edit } from '../../core/scenario/edit/edit.ts'

/** The thing whose form is shown for a place in the file: a node, a reply, a fact, the caller … */
export interface Subject {
  readonly path: Path
  /** It has a name of its own that others refer to. */
  readonly renames: Extract<Edit, { kind: 'rename' }>['what'] | null
  /** It stands in a list or among named ones: it can be moved, copied, taken away. */
  readonly isOne: boolean
}

const META: readonly string[] = [
  'id',
  'version',
  'title',
  'summary',
  'at',
  'teaches',
  'level',
  'minutes',
  'notice',
  'channel',
  'city',
]

/** The keys of the scenario itself that its first form shows. */
export const META_KEYS = META

const one = (path: Path, renames: Subject['renames']): Subject => ({ path, renames, isOne: true })
const part = (path: Path): Subject => ({ path, renames: null, isOne: false })

/** The subject of a place. */
export function subjectOf(path: Path): Subject {
  const [first, second, third, fourth, fifth] = path
  switch (first) {
    case 'talk':
      if (second === 'nodes' && third !== undefined) {
        const node = ['talk', 'nodes', third]
        return fourth === 'replies' && fifth !== undefined
          ? one([...node, 'replies', fifth], 'reply')
          : one(node, 'node')
      }
      if (second === 'groups' && third !== undefined)
        return fourth === undefined
          ? one(['talk', 'groups', third], 'group')
          : one(['talk', 'groups', third, fourth], 'reply')
      return part(['talk'])
    case 'facts':
      return second === undefined ? part(['facts']) : one(['facts', second], 'fact')
    case 'endings':
      return second === undefined ? part(['endings']) : one(['endings', second], 'ending')
    case 'anywhere':
      return second === undefined ? part(['anywhere']) : one(['anywhere', second], 'reaction')
    case 'vary':
      return second === undefined ? part(['vary']) : one(['vary', second], 'vary')
    case 'world':
      return second === 'partners' && third !== undefined
        ? one(['world', 'partners', third], 'partner')
        : part(['world'])
    case 'key':
      if (second === 'critical' && third !== undefined)
        return one(['key', 'critical', third], 'critical')
      return second === undefined ? part(['key']) : part(['key', second])
    case 'caller':
    case 'moods':
    case 'line':
      return part([first])
    default:
      return part([])
  }
}

import type { Path } from '../../core/scenario/diagnostic.ts'
import type { TranslationFault } from '../../core/scenario/texts/proposal.ts'
import type { TextEntry } from '../../core/scenario/texts/texts.ts'
import type { Translate } from '../../ui/i18n/keys.ts'

type T = Translate<'studio'>

/** Where a text stands, as a trainer names it: the node, the reply, the fact. */
export function placeOf({ path, id }: TextEntry): string {
  const names = id.split('.')
  switch (path[0]) {
    case 'talk':
      return named(names.slice(names[1] === 'silence' ? 1 : 2))
    case 'world':
      return named(names.slice(2))
    case 'key':
      return named(names.slice(2))
    case 'anywhere':
    case 'facts':
    case 'endings':
    case 'vary':
      return named(names.slice(1))
    default:
      return ''
  }
}

/** Names of the format that the kind of text says already. */
const WORDLESS: ReadonlySet<string> = new Set([
  'caller',
  'replies',
  'say',
  'why',
  'also',
  'text',
  'words',
  'is',
  'after',
  'says',
  'report',
  'silence',
])

const named = (names: readonly string[]): string =>
  names
    .filter((name, index) => index === 0 || !WORDLESS.has(name))
    .map((name) => (/^\d+$/.test(name) ? String(Number(name) + 1) : name))
    .join(' › ')

export const kindOf = ({ kind }: TextEntry, t: T): string => t(`languages.kinds.${kind}`)

/** Who says it; empty if nobody does. */
export function speakerOf({ speaker }: TextEntry, t: T): string {
  if (speaker === null) return ''
  if (typeof speaker === 'object') return speaker.partner
  return speaker === 'caller' ? t('languages.caller') : t('languages.trainee')
}

export function faultWords(fault: TranslationFault, t: T): string {
  switch (fault.kind) {
    case 'lost':
      return t('languages.faults.lost', { names: fault.names.join(' ') })
    case 'strange':
      return fault.names.length === 0
        ? t('languages.faults.brace')
        : t('languages.faults.strange', { names: fault.names.join(' ') })
    case 'long':
      return t('languages.faults.long', { length: fault.length, most: fault.most })
    default:
      return t(`languages.faults.${fault.kind}`)
  }
}

/** Does a place lie at or below another? */
export const isBelow = (path: Path, above: Path): boolean =>
  above.length <= path.length && above.every((step, index) => String(path[index]) === String(step))

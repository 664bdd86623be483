import type { Language } from '../../core/scenario/primitives.ts'
import type { ContentFiles } from '../../ui/services.ts'

const TYPES = ['mp3', 'ogg', 'opus', 'm4a', 'wav', 'webm'] as const

/**
 * The address of a line's recording: `<scenario>/voice/<zh|en>/<line id>.<type>` under `scenarios/`; undefined if the
 * line has none.
 */
export function clipOf(
  content: Pick<ContentFiles, 'url'>,
  scenario: { readonly id: string; readonly hash: string },
  line: string,
  lang: Language,
): string | undefined {
  for (const type of TYPES) {
    const url = content.url(`${scenario.id}/voice/${lang}/${line}.${type}`, scenario.hash)
    if (url !== undefined) return url
  }
  return undefined
}

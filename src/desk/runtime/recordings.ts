import type { Language } from '../../core/scenario/primitives.ts'
import { recordingNames } from '../../core/scenario/recordings.ts'
import type { ContentFiles } from '../../ui/services.ts'

const TYPES = ['mp3', 'ogg', 'opus', 'm4a', 'wav', 'webm'] as const

/**
 * The address of a line's recording: `<scenario>/voice/<zh|en>/<name>.<type>` under `scenarios/`, where the name is that
 * of these very words or else the line's id; undefined if the line has none. `said`: the line as this variant words it.
 */
export function clipOf(
  content: Pick<ContentFiles, 'url'>,
  scenario: { readonly id: string; readonly hash: string },
  line: string,
  lang: Language,
  said: string,
): string | undefined {
  for (const name of recordingNames(line, said))
    for (const type of TYPES) {
      const url = content.url(`${scenario.id}/voice/${lang}/${name}.${type}`, scenario.hash)
      if (url !== undefined) return url
    }
  return undefined
}

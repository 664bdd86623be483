import type { Named } from '../../core/scenario/entry.ts'
import type { Language } from '../../ui/i18n/keys.ts'
import { Icon } from '../../ui/kit/Icon.tsx'
import { Tag } from '../../ui/kit/Tag.tsx'
import { separator } from './when.ts'

export interface NoticeProps {
  readonly notices: readonly Named[]
  readonly lang: Language
}

/** What a grave call touches, in a word or two; nothing for the others. */
export function Notice({ notices, lang }: NoticeProps) {
  if (notices.length === 0) return null
  return (
    <Tag>
      <Icon name="notice" size={11} />
      {notices.map(({ name }) => name[lang]).join(separator(lang))}
    </Tag>
  )
}

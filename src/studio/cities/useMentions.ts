import { useEffect, useState } from 'react'
import type { Services } from '../../ui/services.ts'
import { tellFailed } from './cities.ts'
import { type Mention, mentionsOf } from './mentions.ts'

const NONE: readonly Mention[] = []

/** The shelf's drafts that play in a city, read again when one comes back to the page. `city`: empty for none. */
export function useMentions(
  { drafts }: Pick<Services, 'drafts'>,
  city: string,
): readonly Mention[] {
  const [mentions, setMentions] = useState(NONE)
  useEffect(() => {
    let current = true
    const load = () =>
      void mentionsOf(drafts, city).then((list) => current && setMentions(list), tellFailed)
    if (city !== '') {
      load()
      window.addEventListener('focus', load)
    }
    return () => {
      current = false
      window.removeEventListener('focus', load)
    }
  }, [drafts, city])
  return mentions
}

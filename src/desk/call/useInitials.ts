import { useEffect, useState } from 'react'

/** First letters of a Chinese text's pinyin, lower case: 福满家 → fmj. */
export type Initials = (zh: string) => string

const none: Initials = () => ''

let loading: Promise<Initials> | undefined

function load(): Promise<Initials> {
  loading ??= import('pinyin-pro').then(({ pinyin }) => {
    return (zh) =>
      pinyin(zh, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' }).join(
        '',
      )
  })
  loading.catch(() => {
    loading = undefined
  })
  return loading
}

/** The way to pinyin initials, once its dictionary is read; until then searching does without. */
export function useInitials(wanted: boolean): Initials {
  const [initials, setInitials] = useState<Initials>(() => none)
  useEffect(() => {
    if (!wanted) return
    let current = true
    load().then(
      (loaded) => current && setInitials(() => loaded),
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [wanted])
  return initials
}

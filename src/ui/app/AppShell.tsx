import { type ReactNode, useEffect } from 'react'
import { useT } from '../i18n/i18n.ts'

export interface AppShellProps {
  /** The page's name: the document's title. */
  readonly title: string
  readonly children: ReactNode
  /** Left of the header, after the product's name. */
  readonly start?: ReactNode
  /** Middle of the header: clock, queue. */
  readonly center?: ReactNode
  /** Right of the header, before language and shortcuts. */
  readonly end?: ReactNode
  /** The 40 px bar at the bottom; none if left out. */
  readonly footer?: ReactNode
  /** Night for desk, start and debrief; day for studio and review. */
  readonly theme?: 'night' | 'day'
}

/** The frame of every page: header with slots, main, footer. */
export function AppShell({ title, children }: AppShellProps) {
  const t = useT('common')
  useEffect(() => {
    document.title = `${title} · ${t('product')}`
  }, [title, t])
  return <main>{children}</main>
}

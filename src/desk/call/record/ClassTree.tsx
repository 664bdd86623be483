import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { type ClassEntry, classPath, type Taxonomy } from '../../../core/taxonomy/taxonomy.ts'
import { useT } from '../../../ui/i18n/i18n.ts'
import type { Language } from '../../../ui/i18n/keys.ts'
import { Icon } from '../../../ui/kit/Icon.tsx'
import { useTaxonomy } from '../deskContext.ts'
import styles from './ClassPicker.module.css'

export interface ClassTreeProps {
  readonly chosen: string | null
  readonly lang: Language
  readonly onPick: (id: string, timeStamp: number) => void
}

/** Entries that are seen: top classes, and what lies in the open ones, in tree order. */
function seen(taxonomy: Taxonomy, open: ReadonlySet<string>): readonly ClassEntry[] {
  return taxonomy.entries.filter((entry) =>
    classPath(entry.id)
      .slice(0, -1)
      .every((above) => open.has(above)),
  )
}

/** All classes and results as a tree: arrows move and open, Enter chooses. A click opens a class and chooses a leaf. */
export function ClassTree({ chosen, lang, onPick }: ClassTreeProps) {
  const t = useT('desk')
  const taxonomy = useTaxonomy()
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set(chosen === null ? [] : classPath(chosen).slice(0, -1)),
  )
  const rows = seen(taxonomy, open)
  const [at, setAt] = useState(chosen ?? rows[0]?.id ?? '')
  const list = useRef<HTMLDivElement>(null)
  const moved = useRef(false)
  const index = Math.max(
    0,
    rows.findIndex(({ id }) => id === at),
  )

  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>('[tabindex="0"]')
    if (moved.current) row?.focus()
    else row?.scrollIntoView({ block: 'nearest' })
  })

  const turn = (id: string, on: boolean) =>
    setOpen((now) => {
      const next = new Set(now)
      if (on) next.add(id)
      else next.delete(id)
      return next
    })
  const go = (id: string | undefined) => {
    if (id === undefined) return
    moved.current = true
    setAt(id)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[index]
    if (!row) return
    const isOpen = open.has(row.id)
    switch (event.key) {
      case 'ArrowDown':
        go(rows[index + 1]?.id)
        break
      case 'ArrowUp':
        go(rows[index - 1]?.id)
        break
      case 'Home':
        go(rows[0]?.id)
        break
      case 'End':
        go(rows.at(-1)?.id)
        break
      case 'ArrowRight':
        if (row.children.length > 0 && !isOpen) turn(row.id, true)
        else go(rows[index + 1]?.parent === row.id ? rows[index + 1]?.id : undefined)
        break
      case 'ArrowLeft':
        if (isOpen) turn(row.id, false)
        else go(row.parent ?? undefined)
        break
      case 'Enter':
      case ' ':
        onPick(row.id, event.timeStamp)
        break
      default:
        return
    }
    event.preventDefault()
  }

  return (
    <div ref={list} role="tree" aria-label={t('record.classTree')} className={styles.tree}>
      {rows.map((row, place) => {
        const many = row.children.length > 0
        const isOpen = open.has(row.id)
        return (
          <div
            key={row.id}
            role="treeitem"
            tabIndex={place === index ? 0 : -1}
            aria-level={row.depth + 1}
            aria-selected={row.id === chosen}
            {...(many ? { 'aria-expanded': isOpen } : {})}
            className={styles.row}
            style={{ paddingLeft: 8 + row.depth * 18 }}
            onKeyDown={onKeyDown}
            onFocus={() => setAt(row.id)}
            onClick={(event) => {
              if (many && !isOpen) turn(row.id, true)
              else onPick(row.id, event.timeStamp)
            }}
          >
            <span className={styles.twist}>
              {many && <Icon name={isOpen ? 'down' : 'next'} size={11} />}
            </span>
            <span className={styles.name}>{row.name[lang]}</span>
            {row.provisional && row.depth === 0 && <small>{t('record.provisional')}</small>}
            {row.depth === 0 && <small>{row.id}</small>}
          </div>
        )
      })}
    </div>
  )
}

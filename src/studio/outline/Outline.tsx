import { type KeyboardEvent, memo, useCallback, useMemo, useRef, useState } from 'react'
import type { Path } from '../../core/scenario/diagnostic.ts'
import { type Action, useActions } from '../../ui/actions.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import { VisuallyHidden } from '../../ui/kit/VisuallyHidden.tsx'
import { useSearch } from '../../ui/search.ts'
import type { Findings } from '../checker/findings.ts'
import type { ChoiceGround } from '../choices/choices.ts'
import { useShared } from '../draft/share.ts'
import { useLatePart, usePart, useValue } from '../draft/value.ts'
import { useAdding } from '../forms/adding.ts'
import { NAMES } from '../forms/names.ts'
import { useFreshChoiceGround } from '../forms/useField.ts'
import { useStudio } from '../studio.ts'
import styles from './Outline.module.css'
import { type Branch, type Leaf, treeOf, worstBelow } from './tree.ts'

const contentOf = ({ content }: Findings): unknown => content

/** The call's parts as a list that can be searched, walked by keys, and added to. */
export function Outline() {
  const t = useT('studio')
  const { findings, selection } = useStudio()
  const content = useLatePart(findings, contentOf)
  const chosen = useValue(selection)
  const ground = useFreshChoiceGround()
  // most letters change no row, or one of many
  const tree = useShared(useMemo(() => treeOf(content), [content]))
  const [query, setQuery] = useState('')
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(['nodes']))
  const field = useRef<HTMLInputElement>(null)
  useActions(
    useMemo<readonly Action[]>(
      () => [
        {
          id: 'studio.find',
          group: 'studio:groupEdit',
          label: 'studio:outlineOf.find',
          keys: ['/'],
          perform: () => field.current?.focus(),
        },
      ],
      [],
    ),
  )
  const entries = useMemo(
    () =>
      tree.flatMap(({ leaves }) =>
        leaves.map((leaf) => ({
          id: leaf.path.join('.'),
          zh: `${leaf.name} ${leaf.text.zh}`,
          en: leaf.text.en,
          leaf,
        })),
      ),
    [tree],
  )
  const hits = useSearch(entries, query)
  const at = chosen?.path.join('.') ?? ''
  const toggle = useCallback(
    (id: string) =>
      setOpen((before) => {
        const next = new Set(before)
        if (!next.delete(id)) next.add(id)
        return next
      }),
    [],
  )
  return (
    <div className={styles.outline}>
      <div className={styles.find}>
        <Icon name="search" />
        <input
          ref={field}
          type="search"
          aria-label={t('outlineOf.find')}
          placeholder={t('outlineOf.find')}
          value={query}
          onChange={({ target }) => setQuery(target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setQuery('')
            if (event.key === 'Enter' && hits[0])
              selection.set({ path: hits[0].leaf.path, by: 'outline' })
          }}
        />
      </div>
      <ul className={styles.tree} onKeyDown={walk}>
        {query !== ''
          ? hits.map(({ id, leaf }) => (
              <LeafRow key={id} leaf={leaf} isHere={isWithin(at, leaf.path)} />
            ))
          : tree.map((branch) => (
              <BranchRow
                key={branch.id}
                branch={branch}
                at={isWithin(at, branch.path) ? at : ''}
                ground={ground}
                isOpen={open.has(branch.id)}
                onToggle={toggle}
              />
            ))}
      </ul>
    </div>
  )
}

const isWithin = (at: string, path: Path): boolean => {
  const front = path.join('.')
  return at === front || at.startsWith(`${front}.`)
}

/** Arrow keys go from row to row. */
function walk(event: KeyboardEvent<HTMLUListElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const rows = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('[data-row]')]
  const { activeElement } = document
  const now = activeElement instanceof HTMLButtonElement ? rows.indexOf(activeElement) : -1
  const next = rows[now + (event.key === 'ArrowDown' ? 1 : -1)]
  if (!next) return
  event.preventDefault()
  next.focus()
}

interface BranchRowProps {
  readonly branch: Branch
  /** What is chosen, if it is of this branch. */
  readonly at: string
  readonly ground: ChoiceGround
  readonly isOpen: boolean
  readonly onToggle: (id: string) => void
}

const BranchRow = memo(function BranchRow({
  branch,
  at,
  ground,
  isOpen,
  onToggle,
}: BranchRowProps) {
  const t = useT('studio')
  const lang = useLanguage()
  const { selection, findings } = useStudio()
  const add = useAdding(ground)
  const diagnostics = usePart(findings, (found) => found.diagnostics)
  const { id, path, leaves, adds } = branch
  const name =
    id === 'about'
      ? t('outlineOf.about')
      : id === 'nodes'
        ? t('outlineOf.nodes')
        : id === 'caller'
          ? t('callerPart')
          : id === 'moods'
            ? t('moodsPart')
            : (NAMES[id]?.[lang] ?? id)
  const isHere = at === path.join('.') && at !== ''
  return (
    <li>
      <div className={isHere ? styles.chosen : styles.branch} data-place={`outline.${id}`}>
        {leaves.length > 0 ? (
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={isOpen}
            aria-label={t('outlineOf.openAll', { what: name })}
            onClick={() => onToggle(id)}
          >
            <Icon name={isOpen ? 'down' : 'next'} size={12} />
          </button>
        ) : (
          <span className={styles.toggle} />
        )}
        <button
          type="button"
          data-row
          className={styles.name}
          aria-current={isHere || undefined}
          onClick={() => {
            if (leaves.length > 0 && !isOpen) onToggle(id)
            selection.set({
              path: id === 'nodes' || id === 'groups' ? ['talk'] : path,
              by: 'outline',
            })
          }}
        >
          {name}
          <Mark severity={path.length === 0 ? null : worstBelow(diagnostics, path)} />
          {leaves.length > 0 && <small>{leaves.length}</small>}
        </button>
        {adds && (
          <Button
            look="quiet"
            square
            className={styles.add}
            data-place={`outline.${id}.add`}
            aria-label={t('outlineOf.add', { what: name })}
            onClick={() => void add(adds, 'outline')}
          >
            <Icon name="plus" size={12} />
          </Button>
        )}
      </div>
      {isOpen && leaves.length > 0 && (
        <ul>
          {leaves.map((leaf) => (
            <LeafRow
              key={leaf.path.join('.')}
              leaf={leaf}
              isHere={at !== '' && isWithin(at, leaf.path)}
            />
          ))}
        </ul>
      )}
    </li>
  )
})

function Mark({ severity }: { readonly severity: 'error' | 'warning' | null }) {
  const t = useT('studio')
  if (!severity) return null
  const text = severity === 'error' ? t('outlineOf.wrong') : t('outlineOf.doubt')
  return (
    <span className={severity === 'error' ? styles.error : styles.warning} title={text}>
      <Icon name={severity === 'error' ? 'notice' : 'warn'} />
      <VisuallyHidden>{text}</VisuallyHidden>
    </span>
  )
}

const LeafRow = memo(function LeafRow({
  leaf,
  isHere,
}: {
  readonly leaf: Leaf
  readonly isHere: boolean
}) {
  const t = useT('studio')
  const lang = useLanguage()
  const { selection, findings, edit } = useStudio()
  const diagnostics = usePart(findings, (found) => found.diagnostics)
  return (
    <li>
      <button
        type="button"
        data-row
        className={isHere ? styles.leafChosen : styles.leaf}
        aria-current={isHere || undefined}
        title={leaf.text[lang]}
        onClick={() => selection.set({ path: leaf.path, by: 'outline' })}
        onKeyDown={(event) => {
          if (event.key !== 'Delete') return
          void edit({ zh: `删去 ${leaf.name}`, en: `delete ${leaf.name}` }, [
            { kind: 'remove', path: leaf.path },
          ])
        }}
      >
        <span>{leaf.name}</span>
        <small aria-hidden="true">{leaf.text[lang]}</small>
        <Mark severity={worstBelow(diagnostics, leaf.path)} />
        {leaf.isGrave && <em className={styles.grave}>{t('redLine')}</em>}
      </button>
    </li>
  )
})

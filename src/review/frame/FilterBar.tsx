import { useMemo } from 'react'
import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { useNames, useReview } from '../book/useBook.ts'
import { EVERYTHING, type Filter, type Modes, occurring } from '../figures/filter.ts'
import styles from './FilterBar.module.css'

export type FilterPart = 'source' | 'term' | 'group' | 'dates' | 'scenario' | 'version' | 'modes'

const MODES: readonly Modes[] = ['graded', 'practice', 'exam', 'all']

/** What the page is about. Each part is a plain select: quick by keyboard, clear on paper. */
export function FilterBar({ parts }: { readonly parts: readonly FilterPart[] }) {
  const t = useT('review')
  const { book, state } = useReview()
  const { filter, pages } = state
  const names = useNames()
  const choices = useMemo(() => {
    const all = occurring(pages.sheets)
    const { badges, versions } = filter.demo ? all.demo : all.real
    const people = [...pages.people.values()].filter(({ badge }) => badges.has(badge))
    const sorted = (list: Iterable<string>) => [...new Set(list)].filter(Boolean).sort()
    return {
      both: all.demo.badges.size > 0 && all.real.badges.size > 0,
      terms: sorted(people.map(({ term }) => term)),
      groups: sorted(
        people
          .filter(({ term }) => filter.term === null || term === filter.term)
          .map(({ group }) => group),
      ),
      scenarios: sorted(versions.keys()),
      versions: [
        ...new Set(
          [...versions].flatMap(([scenario, own]) =>
            filter.scenario === null || scenario === filter.scenario ? [...own] : [],
          ),
        ),
      ].sort((a, b) => a - b),
    }
  }, [pages.sheets, pages.people, filter.demo, filter.term, filter.scenario])
  const has = (part: FilterPart): boolean => parts.includes(part)
  const changed = Object.entries(EVERYTHING).some(
    ([key, value]) => key !== 'demo' && filter[key as keyof Filter] !== value,
  )
  return (
    <form
      className={styles.bar}
      aria-label={t('filter.label')}
      onSubmit={(event) => event.preventDefault()}
    >
      {has('source') && choices.both && (
        <Pick
          label={t('filter.source')}
          value={filter.demo ? 'demo' : 'real'}
          options={[
            ['real', t('filter.real')],
            ['demo', t('filter.demo')],
          ]}
          onPick={(value) => book.filter({ ...EVERYTHING, demo: value === 'demo' })}
        />
      )}
      {has('term') && choices.terms.length > 0 && (
        <Pick
          label={t('filter.term')}
          value={filter.term ?? ''}
          options={[['', t('filter.all')], ...choices.terms.map((id) => [id, id] as const)]}
          onPick={(value) => book.filter({ term: value || null, group: null })}
        />
      )}
      {has('group') && choices.groups.length > 0 && (
        <Pick
          label={t('filter.group')}
          value={filter.group ?? ''}
          options={[['', t('filter.all')], ...choices.groups.map((id) => [id, id] as const)]}
          onPick={(value) => book.filter({ group: value || null })}
        />
      )}
      {has('dates') && (
        <span className={styles.part}>
          <span className={styles.label}>{t('filter.dates')}</span>
          <input
            type="date"
            aria-label={t('filter.from')}
            value={filter.from ?? ''}
            max={filter.to ?? undefined}
            onChange={({ target }) => book.filter({ from: target.value || null })}
          />
          –
          <input
            type="date"
            aria-label={t('filter.to')}
            value={filter.to ?? ''}
            min={filter.from ?? undefined}
            onChange={({ target }) => book.filter({ to: target.value || null })}
          />
        </span>
      )}
      {has('scenario') && (
        <Pick
          label={t('filter.scenario')}
          value={filter.scenario ?? ''}
          options={[
            ['', t('filter.all')],
            ...choices.scenarios.map((id) => [id, names.scenario(id)] as const),
          ]}
          onPick={(value) => book.filter({ scenario: value || null, version: null })}
        />
      )}
      {has('version') && choices.versions.length > 1 && (
        <Pick
          label={t('filter.version')}
          value={filter.version === null ? '' : String(filter.version)}
          options={[
            ['', t('filter.all')],
            ...choices.versions.map((id) => [String(id), String(id)] as const),
          ]}
          onPick={(value) => book.filter({ version: value === '' ? null : Number(value) })}
        />
      )}
      {has('modes') && (
        <Pick
          label={t('filter.modes')}
          value={filter.modes}
          options={MODES.map((id) => [id, t(`filter.mode.${id}`)] as const)}
          onPick={(value) => {
            const modes = MODES.find((id) => id === value)
            if (modes) book.filter({ modes })
          }}
        />
      )}
      {changed && parts.length > 0 && (
        <Button look="quiet" onClick={() => book.filter({ ...EVERYTHING, demo: filter.demo })}>
          {t('filter.reset')}
        </Button>
      )}
    </form>
  )
}

interface PickProps {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, label: string])[]
  readonly onPick: (value: string) => void
}

export function Pick({ label, value, options, onPick }: PickProps) {
  return (
    <label className={styles.part}>
      <span className={styles.label}>{label}</span>
      <select value={value} onChange={({ target }) => onPick(target.value)}>
        {options.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

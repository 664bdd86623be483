import { Suspense, useMemo, useState } from 'react'
import type { UnitView } from '../../../core/sim/view.ts'
import { UNIT_KINDS } from '../../../core/taxonomy/vocabulary.ts'
import type { Action } from '../../../ui/actions.ts'
import { useLanguage, useT } from '../../../ui/i18n/i18n.ts'
import { useDesk, useDeskView, useTaxonomy } from '../deskContext.ts'
import { KeyLayer } from '../KeyLayer.tsx'
import { type KindFilter, unitRows } from '../unitOrder.ts'
import styles from './dispatch.module.css'
import { primaryDeed, UnitRow } from './UnitRow.tsx'

/** Units: those out first, then the free ones by drive time. After U, a number sends (or chases, or updates). */
export function Units() {
  const t = useT('desk')
  const { ui } = useDesk()
  const view = useDeskView()
  const [kind, setKind] = useState<KindFilter>(null)
  ui.api.unitKind.now = kind
  const rows = unitRows(view.units, kind)
  const byNumber = ui.open === 'units'
  const noTimes =
    rows.length > 0 && rows.every((unit) => unit.status === 'free' && unit.etaIfSent === null)
  return (
    <section className={styles.units} aria-label={t('dispatch.units')}>
      {byNumber && <UnitKeys rows={rows} />}
      <div className={styles.bar}>
        <span className={styles.first}>
          {byNumber ? t('dispatch.keys') : noTimes ? t('dispatch.noPlace') : t('dispatch.units')}
        </span>
        <Suspense>
          <KindPick kind={kind} onKind={setKind} />
        </Suspense>
      </div>
      {rows.length === 0 ? (
        <p className={styles.first}>{t('dispatch.noUnits')}</p>
      ) : (
        <ul className={styles.list}>
          {rows.map((unit, index) => (
            <UnitRow
              key={unit.id}
              unit={unit}
              digit={byNumber && index < 9 ? String(index + 1) : null}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

interface KindPickProps {
  readonly kind: KindFilter
  readonly onKind: (kind: KindFilter) => void
}

/** Narrows the list to one kind of unit. */
function KindPick({ kind, onKind }: KindPickProps) {
  const t = useT('desk')
  const lang = useLanguage()
  const taxonomy = useTaxonomy()
  return (
    <select
      className={styles.kind}
      aria-label={t('dispatch.kind')}
      value={kind ?? ''}
      onChange={(event) => {
        const { value } = event.target
        onKind(UNIT_KINDS.find((one) => one === value) ?? null)
        event.target.blur()
      }}
    >
      <option value="">{t('dispatch.allKinds')}</option>
      {taxonomy.units.map(({ id, name }) => (
        <option key={id} value={id}>
          {name[lang]}
        </option>
      ))}
    </select>
  )
}

function UnitKeys({ rows }: { rows: readonly UnitView[] }) {
  const { ui, perform } = useDesk()
  const actions = useMemo<readonly Action[]>(() => {
    const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9']
    return [
      {
        id: 'desk.units-pick',
        label: 'desk:act.units',
        keys: digits,
        perform: (timeStamp, key) => {
          const unit = rows[Number(key) - 1]
          if (!unit) return
          ui.api.show(null)
          perform({ do: primaryDeed(unit), unit: unit.id }, timeStamp)
        },
      },
      {
        id: 'desk.units-recall',
        label: 'desk:dispatch.recall',
        keys: digits.map((digit) => `Shift+${digit}`),
        perform: (timeStamp, key) => {
          const unit = rows[Number(key?.slice(-1)) - 1]
          if (!unit) return
          ui.api.show(null)
          perform({ do: 'recall', unit: unit.id }, timeStamp)
        },
      },
      {
        id: 'desk.units-close',
        label: 'common:close',
        keys: ['Escape', 'U'],
        perform: () => ui.api.show(null),
      },
    ]
  }, [rows, perform, ui.api])
  return <KeyLayer actions={actions} />
}

import { WRAP_UP_MS } from '../../core/sim/session.ts'
import type { RecordView, View } from '../../core/sim/view.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import type { KeyOf } from '../../ui/i18n/keys.ts'
import { ActionButton } from '../../ui/kit/ActionButton.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import { Panel } from '../../ui/kit/Panel.tsx'
import { useSimTime } from '../runtime/useView.ts'
import { useDesk, useDeskView } from './deskContext.ts'
import styles from './WrapUp.module.css'
import { span } from './words.ts'

/** What every record needs, whatever the matter. */
const NEEDED: readonly {
  readonly label: KeyOf<'desk'>
  readonly has: (record: RecordView) => boolean
}[] = [
  { label: 'record.location', has: (record) => record.location !== null },
  { label: 'record.class', has: (record) => record.class !== null },
  { label: 'record.priority', has: (record) => record.priority !== null },
  { label: 'record.owner', has: (record) => record.owner !== null },
  { label: 'record.narrative', has: (record) => record.narrative !== null },
]

/** After the call: what is still empty, and the key that submits. */
export function WrapUp() {
  const t = useT('desk')
  const { acts, runner } = useDesk()
  const view = useDeskView()
  const now = useSimTime(runner, 1000)
  const left = (view.ended?.at ?? now) + WRAP_UP_MS - now
  return (
    <Panel title={t('wrap.title')} className={styles.panel}>
      {view.finished ? (
        <p role="status">{t('wrap.scoring')}</p>
      ) : (
        <>
          <Empty view={view} />
          <ActionButton action={acts.finish} look="primary" className={styles.finish} />
          <p className={styles.left}>{t('wrap.left', { time: span(left) })}</p>
        </>
      )}
    </Panel>
  )
}

function Empty({ view }: { view: View }) {
  const t = useT('desk')
  const empty = NEEDED.filter(({ has }) => !has(view.record))
  if (empty.length === 0)
    return (
      <p className={styles.complete}>
        <Icon name="check" /> {t('wrap.complete')}
      </p>
    )
  return (
    <div>
      <p className={styles.left}>{t('wrap.empty')}</p>
      <ul className={styles.list}>
        {empty.map(({ label }) => (
          <li key={label}>{t(label)}</li>
        ))}
      </ul>
    </div>
  )
}

import { useState } from 'react'
import { type Action, pageActions } from '../actions.ts'
import { t as text, useT } from '../i18n/i18n.ts'
import type { TextKey } from '../i18n/keys.ts'
import { Dialog } from './Dialog.tsx'
import { Kbd } from './Kbd.tsx'
import styles from './ShortcutsOverlay.module.css'

/** Actions by heading, headings in order of first appearance. */
function grouped(actions: readonly Action[]): ReadonlyMap<TextKey, readonly Action[]> {
  const groups = new Map<TextKey, Action[]>()
  for (const action of actions) {
    const name = action.group ?? 'common:thisPage'
    const group = groups.get(name)
    if (group) group.push(action)
    else groups.set(name, [action])
  }
  return groups
}

/** Every shortcut of the page, straight from the actions that are on it. */
export function ShortcutsOverlay({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useT('common')
  return (
    <Dialog open={open} onClose={onClose} title={t('shortcuts')} wide>
      <List />
    </Dialog>
  )
}

function List() {
  const t = useT('common')
  const [groups] = useState(() => grouped(pageActions()))
  return (
    <>
      <div className={styles.columns}>
        {[...groups].map(([name, actions]) => (
          <section key={name} className={styles.group}>
            <h3>{text(name)}</h3>
            <ul>
              {actions.map((action) => (
                <li key={action.id}>
                  <span>{text(action.label, action.labelValues)}</span>
                  <span className={styles.keys}>
                    {action.keys.map((key) => (
                      <Kbd key={key} keys={key} />
                    ))}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <p className={styles.hint}>{t('shortcutsHint')}</p>
    </>
  )
}

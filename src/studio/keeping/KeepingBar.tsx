import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import type { Services } from '../../ui/services.ts'
import { saveAll } from './exporting.ts'
import styles from './Keeping.module.css'
import { dangerOf, useSpace } from './useSpace.ts'

/** Says before it happens that the browser may clear the drafts, and what to do. Nothing while they are safe. */
export function KeepingBar({ services }: { readonly services: Services }) {
  const t = useT('studio')
  const { health, keep } = useSpace(services.space)
  const danger = health && dangerOf(health)
  if (!danger) return null
  return (
    <div className={styles.bar} role="status">
      <span className={styles.sign}>
        <Icon name="warn" size={16} />
      </span>
      <p>
        <b>{t(`keeping.danger.${danger}`)}</b> {t(`keeping.todo.${danger}`)}
      </p>
      {danger === 'clearable' && <Button onClick={keep}>{t('keeping.keep')}</Button>}
      <Button onClick={() => void saveAll(services)}>
        <Icon name="export" /> {t('keeping.exportAll')}
      </Button>
    </div>
  )
}

import type { DraftInfo, PublishedRow } from '../../storage/drafts/ports.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import { VisuallyHidden } from '../../ui/kit/VisuallyHidden.tsx'
import styles from './Shelf.module.css'

export interface DraftTableProps {
  readonly drafts: readonly DraftInfo[]
  readonly published: readonly PublishedRow[]
  /** Wall clock, ms since 1970. */
  readonly now: number
  readonly onOpen: (id: string) => void
  readonly onExport: (draft: DraftInfo) => void
  readonly onRemove: (draft: DraftInfo) => void
}

/** The drafts, the last changed first. */
export function DraftTable({
  drafts,
  published,
  now,
  onOpen,
  onExport,
  onRemove,
}: DraftTableProps) {
  const t = useT('studio')
  const lang = useLanguage()
  const when = (at: number) =>
    now - at < 60_000
      ? t('shelf.justNow')
      : new Date(at).toLocaleString(lang === 'zh' ? 'zh-CN' : 'en-GB', {
          dateStyle: 'short',
          timeStyle: 'short',
        })
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('shelf.title')}</th>
          <th scope="col">{t('shelf.id')}</th>
          <th scope="col">{t('shelf.changed')}</th>
          <th scope="col">{t('shelf.published')}</th>
          <th scope="col">
            <VisuallyHidden>{t('shelf.tools')}</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {drafts.map((draft) => {
          const row = published.find(
            (one) => one.draft === draft.id && one.withdrawnAt === null && one.kind === 'scenario',
          )
          return (
            <tr key={draft.id}>
              <th scope="row">
                <button type="button" className={styles.open} onClick={() => onOpen(draft.id)}>
                  {draft.title[lang] || t('untitled')}
                </button>
              </th>
              <td>{draft.name}</td>
              <td>
                {when(draft.changedAt)} · {t('draftNumber', { n: draft.changes })}
              </td>
              <td>{row ? t('shelf.version', { n: row.version }) : '—'}</td>
              <td className={styles.tools}>
                <Button
                  look="quiet"
                  square
                  aria-label={t('shelf.export', { what: draft.title[lang] })}
                  title={t('shelf.export', { what: draft.title[lang] })}
                  onClick={() => onExport(draft)}
                >
                  <Icon name="export" />
                </Button>
                <Button
                  look="quiet"
                  square
                  aria-label={t('shelf.remove', { what: draft.title[lang] })}
                  title={t('shelf.remove', { what: draft.title[lang] })}
                  onClick={() => onRemove(draft)}
                >
                  <Icon name="trash" />
                </Button>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

import { useRef, useState } from 'react'
import { download } from '../../ui/download.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import { Popover } from '../../ui/kit/Popover.tsx'
import { say } from '../../ui/messages.ts'
import { useDraftPart } from '../draft/useDraft.ts'
import { useStudio } from '../studio.ts'
import { ImportDialog, type Incoming } from './ImportDialog.tsx'
import { bytesOf } from './incomingFile.ts'
import styles from './Languages.module.css'
import type { Texts } from './texts.ts'
import { VoiceDialog } from './VoiceDialog.tsx'
import { kindOf, speakerOf } from './words.ts'

/** What goes out to translators and voices, and what comes back. */
export function ExchangeButtons({ texts }: { readonly texts: Texts }) {
  const t = useT('studio')
  const [isOpen, setOpen] = useState(false)
  const [incoming, setIncoming] = useState<Incoming | null>(null)
  const [isVoice, setVoice] = useState(false)
  const picker = useRef<HTMLInputElement>(null)
  return (
    <>
      <Popover
        label={t('languages.export')}
        open={isOpen}
        onOpenChange={setOpen}
        trigger={
          <Button>
            <Icon name="export" /> {t('languages.export')}
          </Button>
        }
      >
        <ExportChoices texts={texts} onDone={() => setOpen(false)} />
      </Popover>
      <Button onClick={() => picker.current?.click()}>
        <Icon name="import" /> {t('languages.import')}
      </Button>
      <input
        ref={picker}
        type="file"
        hidden
        aria-label={t('languages.import')}
        accept=".csv,.txt,.tsv,.xlf,.xliff"
        onChange={({ target }) => {
          const file = target.files?.[0]
          // the same file may be chosen again after it was mended
          target.value = ''
          if (!file) return
          bytesOf(file).then(setIncoming, (error: unknown) => {
            const why = error instanceof Error ? error.message : String(error)
            say({ kind: 'error', text: t('languages.unread', { why }) })
          })
        }}
      />
      <Button onClick={() => setVoice(true)}>
        <Icon name="sound" /> {t('languages.voice')}
      </Button>
      {incoming && (
        <ImportDialog texts={texts} incoming={incoming} onClose={() => setIncoming(null)} />
      )}
      {isVoice && <VoiceDialog texts={texts} onClose={() => setVoice(false)} />}
    </>
  )
}

function ExportChoices({ texts, onDone }: { readonly texts: Texts; readonly onDone: () => void }) {
  const t = useT('studio')
  const { draft } = useStudio()
  const name = useDraftPart(draft, ({ info }) => info.name)
  const { entries, track, target, statusOf, counts } = texts
  const [isOnlyOpen, setOnlyOpen] = useState(false)
  const open = counts.missing + counts.changed
  const save = async (format: 'csv' | 'xliff1' | 'xliff2') => {
    const rows = entries
      .filter((entry) => !isOnlyOpen || statusOf(entry) !== 'done')
      .map((entry) => ({
        id: entry.id,
        kind: kindOf(entry, t),
        speaker: speakerOf(entry, t),
        source: entry[track.source],
        words: entry[target],
        status: statusOf(entry),
      }))
    const out = { name, source: track.source, target, rows }
    const file = `${name}.${track.source}-${target}`
    if (format === 'csv') {
      const { writeCsv } = await import('./exchange/csv.ts')
      download(`${file}.csv`, writeCsv(out), 'text/csv')
    } else if (format === 'xliff1') {
      const { writeXliff1 } = await import('./exchange/xliff1.ts')
      download(`${file}.xlf`, writeXliff1(out), 'application/xliff+xml')
    } else {
      const { writeXliff2 } = await import('./exchange/xliff2.ts')
      download(`${file}.xlf`, writeXliff2(out), 'application/xliff+xml')
    }
    say({ kind: 'done', text: t('languages.exported', { n: rows.length }) })
    onDone()
  }
  return (
    <div className={styles.export}>
      <p>{t('languages.exportHint')}</p>
      {open > 0 && (
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={isOnlyOpen}
            onChange={({ target: box }) => setOnlyOpen(box.checked)}
          />
          {t('languages.onlyOpen', { n: open })}
        </label>
      )}
      <div className={styles.choices}>
        <Button onClick={() => void save('csv')}>{t('languages.csv')}</Button>
        <Button onClick={() => void save('xliff1')}>{t('languages.xliff1')}</Button>
        <Button onClick={() => void save('xliff2')}>{t('languages.xliff2')}</Button>
      </div>
    </div>
  )
}

import { type ComponentType, useEffect, useMemo, useState } from 'react'
import { type Thread, threadsForTrainee } from '../../core/review/forTrainee.ts'
import type { Taxonomy } from '../../core/taxonomy/taxonomy.ts'
import { t as translate, useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { libraryFor } from '../../ui/library/library.ts'
import { say } from '../../ui/messages.ts'
import type { ReviewToolsProps } from '../../ui/reviewing.ts'
import type { PageProps } from '../../ui/services.ts'
import { bookOf } from '../book/book.ts'
import { type ClassWords, classWords } from '../data/classWords.ts'
import styles from './Attempt.module.css'
import { RemarkBody } from './RemarkBody.tsx'
import { WordsForm } from './WordsForm.tsx'

/** What a trainee finds in the debrief of a call that was reviewed: what was said of it, and room to answer. */
export function traineeTools(services: PageProps['services']): ComponentType<ReviewToolsProps> {
  return function TraineeTools({ attempt, go }: ReviewToolsProps) {
    const t = useT('review')
    const classed = useClassed(services)
    const [threads, setThreads] = useState<readonly Thread[]>([])
    const [answering, setAnswering] = useState<string | null>(null)
    const [busy, setBusy] = useState(false)
    useEffect(() => {
      let gone = false
      threadsOf(services, attempt).then((found) => !gone && setThreads(found), told)
      return () => {
        gone = true
      }
    }, [attempt])
    const answer = (to: string, text: string): void => {
      setBusy(true)
      reply(services, attempt, to, text)
        .then(async () => {
          setThreads(await threadsOf(services, attempt))
          setAnswering(null)
        })
        .catch(told)
        .finally(() => setBusy(false))
    }
    return (
      <div className={styles.tools}>
        <p className={styles.note}>{t('attempt.forYouAbout')}</p>
        <section className={styles.remarks} aria-label={t('attempt.remarks')}>
          <ul>
            {threads.map(({ remark, replies }) => (
              <li key={remark.id}>
                <RemarkBody remark={remark} go={go} classed={classed} />
                {replies.length > 0 && (
                  <ul className={styles.replies}>
                    {replies.map((one) => (
                      <li key={one.id}>
                        <RemarkBody remark={one} go={go} classed={classed} />
                      </li>
                    ))}
                  </ul>
                )}
                {answering === remark.id ? (
                  <WordsForm
                    label={t('attempt.yourReply')}
                    busy={busy}
                    onSend={(words) => answer(remark.id, words)}
                    onCancel={() => setAnswering(null)}
                  />
                ) : (
                  <Button look="quiet" onClick={() => setAnswering(remark.id)}>
                    {t('attempt.reply')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      </div>
    )
  }
}

/** Ids alone until the classes' names are read. */
function useClassed({ content }: PageProps['services']): ClassWords {
  const lang = useLanguage()
  const [taxonomy, setTaxonomy] = useState<Taxonomy | null>(null)
  useEffect(() => {
    let gone = false
    libraryFor(content)
      .taxonomy()
      .then((found) => !gone && setTaxonomy(found), told)
    return () => {
      gone = true
    }
  }, [content])
  return useMemo(() => (taxonomy ? classWords(taxonomy, lang) : String), [taxonomy, lang])
}

async function threadsOf(
  { review }: PageProps['services'],
  attempt: string,
): Promise<readonly Thread[]> {
  return threadsForTrainee(await review.remarksOf(attempt))
}

/** Under the name of whoever worked the call; on the disk when this resolves. */
async function reply(
  services: PageProps['services'],
  attempt: string,
  to: string,
  text: string,
): Promise<void> {
  const trainee = (await services.store.get(attempt))?.header.trainee
  const by = trainee ? `${trainee.name} ${trainee.badge}`.trim() : ''
  await bookOf(services).say({ kind: 'reply', attempt, to, text }, by)
}

function told(error: unknown): void {
  const why = error instanceof Error ? error.message : String(error)
  say({ kind: 'error', text: translate('review:attempt.notKept', { why }) })
}
